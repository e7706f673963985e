import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describedOperations, type Operation } from './support/api-description.js';
import { badParameters } from './support/bad-values.js';
import { District, OTHER_COMMUNITY, STREET, visitOn } from './support/district.js';
import { faultOf } from './support/fault-of.js';
import { CANARIES } from './support/good-requests.js';
import type { Asked, Json, RestClient } from './support/rest-client.js';
import { tableDigests } from './support/table-digests.js';

jest.setTimeout(120_000);

const SOME_ID = '01900000-0000-7000-8000-000000000000';
const GOOD_VALUES: Readonly<Record<string, string>> = {
  action: 'notify_police',
  indicator: 'smi.management_rate',
  org: '990101',
  period: '2026',
  side: 'gap',
  code: STREET,
  year: '2025',
  kind: 'orgs',
  service: 'smi',
  page: 'people',
  name: 'mine',
  parent: '990101',
  format: 'csv',
  plan: 'x',
};
const MIB = 1_048_576;

describe('requests nobody should send', () => {
  let district: District;
  let operations: readonly Operation[];
  let doctor: RestClient;
  let known: Json;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    district = await District.start();
    operations = await describedOperations(district);
    doctor = await district.as('psychiatrist');
    await district.as('district_official');
    for (const role of ['audit_admin', 'street_staff'] as const)
      await district.as(role, role === 'street_staff' ? '990101002' : '');
    known = await district.addCase();
    await doctor.post(`/smi/cases/${known.id}/follow-ups`, visitOn('2026-02-02'));
    await district.untilQuiet();
    before = await tableDigests(district);
  });
  afterAll(() => district.remove());

  const visits = (): string => `/smi/cases/${known.id}/follow-ups`;

  /** Somebody who may use the route, so that it is the request that is refused. */
  async function userFor({ name }: Operation): Promise<RestClient> {
    if (name.includes('/kpi/reports')) return district.as('district_official');
    if (name.includes('/audit')) return district.as('audit_admin', '');
    return /\/(persons|smi|tasks)|members/.test(name) ? doctor : district.admin;
  }

  const idOf = (path: string): string => (path.startsWith('/smi') ? known.id : SOME_ID);

  function pathOf({ path, parameters }: Operation, changed: Readonly<Record<string, string>>): string {
    const values: Readonly<Record<string, string>> = { ...GOOD_VALUES, ...changed };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? idOf(path)));
    const asked = parameters.filter((one) => one.in === 'query' && (one.required || changed[one.name] !== undefined));
    const query = asked.map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? 'x')}`);
    return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
  }

  it('failing-parameters: every parameter of every path and query refuses what it cannot be', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ path }) => !path.startsWith('/api/'))) {
      const user = await userFor(operation);
      for (const parameter of operation.parameters.filter((one) => one.in !== 'header')) {
        for (const bad of badParameters(parameter)) {
          const path = pathOf(operation, { [parameter.name]: bad });
          const field = parameter.in === 'query' ? parameter.name : undefined;
          const fault = faultOf(await user.ask(operation.method, path, { version: 1 }), field);
          if (fault !== undefined) faults.push(`${operation.name} ${parameter.name}=${bad.slice(0, 40)} ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('failing-parameters: a parameter given twice, as a list, or unknown', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter((one) => one.parameters.some(({ in: place }) => place === 'query'))) {
      const user = await userFor(operation);
      const path = pathOf(operation, {});
      const sign = path.includes('?') ? '&' : '?';
      const { name } = operation.parameters.find((one) => one.in === 'query')!;
      for (const query of [`${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`, 'nonsense=1', 'a%00b=1']) {
        const fault = faultOf(await user.ask(operation.method, path + sign + query));
        if (fault !== undefined) faults.push(`${operation.name} ${query} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([
    '/persons/%00',
    '/persons/%E0%A4%A',
    `/persons/${'9'.repeat(300)}`,
    '/persons/..%2f..%2fetc',
    '/persons/%ff',
  ])('failing-path: %s', async (path) => {
    expect(faultOf(await doctor.ask('GET', path))).toBeUndefined();
  });

  const bodies: [string, string | Uint8Array<ArrayBuffer>, number, string?][] = [
    ['cut off', '{"visitedOn":"2026-03-02",', 400],
    ['a comma too many', '{"visitedOn":"2026-03-02",}', 400],
    ['a comment', '{/* x */}', 400],
    ['NaN', '{"form":NaN}', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['a number', '7', 400],
    ['null', 'null', 400],
    ['empty', '', 400],
    ['not UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['deep lists', '['.repeat(100_000), 400],
    ['deep objects', `${'{"remark":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 400],
    ['__proto__', JSON.stringify(visitOn('2026-03-02')).replace('{', '{"__proto__":{"riskLevel":5},'), 400],
    ['constructor', JSON.stringify(visitOn('2026-03-02')).replace('{', '{"constructor":{"prototype":{}},'), 400],
    ['a key twice, the last one wrong', JSON.stringify(visitOn('2026-03-02')).replace(/}$/, ',"form":9}'), 400, 'form'],
    ['20 MB', `{"remark":"${'x'.repeat(20 * MIB)}"}`, 413],
    ['just over the limit', `{"remark":"${'x'.repeat(MIB)}"}`, 413],
  ];
  it.each(bodies)('failing-body: %s', async (_what, raw, status, field = '') => {
    for (const path of [visits(), '/persons']) {
      const answer = await doctor.ask('POST', path, { raw });
      expect(faultOf(answer, path === '/persons' || field === '' ? undefined : field)).toBeUndefined();
      expect(answer.status).toBe(status);
    }
  });

  it.each([
    ['text/plain', 415],
    ['application/xml', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 400],
    ['application/json; charset=utf-16', 400],
  ])('failing-type: a body said to be %s', async (type, status) => {
    const answer = await doctor.ask('POST', visits(), { raw: '{"a"', headers: { 'content-type': type } });
    expect(faultOf(answer)).toBeUndefined();
    expect(answer.status).toBe(status);
  });

  it.each([
    ['no version', {}, 400, 'COMMON.VERSION_REQUIRED'],
    ['a stale version', { version: 99 }, 412, 'COMMON.VERSION_STALE'],
    ['a version that is none', { headers: { 'if-match': 'W/"x"' } }, 400, 'COMMON.VALIDATION_FAILED'],
    ['any version', { headers: { 'if-match': '*' } }, 400, 'COMMON.VALIDATION_FAILED'],
  ] as [string, Asked, number, string][])('failing-version: %s', async (_what, asked, status, code) => {
    const { items } = await district.admin.get('/users?q=psychiatrist');
    for (const [user, path, body] of [
      [doctor, `/persons/${known.personId}`, { address: CANARIES.address }],
      [district.admin, `/orgs/${STREET}`, { name: CANARIES.name }],
      [district.admin, `/users/${items[0]!.id}`, { displayName: CANARIES.name }],
    ] as const) {
      const answer = await user.ask('PATCH', path, { ...asked, body });
      expect(faultOf(answer)).toBeUndefined();
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
    }
  });

  it.each(['', 'x'.repeat(129)])('failing-key: an Idempotency-Key of "%s"', async (key) => {
    const answer = await doctor.ask('POST', visits(), {
      body: visitOn('2026-03-02'),
      headers: { 'idempotency-key': key },
    });
    expect(faultOf(answer, 'Idempotency-Key')).toBeUndefined();
  });

  it.each([
    ['tomorrow', { visitedOn: '2026-11-24' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_IN_FUTURE'],
    ['before the file', { visitedOn: '2024-03-11' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_BEFORE_FILE'],
    ['the day of the visit before', { visitedOn: '2026-02-02' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS'],
    ['a next visit too late', { nextDueOn: '2026-12-31' }, 'nextDueOn', 'SMI.FOLLOW_UP.NEXT_DATE_TOO_LATE'],
    ['milder than it is', { insight: 3, stability: 3 }, 'stability', 'SMI.FOLLOW_UP.CLASS_MILDER'],
    [
      'a suicide attempt without risk',
      { incidents: { suicideAttempt: 1 } },
      'riskLevel',
      'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM',
    ],
  ])('failing-rule: %s', async (_what, changes, field, code) => {
    const answer = await doctor.ask('POST', visits(), { body: visitOn('2026-03-02', changes) });
    expect([answer.status, faultOf(answer, field)]).toEqual([422, undefined]);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("failing-area: another area's persons and cases do not exist", async () => {
    const stranger = await district.as('street_staff', '990101002');
    const paths: [string, string, unknown?][] = [
      ['GET', `/persons/${known.personId}`],
      ['PATCH', `/persons/${known.personId}`, { address: CANARIES.address }],
      ['POST', `/persons/${known.personId}/reveal`, { fields: ['phone'], reason: CANARIES.remark }],
      ['GET', `/smi/cases/${known.id}`],
      ['GET', `/smi/cases/${known.id}/timeline`],
      ['POST', `/smi/cases/${known.id}/consents`, { decision: 'declined', signedOn: '2026-03-02', signer: 'self' }],
      ['POST', `/smi/cases/${known.id}/exams`, { examinedOn: '2026-03-02' }],
      ['POST', visits(), visitOn('2026-03-02', { remark: CANARIES.remark })],
      ['POST', `${visits()}/preview`, visitOn('2026-03-02', { remark: CANARIES.remark })],
    ];
    for (const [method, path, body] of paths) {
      const answer = await stranger.ask(method, path, { body, version: 1 });
      expect([method, path, answer.status, faultOf(answer)]).toEqual([method, path, 404, undefined]);
    }
    for (const list of ['/persons', '/smi/cases', '/tasks']) expect((await stranger.get(list)).items).toEqual([]);
    const elsewhere = { ...district.nextPerson(), residenceOrg: STREET };
    const refused = await stranger.ask('POST', '/persons', { body: elsewhere });
    expect([refused.status >= 400, refused.status < 500]).toEqual([true, true]);
    const query = 'indicator=smi.management_rate&period=2026&org=';
    expect((await stranger.ask('GET', `/kpi/values?${query}990101001`)).status).toBe(404);
    expect((await stranger.get(`/kpi/values?${query}${OTHER_COMMUNITY}`)).items).toHaveLength(1);
  });

  it('successful-end: after all this nothing has changed, and nothing personal stands in the log', async () => {
    expect(await tableDigests(district)).toEqual(before);
    for (const canary of Object.values(CANARIES)) expect(district.node.output).not.toContain(canary);
    expect(district.node.isRunning).toBe(true);
  });
});
