import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { District, visitOn } from './support/district.js';
import type { Json, RestClient } from './support/rest-client.js';

const FIGURES = 'smi.stability_rate,smi.face_to_face_rate,smi.follow_up_on_time_rate,smi.lost_rate';

describe('a record is corrected and the figures follow', () => {
  let district: District;
  let worker: RestClient;
  let official: RestClient;
  let known: Json;
  let neighbour: Json;
  let record: Json;

  beforeAll(async () => {
    district = await District.start({ today: '2026-11-23' });
    worker = await district.as('street_staff', '990101001');
    official = await district.as('district_official');
    known = await district.addCase();
    neighbour = await district.addCase();
    await worker.post(`/smi/cases/${neighbour.id}/follow-ups`, visitOn('2026-09-02'));
    record = await worker.post(`/smi/cases/${known.id}/follow-ups`, visitOn('2026-09-02'));
    await district.untilQuiet();
  });
  afterAll(() => district.remove());

  async function figure(id: string, period = '2026'): Promise<unknown> {
    const { items } = await official.get(`/kpi/values?indicator=${FIGURES}&org=990101&period=${period}`);
    const { numerator, denominator } = items.find((one) => one.indicator === id)!;
    return [numerator, denominator];
  }

  const path = (): string => `/smi/cases/${known.id}/follow-ups/${record.id}`;
  const recomputed = async () => {
    await district.untilQuiet();
    return district.admin.post('/kpi/recompute');
  };

  it('failing-correction: without a version, with a stale one, or with bad fields', async () => {
    const body = { reason: '选错', input: visitOn('2026-09-02', { riskLevel: 3 }) };
    const missing = await worker.ask('POST', `${path()}/corrections`, { body });
    expect([missing.status, missing.body.code]).toEqual([400, 'COMMON.VERSION_REQUIRED']);
    const stale = await worker.ask('POST', `${path()}/corrections`, { body, version: 7 });
    expect([stale.status, stale.body.code]).toEqual([412, 'COMMON.VERSION_STALE']);
    expect(stale.body).toMatchObject({ context: { id: record.id, version: 1 } });
    const bad = { reason: '', input: visitOn('2026-09-02', { riskLevel: 9 }) };
    const refused = await worker.ask('POST', `${path()}/corrections`, { body: bad, version: 1 });
    expect(refused.body.errors!.map(({ field }) => field).sort()).toEqual(['input.riskLevel', 'reason']);
  });

  it('successful-correction: one visit was a telephone call of an unstable patient; it counts once, and as that', async () => {
    expect(await figure('smi.stability_rate')).toEqual([2, 2]);
    expect(await figure('smi.face_to_face_rate')).toEqual([2, 2]);
    const body = { reason: '形式和危险性选错', input: visitOn('2026-09-02', { riskLevel: 3, form: 3 }) };
    const preview = await worker.post(`${path()}/corrections/preview`, body);
    const answer = await worker.ask('POST', `${path()}/corrections`, { body, version: 1, key: 'once' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"2"']);
    expect(answer.body.computed).toEqual(preview.computed);
    await district.node.until(async () => JSON.stringify(await figure('smi.stability_rate')) === '[1,2]', 'followed');
    expect(await figure('smi.face_to_face_rate')).toEqual([1, 2]);
    const again = await worker.ask('POST', `${path()}/corrections`, { body, version: 1, key: 'once' });
    expect([again.status, again.body]).toEqual([201, answer.body]);
    expect(await recomputed()).toMatchObject({ differences: [] });
    expect(await figure('smi.face_to_face_rate')).toEqual([1, 2]);
  });

  it('successful-correction: moved into another month, months before and after follow', async () => {
    const body = { reason: '日期录错', input: visitOn('2026-08-20') };
    await worker.ask('POST', `${path()}/corrections`, { body, version: 2 });
    await district.untilQuiet();
    expect(await figure('smi.face_to_face_rate', '2026-08')).toEqual([1, 2]);
    expect(await figure('smi.face_to_face_rate', '2026-09')).toEqual([2, 2]);
    expect(await recomputed()).toMatchObject({ differences: [] });
    expect(await worker.get(path())).toMatchObject({
      versions: [
        { version: 3, reason: '日期录错' },
        { version: 2, reason: '形式和危险性选错' },
        { version: 1, reason: null },
      ],
    });
  });

  it('successful-loss: three failed attempts make a loss that figures of those months keep after the person is found', async () => {
    const visits = `/smi/cases/${neighbour.id}/follow-ups`;
    for (const day of ['2026-09-10', '2026-09-24', '2026-10-14']) {
      await worker.post(visits, { visitedOn: day, form: 2, attempt: 'failed' });
    }
    await district.untilQuiet();
    expect(await figure('smi.lost_rate', '2026-10')).toEqual([1, 2]);
    await worker.post(visits, visitOn('2026-11-10'));
    await district.untilQuiet();
    expect(await figure('smi.lost_rate', '2026-10')).toEqual([1, 2]);
    expect(await figure('smi.lost_rate', '2026-11')).toEqual([0, 2]);
    expect(await recomputed()).toMatchObject({ differences: [] });
  });

  it('successful-steps: who moves away or was never one leaves the register, and comes back with nobody', async () => {
    const transfer = { transferredOn: '2026-11-20', destination: '邻县' };
    await worker.post(`/smi/cases/${known.id}/transfer`, transfer);
    await district.untilQuiet();
    expect(await figure('smi.lost_rate', '2026-11')).toEqual([0, 1]);
    expect(await figure('smi.lost_rate', '2026-10')).toEqual([1, 2]);
    await worker.post(`/smi/cases/${neighbour.id}/cancel`, { cancelledOn: '2026-11-21', reason: 'not_smi' });
    await district.untilQuiet();
    expect(await figure('smi.lost_rate', '2026-11')).toEqual([0, 0]);
    expect(await recomputed()).toMatchObject({ differences: [] });
  });
});
