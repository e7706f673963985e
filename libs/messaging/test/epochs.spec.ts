import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventFlow } from '#messaging';
import { systemCaller } from '#observability';
import { removeCovered } from '../src/outbox/outbox-retention.js';
import type { SqlSession } from '../src/outbox/sql-session.js';
import { EventFlowNode, until } from './support/event-flow-node.js';

jest.setTimeout(60_000);

describe('the origin of events', () => {
  let flow: EventFlowNode;

  beforeEach(async () => {
    flow = await EventFlowNode.create();
  });

  afterEach(() => flow.close());

  it('takes a new epoch after a restore, by the database or by what a subscriber has seen', async () => {
    let smi = await flow.start('smi');
    const kpi = await flow.start('kpi');
    await flow.emit(smi, ['a', 'b', 'c']);
    await until(async () => (await flow.effects()).length === 3);
    await flow.stop(smi);
    // The database as it was after the first event, on another timeline.
    await flow.database.query('delete from smi.outbox where seq > 1');
    await flow.database.query(
      `update smi.outbox_origin set next_seq = 2, published_seq = 1, database_mark = 'elsewhere'`,
    );
    smi = await flow.start('smi');
    await flow.emit(smi, ['d']);
    await until(async () => (await flow.effects()).length === 4);
    expect((await flow.watermarks()).sort()).toEqual([1, 3]);
    // A copy of the files without any trace: only the subscriber's report shows it.
    await until(
      async () => (await flow.database.query('select 1 from smi.outbox_subscriber where watermark = 1')).rowCount === 1,
    );
    await flow.emit(smi, ['e', 'f']);
    await until(async () => (await flow.effects()).length === 6);
    await flow.stop(smi);
    await flow.database.query('delete from smi.outbox where seq > 1');
    await flow.database.query('update smi.outbox_origin set next_seq = 2, published_seq = 1');
    await flow.database.query('delete from smi.outbox_subscriber');
    await flow.stop(kpi);
    smi = await flow.start('smi');
    await flow.emit(smi, ['g']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.start('kpi');
    await until(async () => (await flow.effects()).includes('g'));
    expect((await flow.effects()).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('gives what it keeps of the epoch before to whoever lacks it, also when the bus has lost it', async () => {
    let smi = await flow.start('smi');
    let kpi = await flow.start('kpi');
    await flow.emit(smi, ['a']);
    await until(async () => (await flow.effects()).length === 1);
    await flow.stop(kpi);
    await flow.emit(smi, ['b', 'c']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.stop(smi);
    await flow.streams.streams.purge(flow.stream);
    await flow.database.query(`update smi.outbox_origin set database_mark = 'elsewhere'`);
    smi = await flow.start('smi');
    await flow.emit(smi, ['d']);
    await until(async () => (await flow.unpublished()) === 0);
    const { closed } = await smi.get(EventFlow).read(systemCaller('test'));
    expect(closed).toEqual([{ epoch: expect.any(String), lastSeq: 3 }]);
    kpi = await flow.start('kpi');
    await until(async () => (await flow.effects()).length === 4);
    expect((await flow.effects()).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect((await flow.watermarks()).sort()).toEqual([1, 3]);
    await flow.stop(kpi);
  });

  it('tells operators how far its events are', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b']);
    await until(async () => (await flow.unpublished()) === 0);
    const state = await smi.get(EventFlow).read(systemCaller('test'));
    expect(state).toMatchObject({ service: 'smi', headSeq: 2, unsent: 0, oldestUnsentSeconds: 0, deadLetters: 0 });
  });

  it('forgets only old events that every subscriber has', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b', 'c', 'd']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.stop(smi);
    const { database } = flow;
    await database.query('set search_path = smi');
    const session: SqlSession = {
      rows: async <R>(sql: string, params?: readonly unknown[]) =>
        (await database.query(sql, params as unknown[])).rows as R[],
      transaction: (work) => work(),
    };
    const left = async () => {
      await removeCovered(session, 30);
      const { rows } = await database.query<{ seq: string }>('select seq from outbox order by seq');
      return rows.map((row) => Number(row.seq));
    };
    const report = (subscriber: string, watermark: number) =>
      database.query(
        'insert into outbox_subscriber (subscriber, epoch, watermark) select $1, epoch, $2 from outbox_origin',
        [subscriber, watermark],
      );
    await database.query(`update outbox set recorded_at = now() - interval '31 days' where seq <= 3`);
    // Nobody has reported yet, so nobody is known to have anything.
    expect(await left()).toEqual([1, 2, 3, 4]);
    await report('one', 4);
    await report('two', 1);
    expect(await left()).toEqual([2, 3, 4]);
    await database.query(`update outbox_subscriber set watermark = 4 where subscriber = 'two'`);
    // Number 4 is everywhere too, but young.
    expect(await left()).toEqual([4]);
  });
});
