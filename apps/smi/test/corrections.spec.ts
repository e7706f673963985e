import { create } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaseService, CaseStepService, CorrectionService, FollowUpInputSchema, FollowUpService } from '#contracts';
import { signInAs, withKey } from '#testing';
import { SmiNode, visit, type FollowUpInit } from './smi-node.js';

const GRAVE = { riskLevel: 3 } as const;
const POOR_INSIGHT = { symptoms: [3], symptomSeverity: 1, insight: 2 };

describe('correcting a record', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  const correct = (
    caseId: string,
    followUpId: string,
    input: FollowUpInit,
    { version = 1, context = withKey(smi.staff), reason = '录入时选错' } = {},
  ) =>
    smi.rpc.call(
      CorrectionService.method.correctFollowUp,
      { caseId, followUpId, expectedVersion: version, reason, input },
      context,
    );
  const read = async (caseId: string, followUpId: string) => {
    const answer = await smi.rpc.call(CorrectionService.method.getFollowUp, { caseId, followUpId }, smi.staff);
    return answer.followUp!;
  };
  const eventsAfter = async (position: number) => {
    const { rows } = await smi.sql.query<{ type: string; aggregate_id: string; aggregate_version: string }>(
      'select type, aggregate_id, aggregate_version from outbox order by position offset $1',
      [position],
    );
    return rows.map((row) => [row.type.split('.').at(-1), row.aggregate_id, Number(row.aggregate_version)]);
  };
  /** Everything the rules keep of a case. */
  const stateOf = async (caseId: string) => {
    const { rows } = await smi.sql.query<Record<string, unknown>>(
      `select to_jsonb(c) - '{id,person_id,case_no,version,created_at,created_by,updated_at,content_digest,guardian,
         sealed_name,sex,birth_date,residence_org,person_died_on}'::text[] as state from smi_case c where id = $1`,
      [caseId],
    );
    const records = await smi.sql.query<Record<string, unknown>>(
      `select kind, complete, visited_on, risk_level, stability, next_due_on, due_on_before, rules, actions, checks
       from follow_up where case_id = $1 order by visited_on, id`,
      [caseId],
    );
    return { state: rows[0]!['state'], records: records.rows };
  };

  it('of the latest visit changes the present state, and keeps both versions with the reason', async () => {
    const id = await smi.register();
    const first = await smi.record(id, { remark: '家属配合' });
    const position = await smi.count('outbox');
    const answer = await correct(id, first.id, visit({ ...GRAVE, remark: '家属不配合' }), { reason: '危险性选错' });
    expect(answer).toMatchObject({
      id: first.id,
      version: 2,
      computed: { stability: 1, nextDueOn: '2026-03-16' },
      case: { status: 'registered', stability: 1, riskLevel: 3, nextDueOn: '2026-03-16', version: 3 },
      reEvaluated: [],
    });
    expect(await smi.caseOf(id)).toMatchObject({ stability: 1, version: 3, openActions: answer.computed?.actions });
    expect(await eventsAfter(position)).toEqual([
      ['FollowUpRecorded', first.id, 2],
      ['CaseChanged', id, 3],
    ]);
    const found = await read(id, first.id);
    expect(found).toMatchObject({ version: 2, latest: true, input: { riskLevel: 3, remark: '家属不配合' } });
    expect(found.ruleState).toMatchObject({ status: 'registered', step: 'none' });
    expect(found.ruleState?.lastVisitOn).toBeUndefined();
    expect(found.versions).toEqual([
      expect.objectContaining({ version: 2, cause: 'correction', reason: '危险性选错', actor: smi.staff.caller.id }),
      expect.objectContaining({
        version: 1,
        cause: 'recorded',
        input: expect.objectContaining({ remark: '家属配合' }),
      }),
    ]);
    expect(found.versions[1]?.computed).toMatchObject({ stability: 3, nextDueOn: '2026-06-02' });
    const { rows } = await smi.sql.query<{ text: string }>(
      'select v::text as text from follow_up_correction v union all select f::text from follow_up f',
    );
    expect(rows.map(({ text }) => text).join()).not.toMatch(/家属|危险性选错/);
  });

  it('of an earlier visit computes what follows anew, in order', async () => {
    const id = await smi.register();
    const first = await smi.record(id, POOR_INSIGHT);
    const second = await smi.record(id, { visitedOn: '2026-03-16', ...POOR_INSIGHT });
    expect(second.computed?.rules).toEqual(['K5b', 'N4']);
    const position = await smi.count('outbox');
    const answer = await correct(id, first.id, visit());
    // The second visit is now the first basically stable one: two weeks instead of a month.
    expect(answer).toMatchObject({ reEvaluated: [second.id], case: { stability: 2, nextDueOn: '2026-03-30' } });
    expect(await eventsAfter(position)).toEqual([
      ['FollowUpRecorded', first.id, 2],
      ['FollowUpRecorded', second.id, 2],
      ['CaseChanged', id, 4],
    ]);
    expect((await read(id, second.id)).versions.map(({ cause, version }) => [version, cause])).toEqual([
      [2, 're_evaluation'],
      [1, 'recorded'],
    ]);
    expect((await read(id, first.id)).latest).toBe(false);
  });

  it('refuses what a later record could not stand with, and says so', async () => {
    const id = await smi.register();
    const first = await smi.record(id, {});
    await smi.record(id, { visitedOn: '2026-03-16' });
    const before = await smi.digest();
    const refused = (input: FollowUpInit) => expect(correct(id, first.id, input)).rejects;
    await refused(visit({ visitedOn: '2026-03-16' })).toMatchObject({
      code: 'SMI.FOLLOW_UP.CORRECTION_BREAKS_LATER',
    });
    await refused({ visitedOn: '2026-03-02', form: 3, deathDate: '2026-03-01', deathCause: 4 }).toMatchObject({
      code: 'SMI.FOLLOW_UP.CORRECTION_BREAKS_LATER',
    });
    await refused(visit({ visitedOn: '2024-01-01' })).toMatchObject({
      code: 'SMI.FOLLOW_UP.DATE_BEFORE_FILE',
      options: { errors: [expect.objectContaining({ field: 'input.visitedOn' })] },
    });
    await refused(visit({ incidents: { selfHarm: 1 } })).toMatchObject({ code: 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM' });
    await refused(visit()).toMatchObject({ code: 'SMI.FOLLOW_UP.CORRECTION_CHANGES_NOTHING' });
    expect(await smi.digest()).toBe(before);
  });

  it('moves a date between its neighbours', async () => {
    const id = await smi.register();
    await smi.record(id, { visitedOn: '2026-02-02' });
    const second = await smi.record(id, { visitedOn: '2026-03-02' });
    const answer = await correct(id, second.id, visit({ visitedOn: '2026-03-05' }));
    expect(answer.case).toMatchObject({ nextDueOn: '2026-06-05' });
    expect((await smi.caseOf(id)).lastVisitOn).toBe('2026-03-05');
    await expect(correct(id, second.id, visit({ visitedOn: '2026-02-02' }), { version: 2 })).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS',
    });
  });

  it('answers a stale version with the record as it is, and of two at the same moment takes one', async () => {
    const id = await smi.register();
    const first = await smi.record(id, {});
    const tried = await Promise.allSettled([
      correct(id, first.id, visit(GRAVE)),
      correct(id, first.id, visit({ diet: 2 })),
    ]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(correct(id, first.id, visit({ sleep: 2 }))).rejects.toMatchObject({
      code: 'COMMON.VERSION_STALE',
      options: { context: expect.objectContaining({ id: first.id, version: 2 }) },
    });
    expect(await smi.count('follow_up_correction', 'case_id = $1', [id])).toBe(1);
  });

  it('is made once under one key', async () => {
    const id = await smi.register();
    const first = await smi.record(id, {});
    const context = withKey(smi.staff);
    const answer = await correct(id, first.id, visit(GRAVE), { context });
    expect(await correct(id, first.id, visit(GRAVE), { context })).toEqual(answer);
    expect((await read(id, first.id)).version).toBe(2);
  });

  it('a preview computes the same and stores nothing', async () => {
    const id = await smi.register();
    const first = await smi.record(id, {});
    const before = await smi.digest();
    const request = { caseId: id, followUpId: first.id, input: visit(GRAVE) };
    const preview = await smi.rpc.call(CorrectionService.method.previewCorrection, request, smi.staff);
    expect(await smi.digest()).toBe(before);
    const answer = await correct(id, first.id, visit(GRAVE));
    expect([preview.computed, preview.case]).toEqual([answer.computed, answer.case]);
  });

  it('leaves answered actions answered, and a discharge in force', async () => {
    const id = await smi.register();
    const first = await smi.record(id, GRAVE);
    const closing = { caseId: id, action: 'notify_police', closedOn: '2026-03-02', outcome: 'done' };
    await smi.rpc.call(CaseStepService.method.closeAction, closing, withKey(smi.staff));
    await correct(id, first.id, visit({ ...GRAVE, insight: 2 }));
    expect((await smi.caseOf(id)).openActions).toEqual(['refer_now', 'inform_care_group']);

    const inHospital = await smi.register();
    const stay = await smi.record(inHospital, { hospitalisation: 1 });
    const step = { caseId: inHospital, dischargedOn: '2026-03-05', informedOn: '2026-03-06' };
    await smi.rpc.call(CaseStepService.method.dischargeCase, step, withKey(smi.staff));
    await correct(inHospital, stay.id, visit({ hospitalisation: 1, remark: '已核实' }));
    expect(await smi.caseOf(inHospital)).toMatchObject({ status: 'registered', nextDueOn: '2026-03-20' });
    await expect(correct(inHospital, stay.id, visit(), { version: 2 })).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.CORRECTION_BREAKS_LATER',
    });
  });

  it('takes a death back that was never one', async () => {
    const id = await smi.register();
    const death = { visitedOn: '2026-03-02', form: 3, deathDate: '2026-03-01', deathCause: 4 };
    const request = { caseId: id, input: death };
    const recorded = await smi.rpc.call(FollowUpService.method.recordFollowUp, request, withKey(smi.staff));
    const answer = await correct(id, recorded.id, visit());
    expect(answer.case).toMatchObject({ status: 'registered', stability: 3 });
    expect((await smi.caseOf(id)).deathDate).toBeUndefined();
    expect((await smi.record(id, { visitedOn: '2026-03-16' })).case?.status).toBe('registered');
  });

  it('needs the area, the permission and a reason', async () => {
    const id = await smi.register();
    const first = await smi.record(id, {});
    const elsewhere = signInAs(smi.node, { roles: ['street_staff'], scopes: ['990101002'] });
    await expect(correct(id, first.id, visit(GRAVE), { context: withKey(elsewhere) })).rejects.toMatchObject({
      code: 'COMMON.NOT_FOUND',
    });
    await expect(
      smi.rpc.call(CorrectionService.method.getFollowUp, { caseId: id, followUpId: first.id }, elsewhere),
    ).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    await expect(correct(id, first.id, visit(GRAVE), { context: withKey(smi.admin) })).rejects.toMatchObject({
      code: 'COMMON.FORBIDDEN',
    });
    await expect(correct(id, first.id, visit(GRAVE), { reason: ' ' })).rejects.toMatchObject({
      code: 'COMMON.VALIDATION_FAILED',
    });
    const other = await smi.register();
    await expect(correct(other, first.id, visit(GRAVE))).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
  });

  it('a case corrected is the case recorded rightly from the start, whatever its history', async () => {
    const content = fc.constantFrom<FollowUpInit>(
      {},
      GRAVE,
      POOR_INSIGHT,
      { riskLevel: 1 },
      { hospitalisation: 1 },
      { adverseReaction: { present: 2, severity: 1, text: '手抖' } },
      { incidents: { publicOrder: 1 }, riskLevel: 3 },
      { confinement: 2, riskLevel: 2 },
    );
    const step = fc.oneof(
      { weight: 5, arbitrary: content.map((changes) => ({ what: 'visit' as const, changes })) },
      { weight: 2, arbitrary: fc.constant({ what: 'attempt' as const }) },
      { weight: 1, arbitrary: fc.constant({ what: 'consent' as const }) },
    );
    const history = fc.array(step, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), content, async (steps, place, wrong) => {
        const days = steps.map((_, i) => `2026-0${Math.floor(i / 2) + 2}-${i % 2 === 0 ? '02' : '20'}`);
        const play = async (caseId: string, changed?: { at: number; with: FollowUpInit }) => {
          const ids: (string | undefined)[] = [];
          for (const [i, one] of steps.entries()) {
            const day = days[i]!;
            if (one.what === 'consent') {
              const consent = { decision: 'agreed', signedOn: day, signer: 'self' };
              await smi.rpc.call(CaseService.method.recordConsent, { caseId, consent }, withKey(smi.staff));
              ids.push(undefined);
            } else if (one.what === 'attempt') {
              ids.push((await smi.attempt(caseId, day)).id);
            } else {
              const changes = changed?.at === i ? changed.with : one.changes;
              ids.push((await smi.record(caseId, { visitedOn: day, ...changes })).id);
            }
          }
          return ids;
        };
        const visits = steps.flatMap((one, i) => (one.what === 'visit' ? [i] : []));
        fc.pre(visits.length > 0);
        const at = visits[place % visits.length]!;
        const chosen = steps[at]!;
        const right = visit({ visitedOn: days[at]!, ...(chosen.what === 'visit' ? chosen.changes : {}) });
        fc.pre(JSON.stringify(right) !== JSON.stringify(visit({ visitedOn: days[at]!, ...wrong })));
        const [rightCase, wrongCase] = [await smi.register(), await smi.register()];
        await play(rightCase);
        const ids = await play(wrongCase, { at, with: wrong });
        await correct(wrongCase, ids[at]!, right);
        expect(await stateOf(wrongCase)).toEqual(await stateOf(rightCase));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);

  it('reads a record as it was sent', async () => {
    const id = await smi.register();
    const sent = visit({ remark: '原样', labTests: { done: 2, items: '血常规' } });
    const answer = await smi.record(id, sent);
    expect((await read(id, answer.id)).input).toEqual(create(FollowUpInputSchema, sent));
  });
});
