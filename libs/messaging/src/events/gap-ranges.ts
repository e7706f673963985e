import type { SeenNumbers } from './watermark.js';

/** Numbers `from..to`, both included. */
export interface NumberRange {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * The holes between the watermark and `head` (the origin's highest number, or the highest one held), lowest first, together
 * not more than `limit` numbers: a resend is asked for in portions.
 */
export function missingRanges(seen: SeenNumbers, head: bigint, limit: number): NumberRange[] {
  const ranges: NumberRange[] = [];
  const ends = [...new Set(seen.held)]
    .filter((seq) => seq > seen.watermark && seq <= head)
    .sort((a, b) => (a < b ? -1 : 1));
  let left = BigInt(limit);
  let next = seen.watermark + 1n;
  for (const end of [...ends, head + 1n]) {
    if (left <= 0n) break;
    if (end > next) {
      const size = end - next < left ? end - next : left;
      ranges.push({ from: next, to: next + size - 1n });
      left -= size;
    }
    next = end + 1n;
  }
  return ranges;
}

/** Longest pause between two requests for the same hole. */
const LONGEST_PAUSE_MS = 300_000;

/**
 * When to ask for what is missing of one origin and epoch. While the watermark stands, each request waits twice as long as the one
 * before; moving forward starts anew.
 */
export class GapClock {
  private watermark = -1n;
  private since = 0;
  private requests = 0;

  /** Whether the hole above this watermark has been open, or the last request has gone by, for long enough at `now`. */
  isDue(watermark: bigint, now: number, patienceMs: number): boolean {
    if (watermark !== this.watermark) {
      this.watermark = watermark;
      this.since = now;
      this.requests = 0;
    }
    const pause = Math.min(LONGEST_PAUSE_MS, patienceMs * 2 ** Math.min(this.requests, 16));
    return now - this.since >= pause;
  }

  /** The watermark has not moved since something was asked for. */
  get inVain(): boolean {
    return this.requests > 0;
  }

  /** After a resend was asked for: give it time before the next. */
  restart(now: number): void {
    this.since = now;
    this.requests += 1;
  }
}
