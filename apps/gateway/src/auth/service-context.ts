import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceTokenIssuer } from '#auth';
import { systemCaller, type CallContext } from '#observability';

const RENEW_AFTER_MS = 10 * 60_000;

/** The gateway's own calls: polling revocations and health. Holds no role, opens no person's data. */
@Injectable()
export class ServiceContext {
  private token: string | undefined;
  private madeAt = 0;

  constructor(private readonly issuer: ServiceTokenIssuer) {}

  context(): CallContext {
    const now = performance.now();
    if (this.token === undefined || now - this.madeAt > RENEW_AFTER_MS) {
      this.token = this.issuer.own('gateway');
      this.madeAt = now;
    }
    return { caller: systemCaller('gateway'), token: this.token, correlationId: randomUUID(), locale: 'en' };
  }
}
