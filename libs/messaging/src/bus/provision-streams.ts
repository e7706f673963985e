import {
  DiscardPolicy,
  jetstreamManager,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import { consumerConfig } from '../events/event-consumer.js';
import { refuseOldServer } from './assert-nats-server.js';

/** A durable consumer as `deploy/nats/streams.json` declares it. */
export interface ConsumerDeclaration {
  /** `<app>__<projector>` */
  readonly name: string;
  readonly filterSubjects: readonly string[];
}

/** The stream as `deploy/nats/streams.json` declares it. */
export interface StreamDeclaration {
  readonly subjects: readonly string[];
  /** When full the stream refuses and events wait in the outbox. */
  readonly maxBytes: number;
  readonly maxMessageBytes: number;
  /** What is older has been applied long ago, or is asked for again from its origin. */
  readonly maxAgeSeconds: number;
  /** An optimisation only: exactness comes from the inbox. */
  readonly duplicateWindowSeconds: number;
  /** 3 where there are three servers. */
  readonly replicas: number;
  readonly consumers?: readonly ConsumerDeclaration[];
}

export interface NatsCredentials {
  readonly user?: string;
  readonly password?: string;
}

const STREAM_NOT_FOUND = 10_059;
const CONSUMER_EXISTS = 10_148;
const MILLION = 1_000_000n;

/** Creates or updates the event stream (limits retention, discard new, file storage) and its consumers. Idempotent. */
export async function provisionStreams(
  url: string,
  credentials: NatsCredentials,
  streamName: string,
  declaration: StreamDeclaration,
): Promise<void> {
  refuseAsyncPersist(declaration);
  const connection = await connect({
    servers: url.split(','),
    name: 'provisioning',
    inboxPrefix: '_INBOX_provisioning',
    timeout: 5_000,
    ...(credentials.user === undefined ? {} : { user: credentials.user }),
    ...(credentials.password === undefined ? {} : { pass: credentials.password }),
  });
  try {
    refuseOldServer(connection);
    const manager = await jetstreamManager(connection);
    await provisionStream(manager, streamName, declaration);
    for (const consumer of declaration.consumers ?? []) await provisionConsumer(manager, streamName, consumer);
  } finally {
    await connection.close();
  }
}

async function provisionStream(manager: JetStreamManager, name: string, declaration: StreamDeclaration): Promise<void> {
  const existing = await streamConfigOf(manager, name);
  if (existing === undefined) {
    await manager.streams.add({ name, ...fixedConfig(), ...changeableConfig(declaration) });
    return;
  }
  refuseAsyncPersist(existing);
  if (existing.retention !== RetentionPolicy.Limits || existing.storage !== StorageType.File) {
    throw new Error(
      `stream ${name} exists with another retention or storage; remove it first (events are kept in the outboxes)`,
    );
  }
  await manager.streams.update(name, changeableConfig(declaration));
}

async function provisionConsumer(
  manager: JetStreamManager,
  stream: string,
  consumer: ConsumerDeclaration,
): Promise<void> {
  const config = consumerConfig(consumer.name, consumer.filterSubjects);
  try {
    await manager.consumers.add(stream, config);
  } catch (error) {
    // There is one with another configuration.
    if (!(error instanceof JetStreamApiError) || error.code !== CONSUMER_EXISTS) throw error;
    await manager.consumers.update(stream, consumer.name, config);
  }
}

async function streamConfigOf(manager: JetStreamManager, name: string): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === STREAM_NOT_FOUND) return undefined;
    throw error;
  }
}

function fixedConfig() {
  return { retention: RetentionPolicy.Limits, storage: StorageType.File, deny_delete: true };
}

function changeableConfig(declaration: StreamDeclaration) {
  return {
    subjects: [...declaration.subjects],
    discard: DiscardPolicy.New,
    max_bytes: declaration.maxBytes,
    max_msg_size: declaration.maxMessageBytes,
    max_age: Number(BigInt(declaration.maxAgeSeconds) * 1_000n * MILLION),
    duplicate_window: nanos(declaration.duplicateWindowSeconds * 1_000),
    num_replicas: declaration.replicas,
    // The relay sends what has piled up as one batch: one flush instead of hundreds.
    allow_atomic: true,
  };
}

/** `persist_mode: async` acknowledges before the disk has it, whatever the server's `sync_interval` (1.3). */
function refuseAsyncPersist(config: object): void {
  const { persist_mode: raw, persistMode: declared } = config as { persist_mode?: unknown; persistMode?: unknown };
  if (raw === 'async' || declared === 'async')
    throw new Error('persist_mode async would lose acknowledged events: refused');
}
