import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permits, ROLES, type Permission, type Role } from '#auth';
import { describedOperations, type Operation } from './support/api-description.js';
import { COMMUNITY, District, OTHER_COMMUNITY, STREET } from './support/district.js';
import { RestClient, type Json } from './support/rest-client.js';

/** What every route of the public API asks for, written down a second time; null is open to everybody. */
const RIGHTS: Readonly<Record<string, Permission | null>> = {
  'GET /api/health/live': null,
  'GET /api/health/ready': null,
  'GET /console-info': null,
  'POST /auth/login': null,
  'POST /auth/refresh': null,
  'GET /auth/me': 'identity.self',
  'POST /auth/password': 'identity.self',
  'POST /auth/otp/enrol': 'identity.self',
  'POST /auth/otp/confirm': 'identity.self',
  'POST /auth/otp/recovery-codes': 'identity.self',
  'POST /auth/otp/remove': 'identity.self',
  'GET /me/views/{page}': 'identity.self',
  'GET /me/views/{page}/{name}': 'identity.self',
  'PUT /me/views/{page}/{name}': 'identity.self',
  'DELETE /me/views/{page}/{name}': 'identity.self',
  'GET /roles': 'identity.user.read',
  'GET /users': 'identity.user.read',
  'GET /users/{id}': 'identity.user.read',
  'POST /users': 'identity.user.write',
  'POST /users/search': 'identity.user.read',
  'PATCH /users/{id}': 'identity.user.write',
  'POST /users/{id}/otp/reset': 'identity.user.write',
  'GET /orgs': 'registry.org.read',
  'GET /orgs/{code}': 'registry.org.read',
  'POST /orgs': 'registry.org.write',
  'PATCH /orgs/{code}': 'registry.org.write',
  'GET /orgs/{code}/population': 'registry.population.read',
  'GET /orgs/{code}/population/{year}': 'registry.population.read',
  'PUT /orgs/{code}/population/{year}': 'registry.population.write',
  'GET /geo/areas': 'registry.org.read',
  'PUT /geo/areas': 'registry.org.write',
  'GET /persons': 'registry.person.read',
  'GET /persons/{id}': 'registry.person.read',
  'POST /persons': 'registry.person.write',
  'POST /persons/search': 'registry.person.read',
  'PATCH /persons/{id}': 'registry.person.write',
  'POST /persons/{id}/reveal': 'registry.person.reveal',
  'GET /imports': 'registry.import.run',
  'POST /imports': 'registry.import.run',
  'GET /imports/{id}': 'registry.import.run',
  'GET /imports/{id}/errors.xlsx': 'registry.import.run',
  'GET /imports/templates/{kind}.xlsx': 'registry.import.run',
  'GET /smi/cases': 'smi.case.read',
  'GET /smi/cases/{id}': 'smi.case.read',
  'GET /smi/cases/{id}/timeline': 'smi.case.read',
  'POST /smi/cases': 'smi.case.write',
  'POST /smi/cases/search': 'smi.case.read',
  'POST /smi/cases/{id}/consents': 'smi.case.write',
  'POST /smi/cases/{id}/exams': 'smi.case.write',
  'POST /smi/cases/{id}/follow-ups': 'smi.follow_up.write',
  'POST /smi/cases/{id}/follow-ups/preview': 'smi.follow_up.write',
  'POST /smi/cases/{id}/actions/{action}/close': 'smi.case.write',
  'POST /smi/cases/{id}/discharge': 'smi.case.write',
  'POST /smi/cases/{id}/transfer': 'smi.case.write',
  'POST /smi/cases/{id}/cancel': 'smi.case.write',
  'POST /smi/cases/{id}/reveal': 'smi.case.reveal',
  'GET /smi/cases/{id}/follow-ups/{followUpId}': 'smi.case.read',
  'POST /smi/cases/{id}/follow-ups/{followUpId}/corrections': 'smi.follow_up.write',
  'POST /smi/cases/{id}/follow-ups/{followUpId}/corrections/preview': 'smi.follow_up.write',
  'GET /tasks': 'smi.task.read',
  'GET /tasks/summary': 'smi.task.read',
  'GET /kpi/indicators': 'kpi.indicator.read',
  'GET /kpi/values': 'kpi.value.read',
  'GET /kpi/values/explain': 'kpi.value.read',
  'GET /kpi/values/members': 'kpi.member.read',
  'GET /kpi/targets': 'kpi.target.read',
  'GET /kpi/targets/history': 'kpi.target.read',
  'PUT /kpi/targets': 'kpi.target.write',
  'POST /kpi/recompute': 'kpi.recompute',
  'GET /kpi/reports/smi-indicators.{format}': 'kpi.report.export',
  'GET /events': 'identity.self',
  'GET /rules': 'kpi.indicator.read',
  'GET /nodes': 'ops.read',
  'GET /ops/health': 'ops.read',
  'GET /ops/event-flow': 'ops.read',
  'GET /ops/dead-letters': 'ops.read',
  'POST /ops/dead-letters/{service}/{id}/replay': 'ops.write',
  'GET /audit': 'audit.read',
  'POST /audit/actors/search': 'audit.read',
  'GET /audit/verify': 'audit.read',
  // Last: it ends the session.
  'POST /auth/logout': 'identity.self',
};
/** Enough for a read to be answered; a write without a body is refused for its content by whoever may try. */
const VALUES: Readonly<Record<string, string>> = {
  action: 'notify_police',
  code: STREET,
  year: '2025',
  kind: 'orgs',
  service: 'smi',
  page: 'people',
  name: 'mine',
  indicator: 'smi.management_rate',
  org: '990101',
  period: '2026',
  side: 'gap',
  parent: '990101',
  format: 'json',
  plan: 'x',
};

