import { DomainError } from '#contracts';
import type { NumberRange } from './gap-ranges.js';
import { GapClock, missingRanges } from './gap-ranges.js';
import type { Numbering } from './inbox-store.js';
import type { SeenNumbers } from './watermark.js';

/** What an origin says about itself. */
export interface OriginAnswer {
  readonly epoch: string;
  /** Highest number given. */
  readonly head: bigint;
  /** Earlier epochs of which it keeps events, and the highest number among them. */
  readonly closed: readonly { readonly epoch: string; readonly last: bigint }[];
}

export interface ResendAnswer {
  readonly resent: number;
  /** Lowest number of the epoch that is still kept; 0 when none is. */
  readonly floor: bigint;
  /** The epoch is over. */
  readonly closed: boolean;
}

/** The origins, asked over rpc. Each may refuse with `COMMON.UNAVAILABLE` while it is away. */
export interface Origins {
  head(origin: string): Promise<OriginAnswer>;
  resend(numbering: Numbering, range: NumberRange): Promise<ResendAnswer>;
  report(numbering: Numbering, watermark: bigint): Promise<void>;
}

/** What the consumer remembers, read outside its transactions. */
export interface SeenReader {
  seen(): Promise<readonly (Numbering & SeenNumbers)[]>;
  /** Gives numbers up that can never be had again, so that the watermark can pass; leaves a dead letter. */
  giveUp(numbering: Numbering, range: NumberRange): Promise<void>;
}

export interface GapOptions {
  /** A hole younger than this may still be under way. Default 1,000. */
  readonly patienceMs?: number;
  /** Most numbers asked for at once. Default 500. */
  readonly portion?: number;
}

/**
 * Finds every loss, whatever the broker says: compares what was seen with the origin's own highest number, asks the origin
 * to send what is missing, and reports the watermark below which it may forget (reliability-security.md D1, D4).
 */
export class GapHealer {
  private readonly clocks = new Map<string, GapClock>();
  private readonly reported = new Map<string, bigint>();
  private readonly patienceMs: number;
  private readonly portion: number;

  constructor(
    private readonly expected: readonly string[],
    private readonly origins: Origins,
    private readonly store: SeenReader,
    options: GapOptions = {},
  ) {
    this.patienceMs = options.patienceMs ?? 1_000;
    this.portion = options.portion ?? 500;
  }

  /** One look at everything; true when a hole is open, so that the next look should come soon. */
  async check(now: number): Promise<boolean> {
    const all = await this.store.seen();
    let open = false;
    for (const origin of new Set([...this.expected, ...all.map((one) => one.origin)])) {
      const ofOrigin = all.filter((one) => one.origin === origin);
      open = (await this.checkOrigin(origin, ofOrigin, now)) || open;
    }
    return open;
  }

  private async checkOrigin(origin: string, seen: readonly (Numbering & SeenNumbers)[], now: number): Promise<boolean> {
    const answer = await reachable(this.origins.head(origin));
    // Without an answer nothing can be resent either.
    if (answer === undefined) return seen.some((one) => one.held.length > 0);
    const heads = new Map([
      ...answer.closed.map(({ epoch, last }) => [epoch, last] as const),
      [answer.epoch, answer.head],
    ]);
    const unseen = [...heads.keys()].filter((epoch) => !seen.some((one) => one.epoch === epoch));
    let open = false;
    for (const one of [...seen, ...unseen.map((epoch) => ({ origin, epoch, watermark: 0n, held: [] }))]) {
      const told = heads.get(one.epoch) ?? 0n;
      // Of a closed epoch the origin may know less than was seen.
      const head = one.epoch === answer.epoch ? told : max(told, highest(one));
      open = (await this.checkNumbering(one, head, now)) || open;
      await this.report(one);
    }
    return open;
  }

  private async checkNumbering(one: Numbering & SeenNumbers, head: bigint, now: number): Promise<boolean> {
    const key = `${one.origin} ${one.epoch}`;
    const clock = this.clocks.get(key) ?? new GapClock();
    this.clocks.set(key, clock);
    const due = clock.isDue(one.watermark, now, this.patienceMs);
    // What was asked for in vain most likely waits on the stream for a consumer that stands still: asking for all of it again and
    // again would fill the stream. Should it be lost, one number shows it: the watermark moves.
    const missing = missingRanges(one, head, clock.inVain ? 1 : this.portion);
    if (missing.length === 0) return false;
    if (!due) return true;
    for (const range of missing) await this.heal(one, range);
    clock.restart(now);
    return true;
  }

  private async heal(one: Numbering, range: NumberRange): Promise<void> {
    const answer = await reachable(this.origins.resend(one, range));
    if (answer === undefined) return;
    const size = range.to - range.from + 1n;
    if (BigInt(answer.resent) >= size) return;
    if (answer.closed && answer.resent === 0) return this.store.giveUp(one, range);
    const gone = answer.floor === 0n ? range.to + 1n : answer.floor;
    if (gone > range.from) {
      const to = gone <= range.to ? gone - 1n : range.to;
      await this.store.giveUp(one, { from: range.from, to });
    }
  }

  private async report(one: Numbering & SeenNumbers): Promise<void> {
    const key = `${one.origin} ${one.epoch}`;
    if (this.reported.get(key) === one.watermark) return;
    const done = await reachable(this.origins.report(one, one.watermark).then(() => true));
    if (done === true) this.reported.set(key, one.watermark);
  }
}

function highest(seen: SeenNumbers): bigint {
  return seen.held.reduce(max, seen.watermark);
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

async function reachable<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.category === 'unavailable') return undefined;
    throw error;
  }
}
