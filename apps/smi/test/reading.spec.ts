import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseService } from '#contracts';
import { signInAs, withKey } from '#testing';
import { COMMUNITY, OTHER_STREET, SmiNode } from './smi-node.js';

describe('reading', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  const list = (query: Parameters<typeof smi.rpc.call>[1], context = smi.staff) =>
    smi.rpc.call(CaseService.method.listCases, query, context);
  const tasks = async (query = {}, context = smi.staff) =>
    (await smi.rpc.call(CaseService.method.listTasks, { limit: 200, ...query }, context)).items;
  const registerPerson = async (n: number, name: string) => {
    const input = smi.caseInput(await smi.knowPerson(n, { name }));
    const answer = await smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff));
    return answer.case!;
  };

  it('shows a case masked', async () => {
    const found = await registerPerson(1, '王小明');
    expect(found).toMatchObject({
      personName: '王**',
      guardian: { name: '李**', relation: '51', phone: '130****0000' },
      status: 'registered',
      nextDueOn: '2024-03-26',
      consent: { decision: 'agreed', signedOn: '2024-03-12', signer: 'guardian' },
      overdue: true,
      diagnosisGroup: '01',
      residenceOrg: COMMUNITY,
    });
    expect(await smi.caseOf(found.id)).toEqual(found);
    const { rows } = await smi.sql.query<{ text: string }>('select c::text as text from smi_case c');
    expect(rows.map((row) => row.text).join()).not.toMatch(/王小明|李建国|13000000000/);
  });

  it.each(['王小明', '小明', 'wangxiaoming', 'wxm', '王'])('finds the person by %s', async (q) => {
    const { items } = await list({ q });
    expect(items.map((item) => item.personName)).toContain('王**');
  });

  it('finds by the beginning of the case number, and nobody by another name', async () => {
    expect((await list({ q: '990101-0000' })).items.length).toBeGreaterThan(0);
    expect((await list({ q: '赵钱孙' })).items).toEqual([]);
    expect((await list({ q: "'; --" })).items).toEqual([]);
  });

  it('filters, and pages without losing or repeating', async () => {
    for (let n = 10; n < 17; n += 1) await registerPerson(n, '张三');
    const unstable = await smi.register();
    await smi.record(unstable, { riskLevel: 3, visitedOn: '2026-11-20' });
    expect((await list({ stability: 1 })).items.map((item) => item.id)).toEqual([unstable]);
    expect((await list({ riskLevel: 3, status: 'registered' })).items).toHaveLength(1);
    expect((await list({ overdue: false })).items.map((item) => item.id)).toEqual([unstable]);
    expect((await list({ overdue: true, limit: 200 })).items.every((item) => item.overdue)).toBe(true);

    const all = (await list({ limit: 200 })).items.map((item) => item.id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await list({ limit: 3, cursor });
      paged.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it('lists the area asked for, inside the own one only', async () => {
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    await smi.register({ org: OTHER_STREET }, elsewhere);
    const district = signInAs(smi.node, { roles: ['psychiatrist'], scopes: ['990101'] });
    const orgs = async (org: string, context = district) =>
      new Set((await list({ org, limit: 200 }, context)).items.map((item) => item.org));
    expect(await orgs('990101')).toEqual(new Set([COMMUNITY, OTHER_STREET]));
    expect(await orgs('990101002')).toEqual(new Set([OTHER_STREET]));
    expect(await orgs('990101002000')).toEqual(new Set([OTHER_STREET]));
    expect(await orgs('990101', elsewhere)).toEqual(new Set([OTHER_STREET]));
    expect(await orgs('990101001', elsewhere)).toEqual(new Set());
  });

  it('tells a history, the newest first, with what was recorded', async () => {
    const id = await smi.register();
    await smi.attempt(id, '2026-02-20');
    await smi.record(id, { visitedOn: '2026-03-02', remark: '家属配合' });
    const exam = { caseId: id, examinedOn: '2026-03-05', refused: false };
    await smi.rpc.call(CaseService.method.recordExam, exam, withKey(smi.staff));
    const consent = { decision: 'agreed', signedOn: '2026-03-06', signer: 'self' };
    await smi.rpc.call(CaseService.method.recordConsent, { caseId: id, consent }, withKey(smi.staff));
    const read = (limit: number, cursor = '') =>
      smi.rpc.call(CaseService.method.getTimeline, { caseId: id, limit, cursor }, smi.staff);
    const { items } = await read(50);
    expect(items.map((entry) => [entry.kind, entry.on])).toEqual([
      ['consent', '2026-03-06'],
      ['exam', '2026-03-05'],
      ['follow_up', '2026-03-02'],
      ['attempt', '2026-02-20'],
      ['consent', '2024-03-12'],
      ['registration', '2024-03-12'],
    ]);
    expect(items.every((entry) => entry.actor === smi.staff.caller.id)).toBe(true);
    expect(JSON.parse(items[2]!.dataJson)).toMatchObject({
      visitedOn: '2026-03-02',
      remark: '家属配合',
      medications: [{ drug: '利培酮', morningMg: 1 }],
      computed: { stability: 3, nextDueOn: '2026-06-02', rules: ['K4', 'N1'] },
      complete: true,
    });
    const first = await read(4);
    const second = await read(4, first.nextCursor);
    expect([...first.items, ...second.items].map((entry) => entry.id)).toEqual(items.map((entry) => entry.id));
    expect(second.nextCursor).toBeUndefined();
    const { rows } = await smi.sql.query<{ text: string }>('select f::text as text from follow_up f');
    expect(rows.map((row) => row.text).join()).not.toContain('家属配合');
  });

  it('counts an examination once a day and a refusal not at all', async () => {
    const id = await smi.register();
    for (const [examinedOn, refused] of [
      ['2026-03-05', false],
      ['2026-03-05', false],
      ['2026-04-01', true],
    ] as const) {
      await smi.rpc.call(CaseService.method.recordExam, { caseId: id, examinedOn, refused }, withKey(smi.staff));
    }
    const { rows } = await smi.sql.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1 order by position desc limit 1`,
      [id],
    );
    expect(JSON.parse(rows[0]!.payload)).toMatchObject({ exams: ['2026-03-05'], version: 4 });
  });

  it('lists due work with its reasons, and what was done', async () => {
    const worker = signInAs(smi.node, { roles: ['community_worker'], scopes: ['990101003'] });
    const org = '990101003001';
    const routine = await smi.register({ org }, worker);
    await smi.record(routine, { visitedOn: '2026-08-25' }, worker);
    const late = await smi.register({ org }, worker);
    await smi.record(late, { visitedOn: '2026-08-01' }, worker);
    const grave = await smi.register({ org }, worker);
    await smi.record(
      grave,
      { visitedOn: '2026-11-20', riskLevel: 3, adverseReaction: { present: 2, severity: 1, text: '手抖' } },
      worker,
    );
    const calm = await smi.register({ org }, worker);
    await smi.record(calm, { visitedOn: '2026-11-20' }, worker);

    const due = await tasks({ status: 'due' }, worker);
    expect(
      due.filter((task) => task.kind === 'follow_up').map((task) => [task.subjectId, task.dueOn, task.status]),
    ).toEqual([[routine, '2026-11-25', 'due']]);
    const overdue = await tasks({ status: 'overdue' }, worker);
    expect(overdue.map((task) => [task.subjectId, task.kind])).toEqual(
      expect.arrayContaining([
        [late, 'follow_up'],
        [grave, 'action:refer_now'],
        [grave, 'action:notify_police'],
      ]),
    );
    expect(overdue.find((task) => task.kind === 'action:notify_police')).toMatchObject({ priority: 1 });
    expect(overdue.find((task) => task.subjectId === grave)?.reasons).toEqual(
      expect.arrayContaining(['risk_3', 'unstable']),
    );
    const upcoming = await tasks({ status: 'upcoming' }, worker);
    expect(upcoming.map((task) => task.subjectId)).toContain(calm);
    expect(upcoming.every((task) => task.startOn! > '2026-11-23')).toBe(true);
    const done = await tasks({ status: 'done' }, worker);
    expect(done.map((task) => task.subjectId).sort()).toEqual([routine, grave, calm].sort());
    expect(done.every((task) => task.status === 'done')).toBe(true);

    const everything = await tasks({}, worker);
    expect(new Set(everything.map((task) => task.id)).size).toBe(everything.length);
    const before = await tasks({ dueBefore: '2026-11-25' }, worker);
    expect(before.every((task) => task.dueOn! < '2026-11-25')).toBe(true);
    expect((await tasks({ org: '990101001' }, worker)).length).toBe(0);
    expect(everything.every((task) => task.service === 'smi' && task.subjectName.includes('*'))).toBe(true);
  });

  it('pages tasks without losing or repeating', async () => {
    const all = (await tasks()).map((task) => task.id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await smi.rpc.call(CaseService.method.listTasks, { limit: 2, cursor }, smi.staff);
      paged.push(...page.items.map((task) => task.id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });

  it('follows the registry: a new name, a death, a move; an older event does nothing', async () => {
    const personId = await smi.knowPerson(800, { name: '孙一', version: 3 });
    const input = smi.caseInput(personId);
    const { case: registered } = await smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff));
    await smi.knowPerson(800, {
      personId,
      name: '欧阳二',
      version: 5,
      deathDate: '2026-11-01',
      residenceOrg: '990102001001',
    });
    await smi.knowPerson(800, { personId, name: '孙旧', version: 4 });
    const found = await smi.caseOf(registered!.id);
    expect(found).toMatchObject({
      personName: '欧**',
      deathDate: '2026-11-01',
      residenceOrg: '990102001001',
      org: COMMUNITY,
    });
    expect(found.openActions).toContain('close_file');
    expect((await tasks()).map((task) => [task.subjectId, task.kind])).toContainEqual([found.id, 'action:close_file']);
    expect(await smi.count('person_copy', 'person_id = $1', [personId])).toBe(1);
    expect((await list({ q: '欧阳二' })).items).toHaveLength(1);
    expect((await list({ q: '孙一' })).items).toHaveLength(0);
  });

  it('names a case that was registered while its person arrived', async () => {
    const personId = await smi.knowPerson(820, { name: '钱二' });
    const { case: registered } = await smi.rpc.call(
      CaseService.method.registerCase,
      { input: smi.caseInput(personId) },
      withKey(smi.staff),
    );
    // As the race leaves it: the copy has the person, the case has no name.
    await smi.sql.query(`update smi_case set sealed_name = '' where id = $1`, [registered!.id]);
    await smi.knowPerson(821, { name: '周三' });
    expect((await smi.caseOf(registered!.id)).personName).toBe('钱*');
  });

  it('leaves a row in the trail for every reading of people', async () => {
    const id = await smi.register();
    const trail = `select action, details::text as details from audit_entry where actor_id = $1
                   union all select action, details::text from audit_pending where actor_id = $1`;
    const reader = signInAs(smi.node, { roles: ['psychiatrist'], scopes: ['990101'] });
    await smi.rpc.call(CaseService.method.getCase, { id }, reader);
    await list({ q: '王小明' }, reader);
    await smi.rpc.call(CaseService.method.getTimeline, { caseId: id }, reader);
    await tasks({}, reader);
    const { rows } = await smi.sql.query<{ action: string; details: string }>(trail, [reader.caller.id]);
    expect(rows.map((row) => row.action).sort()).toEqual(['case.list', 'case.read', 'case.timeline', 'task.list']);
    expect(rows.map((row) => row.details).join()).not.toContain('王小明');
  });
});
