import { fromJson, type DescMessage, type JsonValue } from '@bufbuild/protobuf';
import type { DeadLetterCode, DeadLetterDraft } from './dead-letter.js';
import { EVENT_HEADER, isUuid, readPosition, type EventPosition } from './event-headers.js';
import { isKnownType } from './event-types.js';
import type { ReceivedEvent } from './received-event.js';

/** Larger bodies are not parsed. */
export const MAX_EVENT_BYTES = 1_000_000;

/** A message as it came, before anybody believed anything in it. */
export interface RawMessage {
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a message turned out to be for one projector. */
export type Reading =
  | {
      readonly kind: 'event';
      readonly position: EventPosition;
      readonly event: ReceivedEvent;
      readonly raw: RawMessage;
    }
  /** Of the same origin, but not one of the projector's types: only its number counts. */
  | { readonly kind: 'other'; readonly position: EventPosition }
  /** Can never be applied as it is. Without a position its headers are unreadable too. */
  | { readonly kind: 'bad'; readonly position: EventPosition | undefined; readonly letter: DeadLetterDraft };

/** Reads messages for one projector. Additive fields of a newer release are skipped, anything else unknown is a dead letter. */
export class EventReader {
  private readonly wanted: ReadonlyMap<string, DescMessage>;

  constructor(events: readonly DescMessage[]) {
    this.wanted = new Map(events.map((event) => [event.typeName, event]));
  }

  read(raw: RawMessage): Reading {
    const position = readPosition((name) => raw.headers[name]);
    if (position === undefined) return bad(raw, undefined, 'EVENT.UNREADABLE', 'no valid position in the headers');
    if (raw.headers[EVENT_HEADER.bodyLeftOut] !== undefined || raw.body.length > MAX_EVENT_BYTES) {
      return bad(raw, position, 'EVENT.TOO_LARGE', 'larger than an event may be');
    }
    const type = raw.headers[EVENT_HEADER.type] ?? '';
    const schema = this.wanted.get(type);
    if (schema !== undefined) return decode(raw, position, schema);
    return isKnownType(type)
      ? { kind: 'other', position }
      : bad(raw, position, 'EVENT.UNKNOWN_TYPE', 'this release does not know the type');
  }
}

function decode(raw: RawMessage, position: EventPosition, schema: DescMessage): Reading {
  const eventId = raw.headers[EVENT_HEADER.eventId] ?? '';
  if (!isUuid(eventId)) return bad(raw, position, 'EVENT.UNREADABLE', 'no event id');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw.body);
    const message = fromJson(schema, JSON.parse(text) as JsonValue, { ignoreUnknownFields: true });
    const recordedAt = raw.headers[EVENT_HEADER.recordedAt] ?? '';
    const event = { ...position, eventId, type: schema.typeName, message, schema, recordedAt };
    return { kind: 'event', position, event, raw };
  } catch {
    // The parser's message quotes the text it could not read, which may be personal.
    return bad(raw, position, 'EVENT.UNREADABLE', `not a ${schema.typeName}`);
  }
}

function bad(raw: RawMessage, position: EventPosition | undefined, code: DeadLetterCode, detail: string): Reading {
  return { kind: 'bad', position, letter: letterOf(raw, position, code, detail) };
}

/** The dead letter for a message. */
export function letterOf(
  raw: RawMessage,
  position: EventPosition | undefined,
  code: DeadLetterCode,
  detail: string,
): DeadLetterDraft {
  const eventId = raw.headers[EVENT_HEADER.eventId];
  const type = raw.headers[EVENT_HEADER.type];
  return {
    code,
    detail,
    subject: raw.subject,
    headers: raw.headers,
    payload: storable(raw.body.subarray(0, MAX_EVENT_BYTES)),
    ...(eventId === undefined ? {} : { eventId }),
    ...(type === undefined ? {} : { type }),
    ...(position === undefined ? {} : { position }),
  };
}

// PostgreSQL text takes neither broken UTF-8 nor NUL.
function storable(body: Uint8Array): string {
  return new TextDecoder().decode(body).replaceAll('\0', '\uFFFD');
}
