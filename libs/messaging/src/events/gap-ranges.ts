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

/** How long the watermark of one origin and epoch has stood before a hole. Moving forward starts the clock anew. */
export class GapClock {
  private watermark = -1n;
  private since = 0;

  /** Milliseconds the hole above this watermark has been open at `now`. */
  age(watermark: bigint, now: number): number {
    if (watermark !== this.watermark) {
      this.watermark = watermark;
      this.since = now;
    }
    return now - this.since;
  }

  /** After a resend was asked for: give it time before the next. */
  restart(now: number): void {
    this.since = now;
  }
}
