import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseService, CaseStepService } from '#contracts';
import { signInAs, withKey } from '#testing';
import { SmiNode } from './smi-node.js';

describe('between the records', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  const close = (caseId: string, action: string, changes = {}, context = withKey(smi.staff)) => {
    const request = { caseId, action, closedOn: '2026-03-03', outcome: 'done', ...changes };
    return smi.rpc.call(CaseStepService.method.closeAction, request, context);
  };
  const discharge = (caseId: string, changes = {}) => {
    const request = { caseId, dischargedOn: '2026-03-05', informedOn: '2026-03-06', ...changes };
    return smi.rpc.call(CaseStepService.method.dischargeCase, request, withKey(smi.staff));
  };
  const transfer = (caseId: string, changes = {}) => {
    const request = { caseId, transferredOn: '2026-03-10', destination: '邻县某镇', ...changes };
    return smi.rpc.call(CaseStepService.method.transferCase, request, withKey(smi.staff));
  };
  const cancel = (caseId: string, changes = {}) => {
    const request = { caseId, cancelledOn: '2026-03-10', reason: 'not_smi', ...changes };
    return smi.rpc.call(CaseStepService.method.cancelCase, request, withKey(smi.staff));
  };
  const timeline = async (caseId: string) => {
    const { items } = await smi.rpc.call(CaseService.method.getTimeline, { caseId }, smi.staff);
    return items.map((item) => ({ ...item, data: JSON.parse(item.dataJson) as Record<string, unknown> }));
  };
  const tasksOf = async (caseId: string) => {
    const { items } = await smi.rpc.call(CaseService.method.listTasks, { limit: 200 }, smi.staff);
    return items.filter((task) => task.caseId === caseId).map((task) => task.kind);
  };

  it('closes one action; the others stay open, and the history says by whom it was handed on', async () => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    expect((await smi.caseOf(id)).openActionDetails).toEqual([
      expect.objectContaining({ action: 'refer_now', since: '2026-03-02', dueOn: '2026-03-02' }),
      expect.objectContaining({ action: 'notify_police', since: '2026-03-02', dueOn: '2026-03-02' }),
      expect.objectContaining({ action: 'inform_care_group', since: '2026-03-02' }),
    ]);
    const answer = await close(id, 'notify_police', { outcome: 'handed_over', handedTo: '张警官', note: '已电话告知' });
    expect(answer.case?.openActions).toEqual(['refer_now', 'inform_care_group']);
    expect(answer.case?.version).toBe(3);
    expect(await tasksOf(id)).not.toContain('action:notify_police');
    const [entry] = await timeline(id);
    expect(entry).toMatchObject({ kind: 'action', on: '2026-03-03', actor: smi.staff.caller.id });
    expect(entry?.data).toMatchObject({
      action: 'notify_police',
      outcome: 'handed_over',
      handedTo: '张警官',
      note: '已电话告知',
    });
    const { rows } = await smi.sql.query<{ text: string }>('select s::text as text from case_step s');
    expect(rows.map(({ text }) => text).join()).not.toMatch(/张警官|电话告知/);
    const events = await smi.sql.query<{ payload: string }>('select payload::text as payload from outbox');
    expect(events.rows.map(({ payload }) => payload).join()).not.toMatch(/张警官|电话告知/);
  });

  it('is told once under one key, and a second time is refused', async () => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    const context = withKey(smi.staff);
    const first = await close(id, 'refer_now', {}, context);
    expect(await close(id, 'refer_now', {}, context)).toEqual(first);
    await expect(close(id, 'refer_now')).rejects.toMatchObject({ code: 'SMI.ACTION.NOT_OPEN' });
    expect(await smi.count('case_step', 'case_id = $1', [id])).toBe(1);
  });

  it.each([
    ['handed over to nobody', 'refer_now', { outcome: 'handed_over' }, 'COMMON.VALIDATION_FAILED'],
    ['dismissed', 'refer_now', { outcome: 'dismissed' }, 'COMMON.VALIDATION_FAILED'],
    ['no day', 'refer_now', { closedOn: '2026-02-30' }, 'COMMON.VALIDATION_FAILED'],
    ['a note too long', 'refer_now', { note: '长'.repeat(501) }, 'COMMON.VALIDATION_FAILED'],
    ['in the future', 'refer_now', { closedOn: '2027-01-01' }, 'SMI.CASE.DATE_IN_FUTURE'],
    ['before it was opened', 'refer_now', { closedOn: '2026-03-01' }, 'SMI.ACTION.CLOSED_BEFORE_OPEN'],
    ['not open', 'close_file', {}, 'SMI.ACTION.NOT_OPEN'],
  ])('refuses an answer: %s', async (_name, action, changes, code) => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    const before = await smi.digest();
    await expect(close(id, action, changes)).rejects.toMatchObject({ code });
    expect(await smi.digest()).toBe(before);
  });

  it('answers dated checks too, and goes on searching for the lost every week', async () => {
    const id = await smi.register();
    await smi.record(id, { adverseReaction: { present: 2, severity: 1, text: '手抖' } });
    const checked = await close(id, 'side_effect_check', { closedOn: '2026-03-16' });
    expect(checked.case?.openActionDetails.map(({ action }) => action)).not.toContain('side_effect_check');
    expect(await tasksOf(id)).not.toContain('side_effect_check');

    const lost = await smi.register();
    for (const day of ['2026-03-02', '2026-03-16', '2026-04-03']) await smi.attempt(lost, day);
    expect(await tasksOf(lost)).toContain('search_lost_patient');
    const searched = await close(lost, 'search_lost_patient', { closedOn: '2026-04-10' });
    expect(searched.case?.openActionDetails).toContainEqual(
      expect.objectContaining({ action: 'search_lost_patient', dueOn: '2026-04-17' }),
    );
    await expect(close(lost, 'retry_visit', { closedOn: '2026-04-10' })).rejects.toMatchObject({
      code: 'SMI.ACTION.NEEDS_RECORD',
    });
  });

  it('2.6: the answer "no" on art. 30 ends the visits of a decliner until danger is found anew', async () => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    const declined = { caseId: id, consent: { decision: 'declined', signedOn: '2026-03-03', signer: 'self' } };
    await smi.rpc.call(CaseService.method.recordConsent, declined, withKey(smi.staff));
    expect(await tasksOf(id)).toContain('article30_review');
    const needed = { options: { errors: [expect.objectContaining({ field: 'article30', code: 'FIELD.REQUIRED' })] } };
    await expect(close(id, 'article30_review')).rejects.toMatchObject(needed);
    const { case: after } = await close(id, 'article30_review', { article30: false });
    expect(after).toMatchObject({ article30: false, consentReaskOn: '2027-03-03' });
    expect(after?.nextDueOn).toBeUndefined();
    expect((await smi.caseOf(id)).ruleState?.article30Reviewed).toBe(true);
    expect((await timeline(id))[0]?.data).toMatchObject({ action: 'article30_review', article30: 'no' });
    const refused = { code: 'SMI.FOLLOW_UP.CONSENT_DECLINED' };
    await expect(smi.record(id, { visitedOn: '2026-03-16', riskLevel: 0 })).rejects.toMatchObject(refused);
    await smi.record(id, { visitedOn: '2026-03-17', riskLevel: 4 });
    expect(await tasksOf(id)).toContain('article30_review');
    const { case: dangerous } = await close(id, 'article30_review', { closedOn: '2026-03-18', article30: true });
    expect(dangerous).toMatchObject({ article30: true, nextDueOn: '2026-03-31' });
  });

  it('W19: discharge information on 6 March makes a visit due by 20 March', async () => {
    const id = await smi.register();
    await smi.record(id, { hospitalisation: 1 });
    expect(await smi.caseOf(id)).toMatchObject({ status: 'in_hospital', openActions: ['hold'] });
    await expect(close(id, 'hold')).rejects.toMatchObject({ code: 'SMI.ACTION.NEEDS_RECORD' });
    const { case: after } = await discharge(id);
    expect(after).toMatchObject({ status: 'registered', nextDueOn: '2026-03-20', openActions: [] });
    expect((await timeline(id))[0]).toMatchObject({ kind: 'discharge', data: { informedOn: '2026-03-06' } });
    await expect(discharge(id)).rejects.toMatchObject({ code: 'SMI.CASE.TRANSITION_NOT_ALLOWED' });
  });

  it.each([
    [{ dischargedOn: '2026-03-01' }, 'SMI.CASE.STEP_BEFORE_VISIT'],
    [{ dischargedOn: '2026-03-07' }, 'SMI.CASE.INFORMED_BEFORE_DISCHARGE'],
    [{ informedOn: '2027-03-07' }, 'SMI.CASE.DATE_IN_FUTURE'],
    [{ dischargedOn: 'x' }, 'COMMON.VALIDATION_FAILED'],
  ])('refuses a discharge of %j', async (changes, code) => {
    const id = await smi.register();
    await smi.record(id, { hospitalisation: 1 });
    await expect(discharge(id, changes)).rejects.toMatchObject({ code });
  });

  it('W24: somebody of grade 3 moves away: out of the register, and the police are still to be told', async () => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    const { case: after } = await transfer(id, { toOrg: '990102001001' });
    expect(after).toMatchObject({ status: 'transferred_out', openActions: ['notify_police'], overdue: false });
    expect(after?.nextDueOn).toBeUndefined();
    expect(await tasksOf(id)).toEqual(expect.arrayContaining(['action:notify_police', 'report_upper_unit']));
    await close(id, 'notify_police', { closedOn: '2026-03-10' });
    await close(id, 'report_upper_unit', { closedOn: '2026-03-10' });
    expect(await tasksOf(id)).toEqual([]);
    await expect(smi.record(id, { visitedOn: '2026-03-20' })).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.CASE_CLOSED',
    });
    const personId = (await smi.caseOf(id)).personId;
    const again = smi.caseInput(personId);
    const registered = await smi.rpc.call(CaseService.method.registerCase, { input: again }, withKey(smi.staff));
    expect(registered.case?.status).toBe('registered');
    const { rows } = await smi.sql.query<{ text: string }>('select s::text as text from case_step s');
    expect(rows.map(({ text }) => text).join()).not.toContain('邻县某镇');
  });

  it('who moved away stays away: a file cancelled later was out of the register since, and a death elsewhere asks nothing', async () => {
    const id = await smi.register();
    await transfer(id);
    await smi.sql.query(`update smi_case set person_died_on = '2026-03-12' where id = $1`, [id]);
    expect(await tasksOf(id)).toEqual([]);
    expect((await smi.caseOf(id)).openActions).toEqual([]);
    await cancel(id, { cancelledOn: '2026-03-20' });
    const { rows } = await smi.sql.query(`select status, closed_on::text from smi_case where id = $1`, [id]);
    expect(rows).toEqual([{ status: 'cancelled', closed_on: '2026-03-10' }]);
  });

  it('cancels a file, whatever its status, once', async () => {
    const id = await smi.register();
    await smi.record(id, { riskLevel: 3 });
    const { case: after } = await cancel(id, { cancelledOn: '2026-03-01' });
    expect(after).toMatchObject({ status: 'cancelled', openActions: [] });
    expect(await tasksOf(id)).toEqual([]);
    await expect(cancel(id)).rejects.toMatchObject({ code: 'SMI.CASE.TRANSITION_NOT_ALLOWED' });
    const other = await smi.register();
    await expect(cancel(other, { reason: 'because' })).rejects.toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
    await expect(cancel(other, { cancelledOn: '2024-01-01' })).rejects.toMatchObject({
      code: 'SMI.CASE.STEP_BEFORE_FILE',
    });
  });

  it('shows the guardian to who says why, and keeps that in the audit trail', async () => {
    const id = await smi.register();
    const reveal = (reason: string, context = smi.staff) =>
      smi.rpc.call(CaseStepService.method.revealCase, { caseId: id, fields: ['guardian'], reason }, context);
    expect((await reveal('联系家属')).guardian).toMatchObject({ name: '李建国', relation: '51', phone: '13000000000' });
    const { rows } = await smi.sql.query<{ details: string }>(
      `select details::text as details from audit_pending where subject_id = $1 and action = 'case.reveal'
       union all select details::text from audit_entry where subject_id = $1 and action = 'case.reveal'`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.details).toContain('guardian');
    expect(rows[0]?.details).not.toMatch(/李建国|13000000000/);
    await expect(reveal(' ')).rejects.toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
    await smi.sql.query('update reveal_quota set used = 200');
    await expect(reveal('联系家属')).rejects.toMatchObject({ code: 'SMI.CASE.REVEAL_LIMIT' });
    await smi.sql.query('delete from reveal_quota');
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    await expect(reveal('联系家属', elsewhere)).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    await expect(reveal('联系家属', smi.admin)).rejects.toMatchObject({ code: 'COMMON.FORBIDDEN' });
  });

  it('a case of another area does not exist', async () => {
    const id = await smi.register();
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    await expect(close(id, 'notify_police', {}, withKey(elsewhere))).rejects.toMatchObject({
      code: 'COMMON.NOT_FOUND',
    });
  });

  it('counts what the list of tasks lists', async () => {
    const { items } = await smi.rpc.call(CaseService.method.listTasks, { limit: 200 }, smi.staff);
    const work = items.filter(({ kind }) => !kind.startsWith('action:'));
    const counted = await smi.rpc.call(CaseService.method.summarizeTasks, {}, smi.staff);
    const status = (wanted: string) => work.filter((task) => task.status === wanted);
    expect(counted).toMatchObject({
      overdue: status('overdue').length,
      due: status('due').length,
      upcoming: status('upcoming').length,
      openActions: items.length - work.length,
      overduePeople: new Set(status('overdue').map(({ caseId }) => caseId)).size,
    });
    expect(counted.overdue).toBeGreaterThan(0);
    expect(counted.openActions).toBeGreaterThan(0);
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    expect(await smi.rpc.call(CaseService.method.summarizeTasks, {}, elsewhere)).toMatchObject({
      overdue: 0,
      openActions: 0,
    });
  });
});
