import { Injectable } from '@nestjs/common';
import { DomainError, OutboxService } from '#contracts';
import { RpcClient } from '#messaging';
import { ServiceContext } from '../auth/service-context.js';
import { STORING_SERVICES, type StoringServiceName } from '../operations/services.js';

export interface Part {
  readonly name: string;
  readonly status: 'ok' | 'failing';
  readonly code: string | null;
}

export interface Readiness {
  readonly status: 'ok' | 'failing';
  readonly parts: readonly Part[];
  readonly failing: readonly string[];
}

const ANSWER_WITHIN_MS = 1_500;

/** Probes ask often and openly: one round of questions serves everybody for this long. What fails is soon looked at again. */
const FRESH_FOR_MS = { ok: 500, failing: 100 };

/** Asks every service for something that needs its database. When none answers the bus is named as well. */
@Injectable()
export class ReadinessProbe {
  private round: Promise<Readiness> | undefined;
  private freshUntil = 0;

  constructor(
    private readonly rpc: RpcClient,
    private readonly service: ServiceContext,
  ) {}

  ask(): Promise<Readiness> {
    if (this.round === undefined || performance.now() > this.freshUntil) {
      this.freshUntil = Infinity;
      this.round = this.askAll().then((answer) => {
        this.freshUntil = performance.now() + FRESH_FOR_MS[answer.status];
        return answer;
      });
    }
    return this.round;
  }

  private async askAll(): Promise<Readiness> {
    const services = await Promise.all(STORING_SERVICES.map((name) => this.askOne(name)));
    const silent = services.every((part) => part.status === 'failing');
    const bus: Part = silent
      ? { name: 'nats', status: 'failing', code: 'COMMON.UNAVAILABLE' }
      : { name: 'nats', status: 'ok', code: null };
    const parts = [bus, ...services];
    const failing = parts.filter((part) => part.status === 'failing').map((part) => part.name);
    return { status: failing.length === 0 ? 'ok' : 'failing', parts, failing };
  }

  private async askOne(name: StoringServiceName): Promise<Part> {
    try {
      const options = { target: name, timeoutMs: ANSWER_WITHIN_MS };
      await this.rpc.call(OutboxService.method.head, {}, this.service.context(), options);
      return { name, status: 'ok', code: null };
    } catch (error) {
      return { name, status: 'failing', code: error instanceof DomainError ? error.code : 'COMMON.INTERNAL' };
    }
  }
}
