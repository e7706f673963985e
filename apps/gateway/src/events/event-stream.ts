import { Readable } from 'node:stream';
import type { Caller } from '#observability';
import type { NumberedNotice } from './notice-history.js';
import { noticeFor } from './notice-view.js';

/** Bytes that may wait for a slow client; a line that takes no more is ended, and the page asks again. */
const MOST_WAITING = 64 * 1_024;

/** How long a page waits before it connects anew. */
const RETRY_MS = 3_000;

/** One page that listens: server-sent events for one user. */
export class EventStream extends Readable {
  constructor(
    readonly caller: Caller,
    /** Throws when the session behind the stream has ended. */
    private readonly stillGood: () => void,
  ) {
    super({ highWaterMark: MOST_WAITING });
  }

  /** Says where the stream begins, so that the page can go on from there. */
  begin(position: string): void {
    this.write(`retry: ${RETRY_MS}\nid: ${position}\nevent: begin\ndata: {}\n\n`);
  }

  /** What was missed cannot be told: the page should read everything again. */
  reset(position: string): void {
    this.write(`id: ${position}\nevent: reset\ndata: {}\n\n`);
  }

  tell({ id, notice }: NumberedNotice): void {
    const view = noticeFor(this.caller, notice);
    if (view !== undefined) this.write(`id: ${id}\nevent: ${notice.type}\ndata: ${JSON.stringify(view)}\n\n`);
  }

  /** Keeps proxies from closing a silent line, and ends it with the session. */
  beat(): void {
    try {
      this.stillGood();
      this.write(': \n\n');
    } catch {
      this.end();
    }
  }

  end(): void {
    if (!this.readableEnded && !this.destroyed) this.push(null);
  }

  override _read(): void {
    // Everything is pushed when it happens.
  }

  private write(text: string): void {
    if (this.destroyed || this.readableEnded) return;
    if (!this.push(text) && this.readableLength > MOST_WAITING) this.destroy();
  }
}
