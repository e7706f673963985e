import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DomainError } from '#contracts';
import { NoticeBoard } from '#messaging';
import type { Caller } from '#observability';
import { EventStream } from './event-stream.js';
import { NoticeHistory } from './notice-history.js';

const BEAT_MS = 15_000;
const MOST_OF_A_USER = 8;
const MOST_AT_ALL = 5_000;

/** Hands the notices of this node to the pages that listen here, each its own. */
@Injectable()
export class EventHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<EventStream>();
  private readonly history = new NoticeHistory();
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(private readonly board: NoticeBoard) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.board.listen((notice) => {
      const numbered = this.history.add(notice);
      for (const stream of this.streams) stream.tell(numbered);
    });
    this.timer = setInterval(() => {
      for (const stream of this.streams) stream.beat();
    }, BEAT_MS).unref();
  }

  /** Open streams must not hold up the end of the server. */
  beforeApplicationShutdown(): void {
    this.stopListening?.();
    clearInterval(this.timer);
    for (const stream of this.streams) stream.end();
    this.streams.clear();
  }

  /** A stream for this user, going on after the last id the page has seen, where that can be told. */
  open(caller: Caller, stillGood: () => void, lastId: string | undefined): EventStream {
    const own = [...this.streams].filter((stream) => stream.caller.id === caller.id).length;
    if (own >= MOST_OF_A_USER || this.streams.size >= MOST_AT_ALL) {
      throw new DomainError('COMMON.RATE_LIMITED', { retryAfterSeconds: BEAT_MS / 1_000 });
    }
    const stream = new EventStream(caller, stillGood);
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    const missed = lastId === undefined ? [] : this.history.since(lastId);
    stream.begin(this.history.position);
    if (missed === undefined) stream.reset(this.history.position);
    else for (const numbered of missed) stream.tell(numbered);
    return stream;
  }
}
