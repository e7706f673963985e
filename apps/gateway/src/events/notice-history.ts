import { randomBytes } from 'node:crypto';
import type { Notice } from '#messaging';

/** A notice as a stream sends it. */
export interface NumberedNotice {
  /** `<start of this process>-<number>`, for `Last-Event-ID`. */
  readonly id: string;
  readonly notice: Notice;
}

const KEPT = 1_000;

/** The last notices, so that a page whose line was down for a moment misses none. */
export class NoticeHistory {
  private readonly process = randomBytes(6).toString('hex');
  private readonly kept: NumberedNotice[] = [];
  private last = 0;

  add(notice: Notice): NumberedNotice {
    this.last += 1;
    const numbered = { id: `${this.process}-${this.last}`, notice };
    this.kept.push(numbered);
    if (this.kept.length > KEPT) this.kept.shift();
    return numbered;
  }

  /** Where a stream that begins now stands. */
  get position(): string {
    return `${this.process}-${this.last}`;
  }

  /** What came after an id; undefined when that cannot be told any more, or the id is another process's. */
  since(id: string): readonly NumberedNotice[] | undefined {
    const [process, number = ''] = id.split('-');
    if (process !== this.process || !/^\d{1,15}$/.test(number)) return undefined;
    const missed = this.last - Number(number);
    if (missed < 0 || missed > this.kept.length) return undefined;
    return missed === 0 ? [] : this.kept.slice(-missed);
  }
}
