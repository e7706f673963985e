import type { EventPosition } from './event-headers.js';

/** Why an event could not be applied. */
export type DeadLetterCode =
  'EVENT.UNREADABLE' | 'EVENT.UNKNOWN_TYPE' | 'EVENT.TOO_LARGE' | 'EVENT.REJECTED' | 'EVENT.GONE';

/** What is kept of an event that can never succeed as it is: enough to find the cause and to replay it. */
export interface DeadLetterDraft {
  readonly code: DeadLetterCode;
  /** For operators: kind of error, never values. */
  readonly detail: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
  readonly eventId?: string;
  readonly type?: string;
  readonly position?: EventPosition;
}
