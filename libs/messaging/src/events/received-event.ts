import type { DescMessage, Message, MessageShape } from '@bufbuild/protobuf';

/** An event as a projector gets it: decoded, not a duplicate, inside the transaction that will mark it as seen. */
export interface ReceivedEvent {
  /** `<node>.<service>` that numbered the event. */
  readonly origin: string;
  readonly epoch: string;
  readonly seq: bigint;
  readonly eventId: string;
  /** Full proto message name. */
  readonly type: string;
  readonly message: Message;
  readonly schema: DescMessage;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
}

/** The event's message when it is of this type, else undefined. */
export function eventAs<D extends DescMessage>(event: ReceivedEvent, schema: D): MessageShape<D> | undefined {
  return event.type === schema.typeName ? (event.message as MessageShape<D>) : undefined;
}
