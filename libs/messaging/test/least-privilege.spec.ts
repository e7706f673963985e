import { readFileSync } from 'node:fs';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provisionStreams, type StreamDeclaration } from '#messaging';
import type { ServiceSettings } from '#tier';
import { EventFlowNode, until } from './support/event-flow-node.js';
import { OwnNats } from './support/own-nats.js';

jest.setTimeout(60_000);

const DEPLOY = new URL('../../../deploy/nats/', import.meta.url);
const USERS = ['provisioning', 'gateway', 'identity', 'registry', 'smi', 'kpi'] as const;
type User = (typeof USERS)[number];

const declaration = JSON.parse(readFileSync(new URL('streams.json', DEPLOY), 'utf8')) as StreamDeclaration;

/** The file as it is shipped; only address and folder are the test's. */
function shipped(folder: string): string {
  return readFileSync(new URL('nats.conf', DEPLOY), 'utf8')
    .replace(/^(listen|http|server_name): .*$/gm, '')
    .replace('"/data"', JSON.stringify(folder))
    .replace(/\$NATS_([A-Z]+)_PASSWORD/g, (_all, user: string) => passwordOf(user.toLowerCase()));
}

function passwordOf(user: string): string {
  return `secret${user}`;
}

describe('the shipped NATS configuration', () => {
  let nats: OwnNats;
  const open: NatsConnection[] = [];

  beforeAll(async () => {
    nats = await (await OwnNats.create(shipped)).start();
    await provisionStreams(nats.url, { user: 'provisioning', password: passwordOf('provisioning') }, 'EVENTS', {
      ...declaration,
      maxBytes: 100_000_000,
    });
  });

  afterEach(async () => {
    for (const connection of open.splice(0)) await connection.close();
  });

  afterAll(() => nats.remove());

  it('lets nobody in without a password', async () => {
    await expect(connect({ servers: nats.url })).rejects.toThrow(/authorization/i);
    await expect(connect({ servers: nats.url, user: 'smi', pass: 'guess' })).rejects.toThrow(/authorization/i);
  });

  it.each(USERS)('opens %s no inbox but its own', async (user) => {
    for (const other of USERS.filter((one) => one !== user)) {
      expect([other, await maySubscribe(user, `_INBOX_${other}.>`)]).toEqual([other, false]);
    }
    expect(await maySubscribe(user, `_INBOX_${user}.>`)).toBe(true);
  });

  it.each([
    ['smi', 'n.n1.xinqiao.identity.v1.AuthService.SignIn'],
    ['smi', 'n.n1.xinqiao.identity.>'],
    ['smi', 'n.n1.xinqiao.common.v1.OutboxService.Head.registry'],
    ['kpi', 'n.n1.xinqiao.smi.v1.FollowUpService.RecordFollowUp'],
    ['gateway', 'n.n1.xinqiao.smi.>'],
    ['registry', 'evt.n1.xinqiao.smi.v1.FollowUpRecorded'],
    ['kpi', 'evt.>'],
    ['identity', '>'],
    ['smi', '$JS.>'],
    ['smi', '_INBOX.>'],
    ['smi', 'notice.n1.*'],
    ['gateway', 'notice.>'],
    ['gateway', 'evt.>'],
  ] as const)('does not let %s listen to %s, alone or in a queue', async (user, subject) => {
    expect(await maySubscribe(user, subject)).toBe(false);
    expect(await maySubscribe(user, subject, user)).toBe(false);
    expect(await maySubscribe(user, subject, 'identity')).toBe(false);
  });

  it.each([
    ['smi', 'evt.n1.xinqiao.identity.v1.UserChanged'],
    ['smi', 'notice.n1.registry'],
    ['gateway', 'notice.n1.kpi'],
    ['provisioning', 'notice.n1.kpi'],
    ['smi', 'evt.n1.xinqiao.registry.v1.PersonRegistered'],
    ['gateway', 'evt.n1.xinqiao.smi.v1.FollowUpRecorded'],
    ['kpi', 'n.n1.xinqiao.smi.v1.FollowUpService.RecordFollowUp'],
    ['smi', 'n.n1.xinqiao.identity.v1.UserService.CreateUser'],
    ['identity', 'n.n1.xinqiao.registry.v1.PersonService.RevealPerson'],
    ['kpi', '_INBOX_identity.x'],
    ['kpi', '$JS.API.STREAM.PURGE.EVENTS'],
    ['kpi', '$JS.API.STREAM.DELETE.EVENTS'],
    ['smi', '$JS.API.CONSUMER.CREATE.EVENTS.mine'],
    ['smi', '$JS.API.CONSUMER.MSG.NEXT.EVENTS.kpi__smi'],
    ['smi', '$JS.ACK.EVENTS.kpi__smi.1.1.1.1.0'],
    ['provisioning', '$JS.API.STREAM.PURGE.EVENTS'],
    ['provisioning', 'evt.n1.xinqiao.smi.v1.FollowUpRecorded'],
  ] as const)('does not let %s publish %s', async (user, subject) => {
    expect(await mayPublish(user, subject)).toBe(false);
  });

  it('lets a service take the requests of its own methods only in its own queue', async () => {
    const own = 'n.n1.xinqiao.smi.v1.FollowUpService.RecordFollowUp';
    expect(await maySubscribe('smi', own, 'smi')).toBe(true);
    expect(await maySubscribe('smi', own, 'spy')).toBe(false);
    expect(await maySubscribe('smi', own)).toBe(false);
  });

  it('makes exactly the consumers that are declared', async () => {
    const connection = await as('provisioning');
    const manager = await jetstreamManager(connection);
    for (const { name, filterSubjects } of declaration.consumers ?? []) {
      const { config } = await manager.consumers.info('EVENTS', name);
      expect(config.filter_subjects ?? [config.filter_subject]).toEqual(filterSubjects);
    }
    expect((await manager.streams.info('EVENTS')).config).toMatchObject({
      retention: 'limits',
      discard: 'new',
      storage: 'file',
      deny_delete: true,
    });
  });

  it('acknowledges a published event to the service that may publish it', async () => {
    const ack = await jetstream(await as('smi')).publish('evt.n9.xinqiao.smi.v1.Nothing', '{}');
    expect(ack.stream).toBe('EVENTS');
  });

  describe('with the services on it', () => {
    let flow: EventFlowNode;

    beforeEach(async () => {
      flow = await EventFlowNode.create();
    });

    afterEach(() => flow.close());

    it('is enough for events from one service to another, resends included', async () => {
      const smi = await flow.start('smi', credentials('smi'));
      await flow.start('kpi', credentials('kpi'));
      await flow.emit(smi, ['a', 'b']);
      await until(async () => (await flow.effects()).length === 2);
      const found = async () =>
        (await flow.database.query('select 1 from smi.outbox_subscriber where watermark = 2')).rowCount;
      await until(async () => (await found()) === 1);
      // Lost by its consumer: only a resend can heal it.
      await flow.database.query('update kpi.inbox_watermark set watermark = 1');
      await flow.database.query(`delete from kpi.effect where case_id = 'b'`);
      await until(async () => (await flow.effects()).length === 2);
      expect(await flow.effects()).toEqual(['a', 'b']);
      // Acknowledgements get through as well.
      const manager = await jetstreamManager(await as('provisioning'));
      await until(async () => (await manager.consumers.info('EVENTS', 'kpi__smi')).num_ack_pending === 0);
    });
  });

  function credentials(user: User): Partial<ServiceSettings> {
    return {
      natsUrl: nats.url,
      natsUser: user,
      natsPassword: passwordOf(user),
      natsMonitorUrl: nats.monitorUrl,
      eventStream: 'EVENTS',
    };
  }

  async function as(user: User): Promise<NatsConnection> {
    const connection = await connect({
      servers: nats.url,
      user,
      pass: passwordOf(user),
      inboxPrefix: `_INBOX_${user}`,
      reconnect: false,
    });
    open.push(connection);
    return connection;
  }

  async function maySubscribe(user: User, subject: string, queue?: string): Promise<boolean> {
    const connection = await as(user);
    const refused = Promise.withResolvers<boolean>();
    connection.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error) => refused.resolve(error instanceof PermissionViolationError),
    });
    await connection.flush();
    return !(await Promise.race([refused.promise, quiet()]));
  }

  async function mayPublish(user: User, subject: string): Promise<boolean> {
    const connection = await as(user);
    const refused = Promise.withResolvers<boolean>();
    void (async () => {
      for await (const status of connection.status()) {
        if (status.type === 'error') refused.resolve(status.error instanceof PermissionViolationError);
      }
    })();
    connection.publish(subject, '{}');
    await connection.flush();
    return !(await Promise.race([refused.promise, quiet()]));
  }
});

/** The server sends a violation before the pong of the flush; this is only for the client to hand it on. */
async function quiet(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return false;
}
