import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventFlowNode, until } from './support/event-flow-node.js';

jest.setTimeout(60_000);

describe('events from one service to another', () => {
  let flow: EventFlowNode;

  beforeEach(async () => {
    flow = await EventFlowNode.create();
  });

  afterEach(() => flow.close());

  it('applies each event once, in order', async () => {
    const smi = await flow.start('smi');
    await flow.start('kpi');
    await flow.emit(smi, ['a']);
    await until(async () => (await flow.effects()).length === 1);
    await flow.emit(smi, ['b', 'c']);
    await until(async () => (await flow.effects()).length === 3);
    expect(await flow.effects()).toEqual(['a', 'b', 'c']);
    expect(await flow.watermarks()).toEqual([3]);
  });

  it('catches up with what was written while it was away, in batches', async () => {
    const smi = await flow.start('smi');
    const cases = Array.from({ length: 1_200 }, (_, i) => `case-${i}`);
    await flow.emit(smi, cases);
    await flow.start('kpi');
    await until(async () => (await flow.effects()).length === 1_200);
    expect(await flow.effects()).toEqual(cases);
    expect(await flow.watermarks()).toEqual([1_200]);
  });

  it('drops what it is handed twice', async () => {
    const smi = await flow.start('smi');
    await flow.start('kpi');
    await flow.emit(smi, ['a', 'b', 'c']);
    await until(async () => (await flow.effects()).length === 3);
    for (const seq of [1, 2, 3]) await flow.republish(seq);
    await flow.emit(smi, ['d']);
    await until(async () => (await flow.effects()).length === 4);
    expect(await flow.effects()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends again what the relay cannot know to have arrived, and it counts once', async () => {
    let smi = await flow.start('smi');
    await flow.start('kpi');
    await flow.emit(smi, ['a', 'b']);
    await until(async () => (await flow.effects()).length === 2);
    await flow.stop(smi);
    // As if it had been killed between the acknowledgement and the mark, longer ago than the stream's memory of ids.
    await flow.database.query('update smi.outbox_origin set published_seq = 0');
    await flow.forgetIds();
    const before = await flow.lastStreamSeq();
    smi = await flow.start('smi');
    await until(async () => (await flow.unpublished()) === 0);
    await flow.emit(smi, ['c']);
    await until(async () => (await flow.effects()).length === 3);
    expect(await flow.lastStreamSeq()).toBe(before + 3);
    expect(await flow.effects()).toEqual(['a', 'b', 'c']);
  });

  it('asks for what the bus lost, also when nothing follows', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b', 'c']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.streams.streams.purge(flow.stream);
    await flow.start('kpi');
    await until(async () => (await flow.effects()).length === 3);
    expect((await flow.effects()).sort()).toEqual(['a', 'b', 'c']);
    expect(await flow.watermarks()).toEqual([3]);
  });

  it('applies what came after a hole and fills the hole from the outbox', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b', 'c', 'd']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.streams.streams.purge(flow.stream, { seq: 4 });
    await flow.start('kpi');
    await until(async () => (await flow.effects()).length === 4);
    expect(await flow.effects()).toEqual(['d', 'a', 'b', 'c']);
    expect(await flow.watermarks()).toEqual([4]);
    expect((await flow.database.query('select 1 from kpi.inbox')).rowCount).toBe(0);
  });

  it('keeps its place when the consumer was killed before it acknowledged', async () => {
    const smi = await flow.start('smi');
    const kpi = await flow.start('kpi');
    await flow.emit(smi, ['a', 'b']);
    await until(async () => (await flow.effects()).length === 2);
    await flow.stop(kpi);
    // A consumer made anew is handed everything again, as after a lost acknowledgement.
    await flow.streams.consumers.delete(flow.stream, 'kpi__smi');
    await flow.start('kpi');
    await flow.emit(smi, ['c']);
    await until(async () => (await flow.effects()).length === 3);
    await until(async () => (await flow.streams.consumers.info(flow.stream, 'kpi__smi')).num_ack_pending === 0);
    expect(await flow.effects()).toEqual(['a', 'b', 'c']);
  });

  it('lets two relays do no harm', async () => {
    const smi = await flow.start('smi');
    const second = await flow.start('smi');
    await flow.start('kpi');
    const cases = Array.from({ length: 300 }, (_, i) => `case-${i}`);
    await Promise.all(cases.map((one, i) => flow.emit(i % 2 === 0 ? second : smi, [one])));
    await until(async () => (await flow.effects()).length === 300);
    await flow.stop(second);
    expect((await flow.effects()).sort()).toEqual([...cases].sort());
    const seqs = await flow.database.query('select seq from smi.outbox order by seq');
    expect(seqs.rows.map((row: { seq: string }) => Number(row.seq))).toEqual(cases.map((_, i) => i + 1));
  });

  it('waits out a broken database connection of relay and consumer', async () => {
    const smi = await flow.start('smi');
    await flow.start('kpi');
    await flow.emit(smi, ['a']);
    await until(async () => (await flow.effects()).length === 1);
    await flow.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('xinqiao-smi', 'xinqiao-kpi')
       and datname = current_database()`,
    );
    await until(() =>
      flow.emit(smi, ['b']).then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await flow.effects()).length === 2);
    expect(await flow.effects()).toEqual(['a', 'b']);
  });
});
