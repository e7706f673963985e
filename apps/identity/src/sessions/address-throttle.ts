import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';

const WINDOW_MS = 10 * 60_000;
const FAILURES_PER_WINDOW = 100;
const ADDRESSES_AT_MOST = 20_000;

/** Slows down one address trying many names. Counted in this process only (docs/adr/0005). */
@Injectable()
export class AddressThrottle {
  private readonly failures = new Map<string, { count: number; since: number }>();

  constructor(@Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>) {}

  assertAllowed(address: string): void {
    const seen = this.failures.get(address);
    const left = seen === undefined ? 0 : seen.since + WINDOW_MS - this.now();
    if (seen === undefined || left <= 0 || seen.count < FAILURES_PER_WINDOW) return;
    throw new DomainError('COMMON.RATE_LIMITED', { retryAfterSeconds: Math.ceil(left / 1_000) });
  }

  countFailure(address: string): void {
    const seen = this.failures.get(address);
    if (seen !== undefined && seen.since + WINDOW_MS > this.now()) {
      seen.count += 1;
      return;
    }
    if (this.failures.size >= ADDRESSES_AT_MOST) this.failures.clear();
    this.failures.set(address, { count: 1, since: this.now() });
  }

  private now(): number {
    return this.settings.clock.now().getTime();
  }
}
