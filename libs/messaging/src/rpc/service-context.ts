import { randomUUID } from 'node:crypto';
import { ServiceTokenIssuer } from '#auth';
import { systemCaller, type CallContext } from '#observability';
import type { ServiceSettings } from '#tier';

const RENEW_MS = 5 * 60_000;

/** The context of calls a service makes for its own housekeeping: its own token, renewed in time. */
export class ServiceContext {
  private readonly issuer: ServiceTokenIssuer;
  private token: { text: string; until: number } | undefined;

  constructor(
    settings: Pick<ServiceSettings, 'service' | 'keysDirectory' | 'clock'>,
    private readonly reason: string,
  ) {
    this.issuer = new ServiceTokenIssuer(settings);
  }

  get(): CallContext {
    const now = Date.now();
    if (this.token === undefined || this.token.until < now) {
      this.token = { text: this.issuer.own(this.reason), until: now + RENEW_MS };
    }
    return {
      caller: systemCaller(this.reason),
      token: this.token.text,
      correlationId: randomUUID(),
      locale: 'zh-CN',
    };
  }
}