describe('who may do what, over the public API', () => {
  let district: District;
  let operations: ReadonlyMap<string, Operation>;
  let clients: ReadonlyMap<Role, RestClient>;
  let known: Json;

  beforeAll(async () => {
    district = await District.start();
    operations = new Map((await describedOperations(district)).map((operation) => [operation.name, operation]));
    known = await district.addCase();
    clients = await district.everyRole();
  });
  afterAll(() => district.remove());

  function pathOf({ path, parameters }: Operation): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? known.id);
    const query = parameters.filter((one) => one.in === 'query' && one.required);
    return `${filled}?${query.map(({ name }) => `${name}=${VALUES[name] ?? ''}`).join('&')}`;
  }

  const ask = (client: RestClient, name: string) => {
    const operation = operations.get(name)!;
    const body = operation.method === 'GET' ? {} : { body: {} };
    return client.ask(operation.method, pathOf(operation), { ...body, version: 1 });
  };

  it('covers every route there is', () => {
    expect([...operations.keys()].sort()).toEqual(Object.keys(RIGHTS).sort());
  });

  it.each(ROLES)('%s is let in where its rights say so, and nowhere else', async (role) => {
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [name, right] of Object.entries(RIGHTS)) {
      const { status, body } = await ask(clients.get(role)!, name);
      const isOpen = right === null || permits({ roles: [role] }, right);
      expected[name] = isOpen ? 'let in' : 'COMMON.FORBIDDEN';
      const letIn = status < 500 && status !== 429 && (status !== 401 || right === null);
      found[name] = status === 403 ? body.code : letIn ? 'let in' : String(status);
    }
    expect(found).toEqual(expected);
  });

  it('failing-area: what lies elsewhere does not exist, whoever asks', async () => {
    for (const role of ['street_staff', 'community_worker', 'psychiatrist'] as const) {
      const stranger = await district.as(role, '990101002');
      const paths = [`/persons/${known.personId}`, `/smi/cases/${known.id}`, `/smi/cases/${known.id}/timeline`];
      for (const path of paths) expect([path, (await stranger.ask('GET', path)).status]).toEqual([path, 404]);
      expect(await stranger.all('/persons')).toEqual([]);
      expect(await stranger.all('/smi/cases')).toEqual([]);
      expect(await stranger.all('/tasks')).toEqual([]);
    }
  });

  it('failing-area: figures and administration end at the border too', async () => {
    const official = await district.as('district_official', '990101002');
    const query = 'indicator=smi.management_rate&period=2026';
    for (const route of ['values?', 'values/explain?', 'values/members?side=gap&']) {
      const ask = (org: string) => official.ask('GET', `/kpi/${route}${query}&org=${org}`);
      expect([route, (await ask(COMMUNITY)).status]).toEqual([route, 404]);
      expect([route, (await ask(OTHER_COMMUNITY)).status]).toEqual([route, 200]);
    }
    const elsewhere = await district.as('system_admin', '990102');
    const { items } = await district.admin.get('/users?q=psychiatrist');
    expect((await elsewhere.ask('GET', `/users/${items[0]!.id}`)).status).toBe(404);
    expect(
      (await elsewhere.ask('PATCH', `/users/${items[0]!.id}`, { version: 1, body: { active: false } })).status,
    ).toBe(404);
    expect((await elsewhere.ask('PATCH', `/orgs/${STREET}`, { version: 1, body: { name: 'x' } })).status).toBe(404);
    const target = { indicator: 'smi.management_rate', plan: 'x', org: STREET, year: 2026, value: 1 };
    expect((await official.ask('PUT', '/kpi/targets', { body: [target] })).status).toBeGreaterThanOrEqual(400);
  });

  it('failing-anonymous: without a token, or with a wrong one, only the open routes answer', async () => {
    const forged = new RestClient(() => district.node.address, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.');
    for (const [name, right] of Object.entries(RIGHTS)) {
      if (right === null) continue;
      expect([name, (await ask(district.nobody, name)).status]).toEqual([name, 401]);
    }
    // Made-up tokens are counted by address: not all of them.
    for (const name of ['GET /smi/cases', 'GET /auth/me', 'POST /persons', 'GET /audit']) {
      expect([name, (await ask(forged, name)).status]).toEqual([name, 401]);
    }
  });
});
