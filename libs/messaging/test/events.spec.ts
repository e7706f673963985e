import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FollowUpRecordedSchema } from '#contracts';
import { EventFlow, EventProjector, MessagingModule, RpcClient, type ReceivedEvent } from '#messaging';
import { systemCaller } from '#observability';
import { PersistenceModule, UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { signInAs, startService, type TestNode } from '#testing';
import pg from 'pg';
import { OperationsService } from '#contracts';
import { createMessagingNode } from './support/messaging-node.js';

jest.setTimeout(60_000);

const POISON = 'poison';
let mended = false;

@Injectable()
class VisitProjector extends EventProjector {
  override readonly consumer = 'kpi__smi';
  override readonly events = [FollowUpRecordedSchema];

  constructor(@Inject(SERVICE_SETTINGS) readonly settings: ServiceSettings) {
    super();
  }

  override async applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void> {
    const cases = events.map((event) => (event.message as unknown as { caseId: string }).caseId);
    await tx.query('insert into effect (event_id, case_id) select * from unnest($1::uuid[], $2::text[])', [
      events.map((event) => event.eventId),
      cases,
    ]);
    if (!mended && cases.includes(POISON)) throw new TypeError('cannot digest this');
  }
}

describe('events from one service to another', () => {
  let node: TestNode;
  let smi: INestApplicationContext | undefined;
  let kpi: INestApplicationContext | undefined;
  let bus: NatsConnection;
  let streams: JetStreamManager;
  let database: pg.Client;

  beforeEach(async () => {
    mended = false;
    node = await createMessagingNode(['smi', 'kpi']);
    bus = await connect({ servers: node.settings('smi').natsUrl });
    streams = await jetstreamManager(bus);
    database = new pg.Client({ connectionString: node.adminUrl });
    await database.connect();
  });

  afterEach(async () => {
    await smi?.close();
    await kpi?.close();
    [smi, kpi] = [undefined, undefined];
    await database.end();
    await bus.close();
    await node.close();
  });

  it('applies each event once, in order, shortly after the commit', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a']);
    await until(async () => (await effects()).length === 1);
    const started = Date.now();
    await emit(['b', 'c']);
    await until(async () => (await effects()).length === 3);
    expect(Date.now() - started).toBeLessThan(1_000);
    expect(await effects()).toEqual(['a', 'b', 'c']);
    expect(await watermarks()).toEqual([3]);
  });

  it('catches up with what was written while it was away, in batches', async () => {
    smi = await start('smi');
    const cases = Array.from({ length: 1_200 }, (_, i) => `case-${i}`);
    await emit(cases);
    kpi = await start('kpi');
    await until(async () => (await effects()).length === 1_200);
    expect(await effects()).toEqual(cases);
    expect(await watermarks()).toEqual([1_200]);
  });

  it('drops what it is handed twice', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a', 'b', 'c']);
    await until(async () => (await effects()).length === 3);
    for (const seq of [1, 2, 3]) await republish(seq);
    await emit(['d']);
    await until(async () => (await effects()).length === 4);
    expect(await effects()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends again what the relay cannot know to have arrived, and it counts once', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a', 'b']);
    await until(async () => (await effects()).length === 2);
    await smi.close();
    // As if it had been killed between the acknowledgement and the mark, longer ago than the stream's memory of ids.
    await database.query('update smi.outbox set published_at = null');
    const before = await lastSeq();
    await streams.streams.update(stream(), { duplicate_window: 100_000_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    smi = await start('smi');
    await until(async () => (await unpublished()) === 0);
    await emit(['c']);
    await until(async () => (await effects()).length === 3);
    expect(await lastSeq()).toBe(before + 3);
    expect(await effects()).toEqual(['a', 'b', 'c']);
  });

  it('asks for what the bus lost, also when nothing follows', async () => {
    smi = await start('smi');
    await emit(['a', 'b', 'c']);
    await until(async () => (await unpublished()) === 0);
    await streams.streams.purge(stream());
    kpi = await start('kpi');
    await until(async () => (await effects()).length === 3);
    expect((await effects()).sort()).toEqual(['a', 'b', 'c']);
    expect(await watermarks()).toEqual([3]);
  });

  it('applies what came after a hole and fills the hole from the outbox', async () => {
    smi = await start('smi');
    await emit(['a', 'b', 'c', 'd']);
    await until(async () => (await unpublished()) === 0);
    await streams.streams.purge(stream(), { seq: 4 });
    kpi = await start('kpi');
    await until(async () => (await effects()).length === 4);
    expect(await effects()).toEqual(['d', 'a', 'b', 'c']);
    expect(await watermarks()).toEqual([4]);
    expect((await database.query('select 1 from kpi.inbox')).rowCount).toBe(0);
  });

  it('gives up, visibly, what nobody keeps any more', async () => {
    smi = await start('smi');
    await emit(['a', 'b', 'c']);
    await until(async () => (await unpublished()) === 0);
    await streams.streams.purge(stream());
    await database.query('delete from smi.outbox where seq <= 2');
    kpi = await start('kpi');
    await until(async () => (await watermarks())[0] === 3);
    expect(await effects()).toEqual(['c']);
    const letters = await database.query('select error_code, seq from kpi.dead_letter');
    expect(letters.rows).toEqual([{ error_code: 'EVENT.GONE', seq: '1' }]);
  });

  it('buries the event that cannot be applied, lets the others flow, and replays it', async () => {
    smi = await start('smi');
    await emit(['a', 'b', POISON, 'c', 'd']);
    kpi = await start('kpi');
    await until(async () => (await effects()).length === 4);
    expect((await effects()).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await watermarks()).toEqual([5]);
    const ops = signInAs(node, { roles: ['ops'], scopes: [''] });
    const rpc = kpi.get(RpcClient);
    const list = await rpc.call(OperationsService.method.listDeadLetters, {}, ops, { target: 'kpi' });
    expect(list.items).toMatchObject([{ consumer: 'kpi__smi', errorCode: 'EVENT.REJECTED', seq: 3, attempts: 1 }]);
    const id = list.items[0]?.id ?? '';
    const replay = () => rpc.call(OperationsService.method.replayDeadLetter, { id }, ops, { target: 'kpi' });
    expect((await replay()).applied).toBe(false);
    mended = true;
    expect((await replay()).applied).toBe(true);
    expect((await replay()).applied).toBe(true);
    expect((await effects()).filter((one) => one === POISON)).toHaveLength(1);
    const flow = await rpc.call(OperationsService.method.eventFlow, {}, ops, { target: 'kpi' });
    expect(flow).toMatchObject({ deadLetters: 0, consumers: [{ consumer: 'kpi__smi', watermark: 5, held: 0 }] });
  });

  it('buries what cannot be read and goes on', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a']);
    await until(async () => (await effects()).length === 1);
    const [{ epoch }] = (await database.query('select epoch from smi.outbox_origin')).rows as [{ epoch: string }];
    await raw({}, 'no headers at all');
    const good = { 'Xq-Origin': `${node.identity.id}.smi`, 'Xq-Epoch': epoch, 'Xq-Event-Id': randomUUID() };
    const type = FollowUpRecordedSchema.typeName;
    await raw({ ...good, 'Xq-Seq': '2', 'Xq-Type': type }, '{ broken');
    await raw({ ...good, 'Xq-Seq': '3', 'Xq-Type': 'xinqiao.smi.v9.Unheard' }, '{}');
    await raw({ ...good, 'Xq-Seq': '4', 'Xq-Type': type }, JSON.stringify({ caseId: 'x'.repeat(1_010_000) }));
    await raw({ ...good, 'Xq-Seq': 'many', 'Xq-Type': type }, '{}');
    await until(async () => (await letters()).length === 5);
    expect((await letters()).sort()).toEqual(
      ['EVENT.UNREADABLE', 'EVENT.UNREADABLE', 'EVENT.UNREADABLE', 'EVENT.TOO_LARGE', 'EVENT.UNKNOWN_TYPE'].sort(),
    );
    expect(await watermarks()).toEqual([4]);
  });

  it('keeps its place when the consumer was killed before it acknowledged', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a', 'b']);
    await until(async () => (await effects()).length === 2);
    await kpi.close();
    // A consumer made anew is handed everything again, as after a lost acknowledgement.
    await streams.consumers.delete(stream(), 'kpi__smi');
    kpi = await start('kpi');
    await emit(['c']);
    await until(async () => (await effects()).length === 3);
    await until(async () => (await streams.consumers.info(stream(), 'kpi__smi')).num_ack_pending === 0);
    expect(await effects()).toEqual(['a', 'b', 'c']);
  });

  it('lets two relays do no harm', async () => {
    smi = await start('smi');
    const second = await start('smi');
    kpi = await start('kpi');
    const cases = Array.from({ length: 300 }, (_, i) => `case-${i}`);
    await Promise.all(cases.map((one) => emit([one], Math.random() < 0.5 ? second : smi)));
    await until(async () => (await effects()).length === 300);
    await second.close();
    expect((await effects()).sort()).toEqual([...cases].sort());
    const seqs = await database.query('select seq from smi.outbox order by seq');
    expect(seqs.rows.map((row: { seq: string }) => Number(row.seq))).toEqual(cases.map((_, i) => i + 1));
  });

  it('waits out a broken database connection of relay and consumer', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a']);
    await until(async () => (await effects()).length === 1);
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('xinqiao-smi', 'xinqiao-kpi')
       and datname = current_database()`,
    );
    await until(() =>
      emit(['b']).then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await effects()).length === 2);
    expect(await effects()).toEqual(['a', 'b']);
  });

  it('takes a new epoch after a restore, by the database or by what a subscriber has seen', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a', 'b', 'c']);
    await until(async () => (await effects()).length === 3);
    await smi.close();
    // The database as it was after the first event, on another timeline.
    await database.query('delete from smi.outbox where seq > 1');
    await database.query(`update smi.outbox_origin set next_seq = 2, database_mark = 'elsewhere'`);
    smi = await start('smi');
    await emit(['d']);
    await until(async () => (await effects()).length === 4);
    expect((await watermarks()).sort()).toEqual([1, 3]);
    // A copy of the files without any trace: only the subscriber's report shows it.
    await until(
      async () => (await database.query('select 1 from smi.outbox_subscriber where watermark = 1')).rowCount === 1,
    );
    await emit(['e', 'f']);
    await until(async () => (await effects()).length === 6);
    await smi.close();
    await database.query('delete from smi.outbox where seq > 1');
    await database.query('update smi.outbox_origin set next_seq = 2');
    await database.query('delete from smi.outbox_subscriber');
    await kpi.close();
    smi = await start('smi');
    await emit(['g']);
    await until(async () => (await unpublished()) === 0);
    kpi = await start('kpi');
    await until(async () => (await effects()).includes('g'));
    expect((await effects()).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('forgets only what every subscriber has', async () => {
    smi = await start('smi');
    kpi = await start('kpi');
    await emit(['a', 'b']);
    await until(
      async () => (await database.query('select 1 from smi.outbox_subscriber where watermark = 2')).rowCount === 1,
    );
    const flow = await smi.get(EventFlow).read(systemCaller('test'));
    expect(flow).toMatchObject({ service: 'smi', headSeq: 2, unsent: 0, oldestUnsentSeconds: 0 });
  });

  async function start(service: 'smi' | 'kpi'): Promise<INestApplicationContext> {
    const settings = node.settings(service);
    const consumers: Type<EventProjector>[] = service === 'kpi' ? [VisitProjector] : [];
    @Module({
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: [] }),
        MessagingModule.forService(settings, { consumers, gaps: { lookMs: 500, patienceMs: 300 } }),
      ],
    })
    class ServiceModule {}
    return startService(ServiceModule, settings);
  }

  function emit(cases: readonly string[], from = smi): Promise<void> {
    const context = { caller: systemCaller('test'), correlationId: randomUUID(), locale: 'zh-CN' as const };
    const work = from?.get(UnitOfWork).write({ context, operation: 'test' }, (tx) => {
      for (const caseId of cases) {
        tx.emit(
          FollowUpRecordedSchema,
          { followUpId: caseId, caseId, version: 1 },
          { aggregateId: caseId, aggregateVersion: 1 },
        );
      }
      return Promise.resolve();
    });
    return work ?? Promise.reject(new Error('smi is not running'));
  }

  async function effects(): Promise<string[]> {
    const { rows } = await database.query<{ case_id: string }>('select case_id from kpi.effect order by place');
    return rows.map((row) => row.case_id);
  }

  async function watermarks(): Promise<number[]> {
    const { rows } = await database.query<{ watermark: string }>('select watermark from kpi.inbox_watermark');
    return rows.map((row) => Number(row.watermark));
  }

  async function letters(): Promise<string[]> {
    const { rows } = await database.query<{ error_code: string }>('select error_code from kpi.dead_letter');
    return rows.map((row) => row.error_code);
  }

  async function unpublished(): Promise<number> {
    const { rows } = await database.query<{ n: string }>(
      'select count(*) as n from smi.outbox where published_at is null',
    );
    return Number(rows[0]?.n);
  }

  function stream(): string {
    return node.settings('smi').eventStream;
  }

  async function lastSeq(): Promise<number> {
    return (await streams.streams.info(stream())).state.last_seq;
  }

  async function republish(seq: number): Promise<void> {
    const stored = await streams.streams.getMessage(stream(), { seq });
    const again = headers();
    for (const [name, [value]] of stored?.header ?? []) if (!name.startsWith('Nats-')) again.set(name, value ?? '');
    await jetstream(bus).publish(stored?.subject ?? '', stored?.data, { headers: again });
  }

  async function raw(head: Record<string, string>, body: string): Promise<void> {
    const out = headers();
    for (const [name, value] of Object.entries(head)) out.set(name, value);
    await jetstream(bus).publish(`evt.${node.identity.id}.${FollowUpRecordedSchema.typeName}`, body, { headers: out });
  }
});

async function until(condition: () => Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
