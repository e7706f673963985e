import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { GATEWAY_OPTIONS, type GatewayOptions, type RateLimits } from '../gateway-options.js';

const WINDOW_MS = 10_000;

export type RouteClass = keyof RateLimits;

/** Counts requests per account or address and route class in windows of ten seconds. Counts of this process only. */
@Injectable()
export class RateLimiter {
  private readonly counts = new Map<string, number>();
  private windowEnds = 0;

  constructor(@Inject(GATEWAY_OPTIONS) private readonly options: Pick<GatewayOptions, 'rateLimits'>) {}

  /** Counts one request and refuses it when there were too many. */
  take(routeClass: RouteClass, who: string, now: number = performance.now()): void {
    if (this.count(routeClass, who, now) > this.options.rateLimits[routeClass]) throw this.refusal(now);
  }

  /** Counts one more; for what is counted only when it went wrong. */
  count(routeClass: RouteClass, who: string, now: number = performance.now()): number {
    this.turn(now);
    const key = `${routeClass} ${who}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }

  /** Refuses when there were too many, and counts nothing. */
  refuseAbove(routeClass: RouteClass, who: string, now: number = performance.now()): void {
    this.turn(now);
    const count = this.counts.get(`${routeClass} ${who}`) ?? 0;
    if (count >= this.options.rateLimits[routeClass]) throw this.refusal(now);
  }

  private turn(now: number): void {
    if (now < this.windowEnds) return;
    this.counts.clear();
    this.windowEnds = now + WINDOW_MS;
  }

  private refusal(now: number): DomainError {
    const retryAfterSeconds = Math.ceil((this.windowEnds - now) / 1_000);
    return new DomainError('COMMON.RATE_LIMITED', { retryAfterSeconds });
  }
}
