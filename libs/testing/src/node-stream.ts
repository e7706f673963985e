import { readFile } from 'node:fs/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { provisionStreams, type StreamDeclaration } from '#messaging';
import { testServers } from './test-servers.js';

const DECLARATION = new URL('../../../deploy/nats/streams.json', import.meta.url);

export interface NodeStream {
  readonly name: string;
  drop(): Promise<void>;
}

/**
 * The event stream as it is declared for production, narrowed to the subjects of one test node: streams of one server
 * must not overlap, and no test may see the events of another.
 */
export async function createNodeStream(nodeId: string): Promise<NodeStream> {
  const { natsUrl } = testServers();
  const name = `EVENTS_${nodeId}`;
  await provisionStreams(natsUrl, {}, name, narrowed(await declaration(), nodeId));
  return { name, drop: () => deleteStream(natsUrl, name) };
}

async function declaration(): Promise<StreamDeclaration> {
  const file = JSON.parse(await readFile(DECLARATION, 'utf8')) as StreamDeclaration & { stream?: StreamDeclaration };
  return file.stream ?? file;
}

function narrowed(declared: StreamDeclaration, nodeId: string): StreamDeclaration {
  return {
    ...declared,
    subjects: [`evt.${nodeId}.>`],
    maxBytes: 256 * 1024 * 1024,
    replicas: 1,
    ...(declared.consumers && {
      consumers: declared.consumers.map((consumer) => ({
        ...consumer,
        filterSubjects: consumer.filterSubjects.map((subject) => subject.replace(/^evt\.[*>]/, `evt.${nodeId}`)),
      })),
    }),
  };
}

async function deleteStream(url: string, name: string): Promise<void> {
  const connection = await connect({ servers: url });
  const manager = await jetstreamManager(connection);
  await manager.streams.delete(name).catch(() => false);
  await connection.close();
}
