import { headers, type MsgHdrs } from '@nats-io/transport-node';

/** Header names of an event on the stream. Subjects and headers never carry personal data. */
export const EVENT_HEADER = {
  origin: 'Xq-Origin',
  epoch: 'Xq-Epoch',
  seq: 'Xq-Seq',
  eventId: 'Xq-Event-Id',
  type: 'Xq-Type',
  recordedAt: 'Xq-Recorded-At',
  correlation: 'Xq-Correlation-Id',
  /** The body was too large for the bus: the number is taken, the content is not here. */
  bodyLeftOut: 'Xq-Body-Left-Out',
} as const;

/** The place of an event in its origin's gapless sequence. */
export interface EventPosition {
  /** `<node>.<service>` */
  readonly origin: string;
  readonly epoch: string;
  readonly seq: bigint;
}

export interface EventEnvelope extends EventPosition {
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly correlationId?: string;
  readonly bodyLeftOut?: boolean;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NUMBER = /^[1-9]\d{0,17}$/;
const ORIGIN = /^[A-Za-z0-9_-]{1,64}\.[a-z0-9-]{1,64}$/;

export function writeEventHeaders(event: EventEnvelope): MsgHdrs {
  const out = headers();
  out.set(EVENT_HEADER.origin, event.origin);
  out.set(EVENT_HEADER.epoch, event.epoch);
  out.set(EVENT_HEADER.seq, String(event.seq));
  out.set(EVENT_HEADER.eventId, event.eventId);
  out.set(EVENT_HEADER.type, event.type);
  out.set(EVENT_HEADER.recordedAt, event.recordedAt);
  if (event.correlationId !== undefined) out.set(EVENT_HEADER.correlation, event.correlationId);
  if (event.bodyLeftOut === true) out.set(EVENT_HEADER.bodyLeftOut, '1');
  return out;
}

/** The position the headers name, or undefined when they name none that could be one. */
export function readPosition(get: (name: string) => string | undefined): EventPosition | undefined {
  const origin = get(EVENT_HEADER.origin) ?? '';
  const epoch = get(EVENT_HEADER.epoch) ?? '';
  const seq = get(EVENT_HEADER.seq) ?? '';
  return ORIGIN.test(origin) && UUID.test(epoch) && NUMBER.test(seq) ? { origin, epoch, seq: BigInt(seq) } : undefined;
}

export function isUuid(value: string): boolean {
  return UUID.test(value);
}
