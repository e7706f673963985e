import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestMicroservice } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#auth';
import { readTable } from '#spreadsheet';
import { createTestNode, madeUpPerson, signInAs, startService, type TestNode } from '#testing';
import { RegistryModule } from '../../registry/src/registry.module.js';
import { createGateway } from '../src/gateway.module.js';

jest.setTimeout(60_000);

interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
  body: any;
}

const COMMUNITY = '990101001001';

describe('routes of the registry', () => {
  let node: TestNode;
  let registry: INestMicroservice;
  let gateway: NestFastifyApplication;
  let url: string;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    node = await createTestNode(['registry', 'gateway']);
    registry = await startService(RegistryModule.forRoot(node.settings('registry')), node.settings('registry'));
    gateway = await createGateway(node.settings('gateway'), {}, { logger: ['fatal'] });
    await gateway.listen(0, '127.0.0.1');
    url = `${await gateway.getUrl()}/api/v1`;
    const sign = (roles: Role[], scopes: string[]) => signInAs(node, { roles, scopes }).token ?? '';
    tokens['admin'] = sign(['system_admin'], ['']);
    tokens['staff'] = sign(['street_staff'], ['990101001']);
    tokens['other'] = sign(['street_staff'], ['990101002']);
    tokens['official'] = sign(['district_official'], ['990101']);
    for (const [code, tier] of [
      ['990101000000', 'district'],
      ['990101001000', 'street'],
      [COMMUNITY, 'community'],
    ] as const) {
      const body = { code, name: code, tier, validFrom: '2020-01-01', validTo: null };
      expect((await ask('POST', '/orgs', 'admin', { body })).status).toBe(201);
    }
  });
  afterAll(async () => {
    await gateway.close();
    await registry.close();
    await node.close();
  });

  async function ask(
    method: string,
    path: string,
    who: string,
    options: { body?: unknown; form?: FormData; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body, form, headers = {} } = options;
    const payload = form ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${tokens[who] ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const json = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: json ? JSON.parse(bytes.toString()) : null,
    };
  }

  const person = (n: number, changes: object = {}) => ({ ...madeUpPerson(n), residenceOrg: COMMUNITY, ...changes });
  const fields = (answer: Answer): string[] => (answer.body.errors as { field: string }[]).map(({ field }) => field);

  it('read units with their version as entity tag', async () => {
    const answer = await ask('GET', `/orgs/${COMMUNITY}`, 'staff');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toEqual({
      ...{ code: COMMUNITY, name: COMMUNITY, tier: 'community', urbanRural: null, validFrom: '2020-01-01' },
      ...{ validTo: null, parent: '990101001000', version: 1 },
    });
    const list = await ask('GET', '/orgs?parent=990101001&tier=community&asOf=2026-01-01', 'staff');
    expect(list.body).toMatchObject({ items: [{ code: COMMUNITY }], nextCursor: null });
  });

  it('change a unit only with If-Match', async () => {
    const body = { urbanRural: '111' };
    expect((await ask('PATCH', `/orgs/${COMMUNITY}`, 'admin', { body })).body.code).toBe('COMMON.VERSION_REQUIRED');
    const headers = { 'if-match': '"1"' };
    expect((await ask('PATCH', `/orgs/${COMMUNITY}`, 'admin', { body, headers })).body.version).toBe(2);
    const stale = await ask('PATCH', `/orgs/${COMMUNITY}`, 'admin', { body: { name: '新名' }, headers });
    expect([stale.status, stale.body.context.version]).toEqual([412, 2]);
  });

  it.each([
    ['code', { code: '12' }],
    ['code', { code: 990101001009 }],
    ['name', { name: 7 }],
    ['name', { name: '' }],
    ['tier', { tier: 'village' }],
    ['urbanRural', { urbanRural: '999' }],
    ['validFrom', { validFrom: '2020-13-01' }],
    ['validTo', { validTo: 'never' }],
    ['colour', { colour: 'red' }],
  ])('refuse a unit with a wrong %s: %j', async (field, changes) => {
    const good = { code: '990101001009', name: '九', tier: 'community', validFrom: '2020-01-01' };
    const answer = await ask('POST', '/orgs', 'admin', { body: { ...good, ...changes } });
    expect([answer.status, fields(answer)]).toEqual([400, [field]]);
    expect((await ask('GET', '/orgs/990101001009', 'admin')).status).toBe(404);
  });

  it('keep population figures', async () => {
    const path = `/orgs/${COMMUNITY}/population/2025`;
    const first = await ask('PUT', path, 'admin', { body: { resident: 2_500, registered: null } });
    expect(first.body).toEqual({ org: COMMUNITY, year: 2025, resident: 2_500, registered: null, version: 1 });
    const body = { resident: 2_600 };
    expect((await ask('PUT', path, 'admin', { body })).body.code).toBe('COMMON.VERSION_REQUIRED');
    expect((await ask('PUT', path, 'admin', { body, headers: { 'if-match': '"1"' } })).body.version).toBe(2);
    expect((await ask('GET', path, 'staff')).body.resident).toBe(2_600);
    for (const wrong of [
      { resident: -1 },
      { resident: '1' },
      { resident: 1.5 },
      {},
      { resident: 1, registered: 'x' },
    ]) {
      expect((await ask('PUT', path, 'admin', { body: wrong })).status).toBe(400);
    }
    expect((await ask('PUT', `/orgs/${COMMUNITY}/population/abcd`, 'admin', { body })).status).toBe(400);
  });

  it('enter, read, find, change and reveal a resident', async () => {
    const created = await ask('POST', '/persons', 'staff', { body: person(1, { ethnicity: null }) });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ birthDate: null, version: 1, ethnicity: null });
    const { id } = created.body as { id: string };
    expect(created.bytes.toString()).not.toContain(madeUpPerson(1).idNumber);
    expect((await ask('GET', `/persons/${id}`, 'staff')).headers.get('etag')).toBe('"1"');
    expect((await ask('GET', `/persons/${id}`, 'other')).status).toBe(404);
    expect((await ask('GET', `/persons/${id}`, 'admin')).status).toBe(403);
    expect((await ask('GET', '/persons/1', 'staff')).status).toBe(400);
    const found = await ask('GET', `/persons?q=${madeUpPerson(1).idNumber}&org=990101001`, 'staff');
    // The same words in the body find the same, for the same people only.
    const words = { q: madeUpPerson(1).idNumber, org: '990101001', limit: 5, cursor: null };
    const sought = await ask('POST', '/persons/search', 'staff', { body: words });
    expect([sought.status, sought.body]).toEqual([200, found.body]);
    expect((await ask('POST', '/persons/search', 'other', { body: { q: words.q } })).body['items']).toEqual([]);
    expect((await ask('POST', '/persons/search', 'admin', { body: words })).status).toBe(403);
    expect((await ask('POST', '/persons/search', 'staff', { body: { ...words, q: '' } })).body.errors?.[0]?.field).toBe(
      'q',
    );
    expect(found.body.items).toMatchObject([{ id }]);
    const headers = { 'if-match': '"1"' };
    const changed = await ask('PATCH', `/persons/${id}`, 'staff', { body: { phone: '', name: '李新' }, headers });
    expect(changed.body).toMatchObject({ version: 2, phone: null, name: '李*' });
    const reveal = { fields: ['idNumber', 'phone'], reason: '核对身份' };
    const revealed = await ask('POST', `/persons/${id}/reveal`, 'staff', { body: reveal });
    expect([revealed.status, revealed.body]).toEqual([200, { values: { idNumber: madeUpPerson(1).idNumber } }]);
    const again = await ask('POST', '/persons', 'staff', { body: person(1) });
    expect([again.status, again.body.code]).toEqual([409, 'REGISTRY.PERSON.ID_NUMBER_EXISTS']);
    expect(again.body.context.candidates[0].person.id).toBe(id);
  });

  it.each([
    ['name', { name: null }],
    ['name', { name: 'x'.repeat(51) }],
    ['sex', { sex: 1 }],
    ['birthDate', { birthDate: '2020-02-30' }],
    ['idType', { idType: 'card' }],
    ['idNumber', { idNumber: 9901 }],
    ['idNumber', { idNumber: '990101199001010018' }],
    ['phone', { phone: '1380000000' }],
    ['residenceOrg', { residenceOrg: '990101' }],
    ['registeredOrg', { registeredOrg: 'x'.repeat(13) }],
    ['address', { address: 'x'.repeat(201) }],
    ['livingSince', { livingSince: '01/02/2020' }],
    ['ethnicity', { ethnicity: '汉' }],
    ['education', { education: '50' }],
    ['maritalStatus', { maritalStatus: '1' }],
    ['employment', { employment: 'x' }],
    ['confirmedNotDuplicate', { confirmedNotDuplicate: 'yes' }],
    ['nickname', { nickname: 'x' }],
  ])('refuse a resident with a wrong %s: %j', async (field, changes) => {
    const answer = await ask('POST', '/persons', 'staff', { body: person(2, changes) });
    expect([answer.status, fields(answer)]).toEqual([400, [field]]);
    expect(answer.bytes.toString()).not.toContain(madeUpPerson(2).idNumber);
  });

  const upload = async (parts: Record<string, string | Blob>, headers: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, part] of Object.entries(parts)) {
      if (typeof part === 'string') form.append(name, part);
      else form.append(name, part, '居民 名单.csv');
    }
    return ask('POST', '/imports', 'admin', { form, headers });
  };
  const ended = async (id: string): Promise<Answer> => {
    for (;;) {
      const answer = await ask('GET', `/imports/${id}`, 'admin');
      if (answer.body.status !== 'running') return answer;
      await sleep(50);
    }
  };
  const csvOf = (count: number): Blob => {
    const columns = ['name', 'sex', 'birthDate', 'idType', 'idNumber', 'residenceOrg', 'address'] as const;
    // Long addresses, so that the file goes to the registry in several pieces.
    const rows = Array.from({ length: count }, (_, i) => ({
      ...person(100 + i),
      address: `演示街道${'甲'.repeat(150)}`,
    }));
    return new Blob([
      [columns.join(','), ...rows.map((row) => columns.map((c) => row[c]).join(',')), 'x,1,,none,,,'].join('\n'),
    ]);
  };

  it('take a file in pieces, work it off, and give the refused rows back', async () => {
    const started = await upload({ kind: 'persons', mode: 'commit', file: csvOf(2_000) });
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({ status: 'running', kind: 'persons', fileName: '居民 名单.csv' });
    const job = await ended(started.body.id as string);
    expect(job.body).toMatchObject({ status: 'done', total: 2_001, accepted: 2_000, rejected: 1, skipped: 0 });
    const errors = await ask('GET', `/imports/${String(started.body.id)}/errors.xlsx`, 'admin');
    expect(errors.headers.get('content-type')).toContain('spreadsheetml');
    const rows: string[][] = [];
    for await (const row of readTable(errors.bytes)) rows.push(row.cells);
    expect([rows.length, rows[0]?.at(-1), rows[1]?.[0]]).toEqual([2, '错误原因', 'x']);
    const list = await ask('GET', '/imports?limit=1', 'admin');
    expect(list.body.items).toMatchObject([{ id: started.body.id }]);
  });

  it.each([
    ['file', { kind: 'persons', mode: 'commit' }],
    ['kind', { mode: 'commit', file: new Blob(['name\n']) }],
    ['kind', { kind: 'cats', mode: 'commit', file: new Blob(['name\n']) }],
    ['mode', { kind: 'persons', mode: 'now', file: new Blob(['name\n']) }],
    ['colour', { kind: 'persons', mode: 'commit', colour: 'red', file: new Blob(['name\n']) }],
  ])('refuse an upload with a wrong %s', async (field, parts) => {
    const answer = await upload(parts);
    expect([answer.status, fields(answer)]).toEqual([400, [field]]);
  });

  it('refuse an upload that is no form, an empty file, and whoever may not', async () => {
    const json = await ask('POST', '/imports', 'admin', { body: { kind: 'persons' } });
    expect(json.status).toBe(415);
    const empty = await upload({ kind: 'persons', mode: 'commit', file: new Blob([]) });
    expect([empty.status, empty.body.code]).toEqual([400, 'REGISTRY.IMPORT.FILE_EMPTY']);
    const form = new FormData();
    expect((await ask('POST', '/imports', 'official', { form })).status).toBe(403);
  });

  it('offer templates', async () => {
    const answer = await ask('GET', '/imports/templates/smi-follow-ups.xlsx', 'admin');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('smi-follow-ups.xlsx');
    for await (const row of readTable(answer.bytes)) expect(row.cells).toContain('随访日期 visitedOn');
    expect((await ask('GET', '/imports/templates/cats.xlsx', 'admin')).status).toBe(400);
    const unknown = '/imports/01900000-0000-7000-8000-000000000000';
    expect((await ask('GET', unknown, 'admin')).status).toBe(404);
    expect((await ask('GET', `${unknown}/errors.xlsx`, 'admin')).status).toBe(404);
  });
});
