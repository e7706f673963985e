import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY, District, STREET, visitOn } from './support/district.js';
import type { Json, RestClient } from './support/rest-client.js';

const TODAY = '2026-03-02';
const DUE = '2026-03-16';
const KEY = 'visit-of-2-march';
const VISIT = visitOn(TODAY, { riskLevel: 3, symptoms: [7], symptomSeverity: 1 });
const FIGURES = 'smi.stability_rate,smi.face_to_face_rate,smi.management_rate,smi.follow_up_on_time_rate';
const WITHIN_MS = 5_000;

describe('a visit at a station and the figures of the district', () => {
  let district: District;
  let worker: RestClient;
  let official: RestClient;
  let stable: Json;
  let neighbour: Json;
  let answer: Json;

  beforeAll(async () => {
    district = await District.start({ today: TODAY });
    worker = await district.as('street_staff', '990101001');
    official = await district.as('district_official');
    stable = await district.addCase();
    neighbour = await district.addCase();
    for (const { id } of [stable, neighbour]) {
      await worker.post(`/smi/cases/${id}/follow-ups`, visitOn('2026-01-12'));
    }
    await district.untilQuiet();
  });
  afterAll(() => district.remove());

  const path = (): string => `/smi/cases/${stable.id}/follow-ups`;

  async function figure(id: string): Promise<unknown> {
    const { items } = await official.get(`/kpi/values?indicator=${FIGURES}&org=990101&period=2026`);
    const { numerator, denominator, value } = items.find((one) => one.indicator === id)!;
    return [numerator, denominator, value];
  }

  it('successful-sign-in: each sees who he is and where he works', async () => {
    expect(await worker.get('/auth/me')).toMatchObject({ roles: ['street_staff'], scopes: ['990101001'] });
    expect(await official.get('/auth/me')).toMatchObject({ roles: ['district_official'], scopes: ['990101'] });
  });

  it('successful-preview: what it would compute is told, nothing is stored', async () => {
    const before = await worker.get(`/smi/cases/${stable.id}`);
    const preview = await worker.post(`${path()}/preview`, VISIT);
    expect(preview.computed).toMatchObject({ stability: 1, nextDueOn: DUE });
    expect(await worker.get(`/smi/cases/${stable.id}`)).toEqual(before);
  });

  it('successful-visit: risk 3 makes a stable patient unstable, due in two weeks, with the actions that must follow', async () => {
    expect(await figure('smi.stability_rate')).toEqual([2, 2, 100]);
    const posted = await worker.ask('POST', path(), { body: VISIT, key: KEY });
    expect(posted.status).toBe(201);
    answer = posted.body;
    expect(answer).toMatchObject({
      caseId: stable.id,
      computed: {
        stability: 1,
        nextDueOn: DUE,
        rules: ['K3a', 'N6', 'N-A'],
        actions: ['refer_now', 'notify_police', 'inform_care_group'],
      },
      case: { status: 'registered', stability: 1, riskLevel: 3, nextDueOn: DUE },
    });
    expect(posted.headers.get('etag')).toBe(`"${answer.version}"`);
  });

  it('successful-figures: the district sees it within seconds, without anybody doing anything', async () => {
    const since = Date.now();
    await district.node.until(async () => JSON.stringify(await figure('smi.stability_rate')) === '[1,2,50]', 'counted');
    expect(Date.now() - since).toBeLessThan(WITHIN_MS);
    expect(await figure('smi.management_rate')).toEqual([2, 2, 100]);
    const query = 'indicator=smi.stability_rate&org=990101&period=2026';
    const { items } = await official.get(`/kpi/values/members?${query}&side=gap`);
    expect(items).toEqual([expect.objectContaining({ subjectId: stable.id, stability: 1, riskLevel: 3 })]);
    expect(items[0]!.name).toMatch(/^.\*+$/);
    const { reasons } = await official.get(`/kpi/values/explain?${query}`);
    expect(reasons.map(({ code, count }) => [code, count])).toEqual([
      ['stable', 1],
      ['last_not_stable', 1],
    ]);
  });

  it('successful-figures: street and community see the same, another street nothing', async () => {
    for (const [org, expected] of [
      [STREET, [1, 2, 50]],
      [COMMUNITY, [1, 2, 50]],
      ['990101002', [0, 0, null]],
    ] as const) {
      const { items } = await official.get(`/kpi/values?indicator=smi.stability_rate&org=${org}&period=2026`);
      expect(items.map((one) => [one.numerator, one.denominator, one.value])).toEqual([expected]);
    }
  });

  it('successful-case: state, timeline and tasks say what happened and what is to be done', async () => {
    const read = await worker.get(`/smi/cases/${stable.id}`);
    expect(read).toMatchObject({ stability: 1, riskLevel: 3, nextDueOn: DUE, lastVisitOn: TODAY });
    expect(read.openActions).toEqual(['refer_now', 'notify_police', 'inform_care_group']);
    const [newest, ...older] = await worker.all(`/smi/cases/${stable.id}/timeline`);
    expect(newest).toMatchObject({ id: answer.id, kind: 'follow_up', on: TODAY });
    expect(newest!.data).toMatchObject({ riskLevel: 3, symptoms: [7], computed: { stability: 1, nextDueOn: DUE } });
    expect(older.map((entry) => entry.kind)).toEqual(['follow_up', 'consent', 'registration']);
    const tasks = await worker.all('/tasks?assignee=me');
    const mine = tasks.filter((task) => task.subjectId === stable.id);
    expect(mine.map((task) => task.kind)).toEqual(
      expect.arrayContaining(['follow_up', 'action:refer_now', 'action:notify_police', 'action:inform_care_group']),
    );
    const urgent = mine.filter((task) => task.kind.startsWith('action:'));
    for (const task of urgent) expect(task).toMatchObject({ priority: 1, reasons: expect.arrayContaining(['risk_3']) });
  });

  it('successful-repeat: the same key and body gives the first answer and changes nothing', async () => {
    const before = await worker.all(`/smi/cases/${stable.id}/timeline`);
    const again = await worker.ask('POST', path(), { body: VISIT, key: KEY });
    expect([again.status, again.body]).toEqual([201, answer]);
    expect(await worker.all(`/smi/cases/${stable.id}/timeline`)).toEqual(before);
  });

  it('failing-repeat: the same key with another body, or for another case, is a conflict', async () => {
    const other = { ...VISIT, riskLevel: 4 };
    for (const [target, body] of [
      [path(), other],
      [`/smi/cases/${neighbour.id}/follow-ups`, VISIT],
    ] as const) {
      const refused = await worker.ask('POST', target, { body, key: KEY });
      expect([refused.status, refused.body.code]).toEqual([409, 'COMMON.IDEMPOTENCY_KEY_REUSED']);
    }
    expect(await worker.get(`/smi/cases/${neighbour.id}`)).toMatchObject({ stability: 3, riskLevel: 0 });
  });

  it('successful-recompute: counting everything again finds no difference', async () => {
    await district.untilQuiet();
    expect(await district.admin.post('/kpi/recompute')).toMatchObject({ differences: [] });
  });
});
