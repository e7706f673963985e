import { beforeEach, describe, expect, it } from '@jest/globals';
import { GapHealer, type Origins, type SeenReader } from './gap-healer.js';
import type { NumberRange } from './gap-ranges.js';
import type { Numbering } from './inbox-store.js';

const ORIGIN = 'n1.smi';

/** An origin that has everything, and a consumer whose watermark is moved by hand. */
class Pair implements Origins, SeenReader {
  head_ = 0n;
  closed: { epoch: string; last: bigint }[] = [];
  watermark = 0n;
  resent: NumberRange[] = [];
  readonly epochs = new Set<string>();

  head = () => Promise.resolve({ epoch: 'now', head: this.head_, closed: this.closed });

  resend({ epoch }: Numbering, range: NumberRange) {
    this.resent.push(range);
    this.epochs.add(epoch);
    return Promise.resolve({ resent: Number(range.to - range.from) + 1, floor: 1n, closed: false });
  }

  report = () => Promise.resolve();

  seen = () => Promise.resolve([{ origin: ORIGIN, epoch: 'now', watermark: this.watermark, held: [] }]);

  giveUp = () => Promise.reject(new Error('nothing is lost for good'));

  get numbers(): number {
    return this.resent.reduce((sum, { from, to }) => sum + Number(to - from) + 1, 0);
  }
}

describe('GapHealer', () => {
  let pair: Pair;
  let healer: GapHealer;
  let now: number;

  beforeEach(() => {
    pair = new Pair();
    healer = new GapHealer([ORIGIN], pair, pair);
    now = 0;
  });

  async function look(seconds: number): Promise<void> {
    for (const end = now + seconds * 1_000; now < end; now += 500) await healer.check(now);
  }

  it('puts little on the stream for a consumer that stands still for hours', async () => {
    pair.head_ = 100_000n;
    await look(3 * 3_600);
    expect(pair.resent[0]).toEqual({ from: 1n, to: 500n });
    expect(pair.numbers).toBeLessThan(500 + 3 * 12 + 10);
  });

  it('asks for all that is missing again as soon as one of them has arrived', async () => {
    pair.head_ = 400n;
    await look(600);
    pair.watermark = 1n;
    pair.resent = [];
    await look(3);
    expect(pair.resent).toEqual([{ from: 2n, to: 400n }]);
  });

  it('asks for what an origin keeps of an epoch that is over, although nothing of it was ever seen', async () => {
    pair.closed = [{ epoch: 'before', last: 7n }];
    await look(3);
    expect(pair.resent).toEqual([{ from: 1n, to: 7n }]);
    expect([...pair.epochs]).toEqual(['before']);
  });
});
