import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FollowUpRecordedSchema, OperationsService } from '#contracts';
import { RpcClient } from '#messaging';
import { signInAs } from '#testing';
import { EVENT_AREA, EventFlowNode, POISON, projection, until } from './support/event-flow-node.js';

jest.setTimeout(60_000);

describe('events that cannot be applied', () => {
  let flow: EventFlowNode;

  beforeEach(async () => {
    flow = await EventFlowNode.create();
  });

  afterEach(() => flow.close());

  it('gives up, visibly, what nobody keeps any more', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b', 'c']);
    await until(async () => (await flow.unpublished()) === 0);
    await flow.streams.streams.purge(flow.stream);
    await flow.database.query('delete from smi.outbox where seq <= 2');
    await flow.start('kpi');
    await until(async () => (await flow.watermarks())[0] === 3);
    expect(await flow.effects()).toEqual(['c']);
    const letters = await flow.database.query('select error_code, seq from kpi.dead_letter');
    expect(letters.rows).toEqual([{ error_code: 'EVENT.GONE', seq: '1' }]);
  });

  it('buries the event that cannot be applied, lets the others flow, and replays it', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, ['a', 'b', POISON, 'c', 'd']);
    const kpi = await flow.start('kpi');
    await until(async () => (await flow.effects()).length === 4);
    expect((await flow.effects()).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await flow.watermarks()).toEqual([5]);
    const ops = signInAs(flow.node, { roles: ['ops'], scopes: [''] });
    const rpc = kpi.get(RpcClient);
    const list = await rpc.call(OperationsService.method.listDeadLetters, {}, ops, { target: 'kpi' });
    expect(list.items).toMatchObject([{ consumer: 'kpi__smi', errorCode: 'EVENT.REJECTED', seq: 3, attempts: 1 }]);
    const id = list.items[0]?.id ?? '';
    const replay = () => rpc.call(OperationsService.method.replayDeadLetter, { id }, ops, { target: 'kpi' });
    expect((await replay()).applied).toBe(false);
    projection.mended = true;
    expect((await replay()).applied).toBe(true);
    expect((await replay()).applied).toBe(true);
    expect((await flow.effects()).filter((one) => one === POISON)).toHaveLength(1);
    const state = await rpc.call(OperationsService.method.eventFlow, {}, ops, { target: 'kpi' });
    expect(state).toMatchObject({ deadLetters: 0, consumers: [{ consumer: 'kpi__smi', watermark: 5, held: 0 }] });
  });

  it('lets those replay who are responsible for the area, and applies it for all areas as ever', async () => {
    const smi = await flow.start('smi');
    await flow.emit(smi, [POISON]);
    const kpi = await flow.start('kpi');
    await until(async () => (await flow.deadLetters()).length === 1);
    projection.mended = true;
    const { rows } = await flow.database.query<{ id: string }>('select id from kpi.dead_letter');
    const replayBy = (scopes: readonly string[]) => {
      const ops = signInAs(flow.node, { roles: ['ops'], scopes, userId: `ops of ${scopes.join()}` });
      const method = OperationsService.method.replayDeadLetter;
      return kpi.get(RpcClient).call(method, { id: rows[0]!.id }, ops, { target: 'kpi' });
    };
    await expect(replayBy(['990102'])).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    expect(await flow.effects()).toEqual([]);
    expect((await replayBy([EVENT_AREA.slice(0, 6)])).applied).toBe(true);
    const effects = await flow.database.query('select case_id, scope from kpi.effect');
    expect(effects.rows).toEqual([{ case_id: POISON, scope: '{""}' }]);
    const columns = 'select id, actor_id, outcome, details, action from';
    const trail = await flow.database.query(
      `select actor_id, outcome, details from (${columns} kpi.audit_entry union all ${columns} kpi.audit_pending) a
       where action = 'dead_letter.replay' order by id`,
    );
    expect(trail.rows).toEqual([
      { actor_id: 'ops of 990102', outcome: 'refused', details: '{}' },
      { actor_id: 'ops of 990101', outcome: 'done', details: '{}' },
      { actor_id: 'system:projector:kpi__smi', outcome: 'done', details: '{"applied":true}' },
    ]);
  });

  it('buries what cannot be read and goes on', async () => {
    const smi = await flow.start('smi');
    await flow.start('kpi');
    await flow.emit(smi, ['a']);
    await until(async () => (await flow.effects()).length === 1);
    const [{ epoch }] = (await flow.database.query('select epoch from smi.outbox_origin')).rows as [{ epoch: string }];
    await flow.publishRaw({}, 'no headers at all');
    const good = { 'Xq-Origin': `${flow.node.identity.id}.smi`, 'Xq-Epoch': epoch, 'Xq-Event-Id': randomUUID() };
    const type = FollowUpRecordedSchema.typeName;
    await flow.publishRaw({ ...good, 'Xq-Seq': '2', 'Xq-Type': type }, '{ broken');
    await flow.publishRaw({ ...good, 'Xq-Seq': '3', 'Xq-Type': 'xinqiao.smi.v9.Unheard' }, '{}');
    await flow.publishRaw(
      { ...good, 'Xq-Seq': '4', 'Xq-Type': type },
      JSON.stringify({ caseId: 'x'.repeat(1_010_000) }),
    );
    await flow.publishRaw({ ...good, 'Xq-Seq': 'many', 'Xq-Type': type }, '{}');
    await until(async () => (await flow.deadLetters()).length === 5);
    expect(await flow.deadLetters()).toEqual(
      ['EVENT.UNREADABLE', 'EVENT.UNREADABLE', 'EVENT.UNREADABLE', 'EVENT.TOO_LARGE', 'EVENT.UNKNOWN_TYPE'].sort(),
    );
    expect(await flow.watermarks()).toEqual([4]);
  });
});
