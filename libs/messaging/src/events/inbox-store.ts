import type { DeadLetterDraft } from './dead-letter.js';
import type { ReceivedEvent } from './received-event.js';
import type { SeenNumbers } from './watermark.js';

/** One numbering: a service's epoch. */
export interface Numbering {
  readonly origin: string;
  readonly epoch: string;
}

/** What one batch changes in what the consumer remembers of one numbering. */
export interface NumberingChange extends Numbering {
  readonly watermark: bigint;
  readonly hold: readonly { readonly seq: bigint; readonly eventId: string }[];
  readonly release: readonly bigint[];
}

/** The inside of one transaction of a consumer. */
export interface InboxSession {
  /** Locks what is remembered of these numberings until the end of the transaction and reads it. Same order as asked. */
  lock(numberings: readonly Numbering[]): Promise<SeenNumbers[]>;
  /** The projector's effect. */
  apply(events: readonly ReceivedEvent[]): Promise<void>;
  save(changes: readonly NumberingChange[], letters: readonly DeadLetterDraft[]): Promise<void>;
}

/** Where a consumer keeps its inbox. `transaction` commits all or nothing. */
export interface InboxStore {
  transaction(work: (session: InboxSession) => Promise<void>): Promise<void>;
}
