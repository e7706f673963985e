/** A durable consumer as `deploy/nats/streams.json` declares it. */
export interface ConsumerDeclaration {
  readonly name: string;
  readonly filterSubjects: readonly string[];
}

/** The stream as `deploy/nats/streams.json` declares it. */
export interface StreamDeclaration {
  readonly subjects: readonly string[];
  readonly maxBytes: number;
  readonly maxMessageBytes: number;
  readonly duplicateWindowSeconds: number;
  readonly replicas: number;
  readonly consumers?: readonly ConsumerDeclaration[];
}

export interface NatsCredentials {
  readonly user?: string;
  readonly password?: string;
}

/** Creates or updates the event stream (limits retention, discard new, file storage) and its consumers. Idempotent. */
export function provisionStreams(
  _url: string,
  _credentials: NatsCredentials,
  _streamName: string,
  _declaration: StreamDeclaration,
): Promise<void> {
  return Promise.reject(new Error('not built'));
}
