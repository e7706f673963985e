import { EVENT_HEADER } from '../../src/events/event-headers.js';
import type { RawMessage } from '../../src/events/event-reader.js';
import type { NumberedEvent } from '../../src/outbox/outbox-store.js';
import type { Decisions } from './decisions.js';

interface StoredMessage {
  readonly raw: RawMessage;
  acknowledged: boolean;
}

export interface Handed {
  readonly raw: RawMessage;
  ack(): void;
}

/** How many steps the stream remembers message ids: short, so that late copies get through. */
const DUPLICATE_WINDOW = 40;

/** JetStream as one consumer sees it: at least once, in any order, and sometimes it has lost what it had. */
export class StreamModel {
  private messages: StoredMessage[] = [];
  private readonly recent = new Map<string, number>();
  private clock = 0;

  tick(): void {
    this.clock += 1;
  }

  store(event: NumberedEvent, withId: boolean): void {
    if (withId && this.isRecent(event.eventId)) return;
    this.recent.set(event.eventId, this.clock);
    this.messages.push({ raw: rawOf(event), acknowledged: false });
  }

  /** All or, when one of them is known, none. */
  storeTogether(events: readonly NumberedEvent[]): boolean {
    if (events.some((event) => this.isRecent(event.eventId))) return false;
    for (const event of events) this.store(event, true);
    return true;
  }

  private isRecent(id: string): boolean {
    const last = this.recent.get(id);
    return last !== undefined && this.clock - last < DUPLICATE_WINDOW;
  }

  /** Some or all messages are gone: a purge, an aged or broken store. */
  lose(decisions: Decisions): void {
    const all = decisions.chance(300);
    this.messages = this.messages.filter(() => !all && !decisions.chance(400));
  }

  get waiting(): number {
    return this.messages.filter((message) => !message.acknowledged).length;
  }

  /** Up to `limit` unacknowledged messages: some skipped for now, some twice, shuffled. */
  hand(limit: number, decisions: Decisions): Handed[] {
    const open = this.messages.filter((message) => !message.acknowledged && !decisions.chance(150));
    const copies = open.flatMap((message) => (decisions.chance(150) ? [message, message] : [message]));
    for (let i = copies.length - 1; i > 0; i -= 1) {
      if (!decisions.chance(300)) continue;
      const j = decisions.below(i + 1);
      [copies[i], copies[j]] = [copies[j]!, copies[i]!];
    }
    return copies.slice(0, limit).map((message) => ({
      raw: message.raw,
      ack: () => {
        message.acknowledged = true;
      },
    }));
  }
}

function rawOf(event: NumberedEvent): RawMessage {
  return {
    subject: event.subject,
    body: new TextEncoder().encode(event.payload),
    headers: {
      [EVENT_HEADER.origin]: event.origin,
      [EVENT_HEADER.epoch]: event.epoch,
      [EVENT_HEADER.seq]: String(event.seq),
      [EVENT_HEADER.eventId]: event.eventId,
      [EVENT_HEADER.type]: event.type,
      [EVENT_HEADER.recordedAt]: event.recordedAt,
    },
  };
}
