import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture, GOOD_PASSWORD, type Answer } from './gateway-fixture.js';

interface Entry {
  readonly id: string;
  readonly actorId: string;
  readonly actor: { readonly username: string } | null;
  readonly subject: { readonly username: string } | null;
  readonly action: string;
  readonly outcome: string;
  readonly correlationId: string;
  readonly detailsJson: string;
}

describe('the audit trail', () => {
  let gateway: GatewayFixture;
  let auditor: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    auditor = gateway.token(['audit_admin']);
    await gateway.user('watched', ['health_bureau']);
    await gateway.user('bystander');
    const headers = { 'x-correlation-id': 'correlation-0001' };
    const body = { username: 'watched', password: GOOD_PASSWORD };
    await gateway.ask('POST', '/api/v1/auth/login', { body, headers });
    await gateway.login('watched', 'wrong');
    for (let i = 0; i < 6; i += 1) await gateway.login('bystander', GOOD_PASSWORD);
  });
  afterAll(() => gateway.stop());

  const search = (query: string): Promise<Answer> =>
    gateway.ask('GET', `/api/v1/audit?service=identity&${query}`, { token: auditor });
  const found = async (query: string): Promise<Entry[]> => (await search(query)).body['items'] as Entry[];

  it('names who did it, and to whom', async () => {
    const [entry] = await found('action=identity.sign_in&outcome=refused');
    expect(entry).toMatchObject({ actorId: 'anonymous', actor: null, subject: { username: 'watched' } });
    const [done] = await found(`action=identity.sign_in&outcome=done&correlationId=correlation-0001`);
    expect(done).toMatchObject({ actor: { username: 'watched' }, correlationId: 'correlation-0001' });
  });

  it.each([
    ['outcome=refused', (entry: Entry) => entry.outcome === 'refused'],
    ['subjectKind=account', () => true],
    ['correlationId=correlation-0001', (entry: Entry) => entry.correlationId === 'correlation-0001'],
    ['action=identity.user.create', (entry: Entry) => entry.action === 'identity.user.create'],
  ])('finds what %s says, and nothing else', async (query, holds) => {
    const entries = await found(query);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => !holds(entry))).toEqual([]);
  });

  it('finds nothing for what never was', async () => {
    expect(await found('subjectKind=nothing')).toEqual([]);
    expect(await found('correlationId=nothing-of-the-kind')).toEqual([]);
  });

  it.each(['from', 'to'])('takes only whole instants for %s', async (field) => {
    const bad = ['2026', '2026-11', '2026-W10', '2026-11-01', '2026-11-01T08:00:00', '2026-02-30T08:00:00Z'];
    for (const value of [...bad, '0000-01-01T00:00:00Z', '2026-11-01T08:00:00+20:00', '2026-11-01T08:61:00Z', 'x']) {
      const answer = await search(`${field}=${encodeURIComponent(value)}`);
      const errors = [expect.objectContaining({ field, code: 'FIELD.INVALID' })];
      expect(answer).toMatchObject({ status: 400, body: { code: 'COMMON.VALIDATION_FAILED', errors } });
    }
    for (const value of ['2026-11-01T00:00:00.000Z', '2026-11-01T08:00:00+08:00', '0001-01-01T00:00:00Z']) {
      expect(await search(`${field}=${encodeURIComponent(value)}`)).toMatchObject({ status: 200 });
    }
  });

  it('goes page by page, newest first, no row twice and none left out', async () => {
    // Looking leaves rows of its own.
    const until = `to=${new Date().toISOString()}`;
    const all = (await found(`limit=200&${until}`)).map(({ id }) => id);
    expect(all).toEqual([...all].sort().reverse());
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await search(`limit=3&${until}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...(body['items'] as Entry[]).map(({ id }) => id));
      cursor = (body['nextCursor'] as string | null) ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });

  it('says who has looked at it, for what, and who has checked it', async () => {
    const [{ id: watched }] = (
      await gateway.ask('POST', '/api/v1/audit/actors/search', { body: { q: 'watched' }, token: auditor })
    ).body['items'] as [{ id: string }];
    await found(`actorId=${watched}&outcome=done`);
    const [look] = await found('action=audit.search');
    expect(look).toMatchObject({ subject: { username: 'watched' }, outcome: 'done' });
    expect(look!.actorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(look!.detailsJson)).toEqual({ by: ['actorId', 'outcome'], count: expect.any(Number) });
    await gateway.ask('GET', '/api/v1/audit/verify', { token: auditor });
    const [check] = await found('action=audit.verify');
    expect(JSON.parse(check!.detailsJson)).toEqual({ intact: true });
  });

  it('offers accounts by name to the auditor only, and no more of them than names', async () => {
    const { body } = await gateway.ask('POST', '/api/v1/audit/actors/search', { body: { q: 'watch' }, token: auditor });
    expect(body['items']).toEqual([{ id: expect.any(String), username: 'watched', displayName: 'watched' }]);
    const admin = gateway.token(['system_admin', 'security_admin']);
    expect(
      (await gateway.ask('POST', '/api/v1/audit/actors/search', { body: { q: 'watch' }, token: admin })).status,
    ).toBe(403);
  });

  it.each(['x', "1'--", Buffer.from('{}').toString('base64url')])('refuses the cursor "%s"', async (cursor) => {
    const answer = await search(`cursor=${encodeURIComponent(cursor)}`);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'cursor' })]);
  });
});

describe('accounts', () => {
  let gateway: GatewayFixture;
  let admin: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    admin = gateway.token(['system_admin', 'security_admin']);
    await gateway.user('one', ['street_staff'], ['990101001']);
    await gateway.user('two', ['health_bureau'], ['990101']);
    await gateway.user('three', ['street_staff'], ['990101002', '990101003001']);
  });
  afterAll(() => gateway.stop());

  it.each([
    ['role=street_staff', ['one', 'three']],
    ['org=990101003000', ['three']],
    ['org=990101', ['one', 'three', 'two']],
    ['role=health_bureau&org=990101002', []],
    ['state=inactive', []],
    ['state=active&q=t', ['three', 'two']],
  ])('are found by %s', async (query, names) => {
    const { body } = await gateway.ask('GET', `/api/v1/users?${query}`, { token: admin });
    expect((body['items'] as { username: string }[]).map(({ username }) => username)).toEqual(names);
  });

  it('can be given roles that do not meet where administrators are kept apart', async () => {
    const { body } = await gateway.ask('GET', '/api/v1/roles', { token: admin });
    const roles = body['items'] as { role: string; kind: string; grantedBy: string | null; permissions: string[] }[];
    expect(roles).toHaveLength(12);
    expect(roles.find(({ role }) => role === 'audit_admin')).toMatchObject({
      kind: 'auditor',
      grantedBy: 'security_admin',
      permissions: expect.arrayContaining(['audit.read']),
    });
  });
});
