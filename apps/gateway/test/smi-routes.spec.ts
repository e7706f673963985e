import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { signInAs } from '#testing';
import { SmiNode, visit } from '../../smi/test/smi-node.js';
import { createGateway } from '../src/gateway.module.js';

interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
  body: any;
}

function fieldsOf(problem: { errors: { field: string }[] }): string[] {
  return problem.errors.map(({ field }) => field);
}

describe('routes of severe mental illness', () => {
  let smi: SmiNode;
  let gateway: NestFastifyApplication;
  let url: string;
  let token: string;
  beforeAll(async () => {
    smi = await SmiNode.start();
    gateway = await createGateway(smi.node.settings('gateway'), {}, { logger: ['fatal'] });
    await gateway.listen(0, '127.0.0.1');
    url = await gateway.getUrl();
    token = smi.staff.token!;
  });
  afterAll(async () => {
    await gateway.close();
    await smi.close();
  });

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  const newCase = async () => {
    const input = smi.caseInput(await smi.knowPerson(1, { name: '王小明' }));
    const answer = await ask('POST', '/smi/cases', input);
    expect(answer.status).toBe(201);
    return answer.body as { id: string; caseNo: string };
  };

  it('registers a case and answers it whole, masked, with its version', async () => {
    const input = { ...smi.caseInput(await smi.knowPerson(1, { name: '王小明' })), firstOnset: null };
    const { status, body, headers } = await ask('POST', '/smi/cases', input);
    expect(status).toBe(201);
    expect(body).toMatchObject({ personName: '王**', stability: null, riskLevel: null, openActions: [], version: 1 });
    expect(headers.get('etag')).toBe('"1"');
    const read = await ask('GET', `/smi/cases/${body.id}`);
    expect(read.body).toEqual(body);
    expect(JSON.stringify(read.body)).not.toContain('小明');
  });

  it('records a grave visit as the contract says', async () => {
    const { id } = await newCase();
    const body = { ...visit({ riskLevel: 3 }), stability: null, remark: null };
    const answer = await ask('POST', `/smi/cases/${id}/follow-ups`, body, { 'idempotency-key': 'k1' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      version: 1,
      caseId: id,
      computed: { stability: 1, nextDueOn: '2026-03-16' },
      case: { status: 'registered', stability: 1, riskLevel: 3, nextDueOn: '2026-03-16', version: 2 },
    });
    expect(answer.body.computed.rules[0]).toBe('K3a');
    expect(answer.body.computed.actions).toEqual(
      expect.arrayContaining(['refer_now', 'notify_police', 'inform_care_group']),
    );
    const again = await ask('POST', `/smi/cases/${id}/follow-ups`, body, { 'idempotency-key': 'k1' });
    expect([again.status, again.body]).toEqual([201, answer.body]);
    const other = await ask(
      'POST',
      `/smi/cases/${id}/follow-ups`,
      { ...body, riskLevel: 4 },
      { 'idempotency-key': 'k1' },
    );
    expect([other.status, other.body.code]).toEqual([409, 'COMMON.IDEMPOTENCY_KEY_REUSED']);
  });

  it('previews without storing, and names every problem by its field', async () => {
    const { id } = await newCase();
    const before = await smi.digest();
    const good = await ask('POST', `/smi/cases/${id}/follow-ups/preview`, visit());
    expect([good.status, good.body.computed.nextDueOn, good.body.warnings]).toEqual([200, '2026-06-02', []]);
    const bad = await ask('POST', `/smi/cases/${id}/follow-ups`, {
      ...visit(),
      riskLevel: '0',
      medications: [{}],
      extra: 1,
    });
    expect([bad.status, bad.body.code]).toEqual([400, 'COMMON.VALIDATION_FAILED']);
    expect(bad.headers.get('content-type')).toContain('application/problem+json');
    expect(fieldsOf(bad.body).sort()).toEqual(['extra', 'medications[0].drug', 'riskLevel']);
    const rule = await ask('POST', `/smi/cases/${id}/follow-ups`, { ...visit(), visitedOn: '2026-12-01' });
    expect([rule.status, rule.body.code]).toEqual([422, 'SMI.FOLLOW_UP.DATE_IN_FUTURE']);
    expect(rule.body.errors).toMatchObject([{ field: 'visitedOn', code: 'SMI.FOLLOW_UP.DATE_IN_FUTURE' }]);
    expect(await smi.digest()).toBe(before);
  });

  it('tells the history with objects, lists cases and tasks', async () => {
    const { id, caseNo } = await newCase();
    await ask('POST', `/smi/cases/${id}/follow-ups`, visit());
    await ask('POST', `/smi/cases/${id}/exams`, { examinedOn: '2026-03-05' });
    const consent = { decision: 'agreed', signedOn: '2026-03-06', signer: 'self' };
    expect((await ask('POST', `/smi/cases/${id}/consents`, consent)).status).toBe(201);
    const timeline = await ask('GET', `/smi/cases/${id}/timeline?limit=3`);
    expect(timeline.body.items).toMatchObject([
      { kind: 'consent', on: '2026-03-06', data: { decision: 'agreed' } },
      { kind: 'exam', on: '2026-03-05', data: { refused: false } },
      { kind: 'follow_up', on: '2026-03-02', data: { riskLevel: 0, computed: { stability: 3 } } },
    ]);
    expect(typeof timeline.body.nextCursor).toBe('string');
    const listed = await ask('GET', `/smi/cases?q=${encodeURIComponent(caseNo)}&stability=3&overdue=true&limit=1`);
    expect(listed.body).toMatchObject({ items: [{ id, stability: 3, overdue: true }], nextCursor: null });
    // The same words in the body find the same; a number is no text there.
    const words = { q: caseNo, stability: 3, overdue: true, limit: 1 };
    const sought = await ask('POST', '/smi/cases/search', words);
    expect([sought.status, sought.body]).toEqual([200, listed.body]);
    const wrong = await ask('POST', '/smi/cases/search', { q: caseNo, stability: '3' });
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ field: 'stability', code: 'FIELD.TYPE' }]]);
    const tasks = await ask('GET', '/tasks?assignee=me&service=smi&status=overdue&limit=200');
    expect((tasks.body.items as { subjectId: string }[]).map((task) => task.subjectId)).toContain(id);
    expect((await ask('GET', '/tasks?service=special-population')).body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    ['/smi/cases?limit=0', 'limit'],
    ['/smi/cases?riskLevel=x', 'riskLevel'],
    ['/smi/cases?overdue=maybe', 'overdue'],
    ['/smi/cases?status=gone', 'status'],
    ['/smi/cases?org=99010', 'org'],
    ['/smi/cases?cursor=!!', 'cursor'],
    ['/smi/cases?page=2', 'page'],
    ['/tasks?status=open', 'status'],
    ['/tasks?dueBefore=2026-13-01', 'dueBefore'],
    ['/tasks?service=other', 'service'],
    ['/smi/cases/not-an-id', 'id'],
  ])('refuses GET %s', async (path, field) => {
    const { status, body } = await ask('GET', path);
    expect([status, fieldsOf(body)]).toEqual([400, [field]]);
  });

  it.each([
    [{ personId: 5 }, 'personId'],
    [{ personId: 'x' }, 'personId'],
    [{ org: '9901' }, 'org'],
    [{ caseNo: 'x'.repeat(31) }, 'caseNo'],
    [{ diagnosis: '' }, 'diagnosis'],
    [{ reportType: 'both' }, 'reportType'],
    [{ diagnosedOn: '2024-02-30' }, 'diagnosedOn'],
    [{ fileBuiltOn: 20240312 }, 'fileBuiltOn'],
    [{ firstOnset: '2022/06' }, 'firstOnset'],
    [{ guardian: { name: '李', relation: 'mother' } }, 'guardian.relation'],
    [{ guardian: 'mother' }, 'guardian'],
    [{ consent: { decision: 'yes', signedOn: '2024-03-12', signer: 'self' } }, 'consent.decision'],
    [{ article30: 'no' }, 'article30'],
    [{ status: 'dead' }, 'status'],
  ])('refuses a case with %j', async (changes, field) => {
    const input = { ...smi.caseInput('01990000-0000-7000-8000-000000000000'), ...changes };
    const { status, body } = await ask('POST', '/smi/cases', input);
    expect(status).toBe(400);
    expect(fieldsOf(body)).toContain(field);
  });

  it('hides what lies elsewhere and what the role may not see', async () => {
    const { id } = await newCase();
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    const hidden = await ask('GET', `/smi/cases/${id}`, undefined, { authorization: `Bearer ${elsewhere.token!}` });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'COMMON.NOT_FOUND']);
    const admin = await ask('GET', `/smi/cases/${id}`, undefined, { authorization: `Bearer ${smi.admin.token!}` });
    expect(admin.status).toBe(403);
    const nobody = await ask('GET', `/smi/cases/${id}`, undefined, { authorization: '' });
    expect(nobody.status).toBe(401);
  });
});
