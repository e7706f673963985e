import { Injectable } from '@nestjs/common';

/** Throws, or rejects, when the thing it looks at cannot be used. */
export type HealthCheck = () => Promise<void>;

export interface HealthReport {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'fail'>>;
}

/** A check that has not answered by then counts as failed. */
const TIMEOUT_MS = 2_000;

/** What a service needs to be able to work, asked by the readiness route. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();

  /** The answer takes the check off again. */
  register(name: string, check: HealthCheck): () => void {
    this.checks.set(name, check);
    return () => void this.checks.delete(name);
  }

  /** Runs all checks at once. Says which failed, never why: the route is open to anybody. */
  async report(): Promise<HealthReport> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    return { ok: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function outcome(check: HealthCheck): Promise<'ok' | 'fail'> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS);
  try {
    await Promise.race([check(), late]);
    return 'ok';
  } catch {
    return 'fail';
  } finally {
    clearTimeout(timer);
  }
}
