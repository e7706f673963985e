import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CaseService, FollowUpService } from '#contracts';
import { signInAs, withKey } from '#testing';
import { COMMUNITY, OTHER_STREET, SmiNode, visit } from './smi-node.js';

describe('writing', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  const record = (caseId: string, context = smi.staff, changes = {}) =>
    smi.rpc.call(FollowUpService.method.recordFollowUp, { caseId, input: visit(changes) }, context);

  it('a preview computes what recording computes and stores nothing', async () => {
    const caseId = await smi.register();
    const input = visit({ riskLevel: 3 });
    const before = await smi.digest();
    const preview = await smi.rpc.call(FollowUpService.method.previewFollowUp, { caseId, input }, smi.staff);
    expect(await smi.digest()).toBe(before);
    const answer = await record(caseId, smi.staff, { riskLevel: 3 });
    expect(preview.computed).toEqual(answer.computed);
    expect(answer.computed?.actions).toContain('notify_police');
  });

  it('the same key and body gets the first answer, another body is refused', async () => {
    const caseId = await smi.register();
    const context = withKey(smi.staff);
    const first = await record(caseId, context);
    const second = await record(caseId, context);
    expect(second).toEqual(first);
    expect(await smi.count('follow_up', 'case_id = $1', [caseId])).toBe(1);
    await expect(record(caseId, context, { riskLevel: 1 })).rejects.toMatchObject({
      code: 'COMMON.IDEMPOTENCY_KEY_REUSED',
    });
    const other = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101001'] });
    const sameKeyOfOther = { ...other, idempotencyKey: context.idempotencyKey! };
    await expect(record(caseId, sameKeyOfOther)).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS',
    });
  });

  it('of visits at the same moment on one case and day exactly one is kept', async () => {
    const caseId = await smi.register();
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => record(caseId, withKey(smi.staff))));
    expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await smi.count('follow_up', 'case_id = $1', [caseId])).toBe(1);
    expect((await smi.caseOf(caseId)).version).toBe(2);
  });

  it('visits at the same moment on different days leave the state of the latest', async () => {
    const caseId = await smi.register();
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    const tried = await Promise.allSettled(days.map((visitedOn) => record(caseId, withKey(smi.staff), { visitedOn })));
    const kept = tried.filter((one) => one.status === 'fulfilled').length;
    const found = await smi.caseOf(caseId);
    expect(await smi.count('follow_up', 'case_id = $1', [caseId])).toBe(kept);
    expect(found).toMatchObject({ version: 1 + kept, lastVisitOn: '2026-03-06', nextDueOn: '2026-06-06' });
  });

  it('leaves one event and one audit row with the visit, and nothing personal in them', async () => {
    const caseId = await smi.register();
    const before = await smi.count('outbox');
    const answer = await record(caseId, withKey(smi.staff), { remark: '母亲王秀英反映' });
    const { rows } = await smi.sql.query<{ type: string; aggregate_version: string; payload: string }>(
      'select type, aggregate_version, payload from outbox order by position offset $1',
      [before],
    );
    expect(rows.map((row) => row.type)).toEqual(['xinqiao.smi.v1.FollowUpRecorded']);
    expect(rows.map((row) => Number(row.aggregate_version))).toEqual([1]);
    expect(rows.map((row) => row.payload).join()).not.toMatch(/王秀英|李建国|13000000000/);
    const { caseAfter } = JSON.parse(rows[0]!.payload) as { caseAfter: object };
    expect(caseAfter).toMatchObject({
      caseId,
      version: 2,
      status: 'registered',
      stability: 3,
      nextDueOn: '2026-06-02',
    });
    const audited = await smi.sql.query(
      `select action from audit_pending where subject_id = $1 and action = 'follow_up.record'
       union all select action from audit_entry where subject_id = $1 and action = 'follow_up.record'`,
      [caseId],
    );
    expect(audited.rows).toHaveLength(1);
    expect(answer.version).toBe(1);
  });

  it('a transaction that fails at its end leaves neither visit nor event', async () => {
    const caseId = await smi.register();
    const before = await smi.digest();
    // The case's row refuses the update after record and events were prepared.
    await smi.sql.query(
      `alter table smi_case add constraint no_update check (id <> '${caseId}' or version < 2) not valid`,
    );
    try {
      await expect(record(caseId, withKey(smi.staff))).rejects.toBeDefined();
      expect(await smi.digest()).toBe(before);
    } finally {
      await smi.sql.query('alter table smi_case drop constraint no_update');
    }
    await expect(record(caseId, withKey(smi.staff))).resolves.toMatchObject({ version: 1 });
  });

  it.each([
    ['without a key', false, 6],
    ['with an idempotency key', true, 7],
  ])('takes two statements of its own, and few in all, %s', async (_name, keyed, most) => {
    const caseId = await smi.register();
    await record(caseId, smi.staff, { visitedOn: '2026-03-01' });
    const sent: { client: pg.Client; text: string }[] = [];
    const prototype = pg.Client.prototype as unknown as Record<'query', (...args: unknown[]) => unknown>;
    const query = prototype.query;
    prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const statement = args[0] as string | { text: string };
      sent.push({ client: this, text: typeof statement === 'string' ? statement : statement.text });
      return query.apply(this, args);
    };
    try {
      await record(caseId, keyed ? withKey(smi.staff) : smi.staff, { visitedOn: '2026-03-02' });
    } finally {
      prototype.query = query;
    }
    // The connection of the write, from BEGIN to COMMIT; relay and sealer use others.
    const writer = sent.find(({ text }) => text.includes('insert into follow_up'))!.client;
    const statements = sent.filter(({ client }) => client === writer).map(({ text }) => text);
    const own = statements.slice(0, 1 + statements.findIndex((text) => /commit/i.test(text)));
    expect(own[0]).toMatch(/begin/i);
    expect(own.filter((text) => /smi_case|follow_up/.test(text))).toHaveLength(2);
    expect(own.length).toBeLessThanOrEqual(most);
  });

  it('a case of another area does not exist, whatever is asked of it', async () => {
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    const caseId = await smi.register({ org: OTHER_STREET }, elsewhere);
    const before = await smi.digest();
    const notFound = { code: 'COMMON.NOT_FOUND' };
    const consent = { decision: 'agreed', signedOn: '2026-03-02', signer: 'self' };
    await expect(record(caseId, withKey(smi.staff))).rejects.toMatchObject(notFound);
    await expect(smi.caseOf(caseId)).rejects.toMatchObject(notFound);
    await expect(
      smi.rpc.call(FollowUpService.method.previewFollowUp, { caseId, input: visit() }, smi.staff),
    ).rejects.toMatchObject(notFound);
    await expect(smi.rpc.call(CaseService.method.getTimeline, { caseId }, smi.staff)).rejects.toMatchObject(notFound);
    await expect(
      smi.rpc.call(CaseService.method.recordConsent, { caseId, consent }, withKey(smi.staff)),
    ).rejects.toMatchObject(notFound);
    await expect(
      smi.rpc.call(CaseService.method.recordExam, { caseId, examinedOn: '2026-03-02' }, withKey(smi.staff)),
    ).rejects.toMatchObject(notFound);
    const input = { ...smi.caseInput(await smi.knowPerson(900)), org: OTHER_STREET };
    await expect(smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff))).rejects.toMatchObject(
      notFound,
    );
    expect(await smi.digest()).toBe(before);
    const listed = await smi.rpc.call(CaseService.method.listCases, { limit: 200 }, smi.staff);
    expect(listed.items.every((item) => item.org.startsWith('990101001'))).toBe(true);
    expect(listed.items.length).toBeGreaterThan(0);
  });

  it('needs the permission, whoever asks', async () => {
    const caseId = await smi.register();
    const official = signInAs(smi.node, { roles: ['district_official'], scopes: ['990101'] });
    const forbidden = { code: 'COMMON.FORBIDDEN' };
    await expect(record(caseId, withKey(official))).rejects.toMatchObject(forbidden);
    await expect(smi.rpc.call(CaseService.method.getCase, { id: caseId }, smi.admin)).rejects.toMatchObject(forbidden);
    await expect(
      smi.rpc.call(FollowUpService.method.importFollowUps, { mode: 'commit', rows: [] }, official),
    ).rejects.toMatchObject(forbidden);
  });

  it('the service role sees and writes only the area set in the transaction', async () => {
    const caseId = await smi.register();
    await record(caseId, withKey(smi.staff));
    const role = new pg.Client({ connectionString: smi.node.settings('smi').databaseUrl });
    await role.connect();
    const seen = async (scope: string | undefined) => {
      await role.query('begin');
      if (scope !== undefined) await role.query(`select set_config('app.scope', $1, true)`, [scope]);
      const { rows } = await role.query<Record<string, number>>(`
        select (select count(*)::int from smi.smi_case) as cases, (select count(*)::int from smi.follow_up) as visits,
               (select count(*)::int from smi.consent) as consents, (select count(*)::int from smi.case_search) as tokens,
               (select count(*)::int from smi.person_copy) as persons, (select count(*)::int from smi.exam) as exams`);
      await role.query('rollback');
      return Object.values(rows[0]!).reduce((sum, n) => sum + n, 0);
    };
    try {
      expect(await seen(undefined)).toBe(0);
      expect(await seen('')).toBe(0);
      expect(await seen('{}')).toBe(0);
      expect(await seen('{99010100}')).toBeGreaterThan(0);
      expect(await seen('{990102}')).toBe(0);
      await role.query('begin');
      await role.query(`select set_config('app.scope', '{990101001}', true)`);
      const moved = role.query(`update smi.smi_case set org = '${OTHER_STREET}' where id = $1`, [caseId]);
      await expect(moved).rejects.toThrow(/row-level security/);
      await role.query('rollback');
      await role.query('begin');
      await role.query(`select set_config('app.scope', '{990101002}', true)`);
      const touched = await role.query('update smi.smi_case set version = 99 where id = $1', [caseId]);
      expect(touched.rowCount).toBe(0);
      await role.query('rollback');
    } finally {
      await role.end();
    }
    expect((await smi.caseOf(caseId)).org).toBe(COMMUNITY);
  });
});
