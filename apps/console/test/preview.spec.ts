import { beforeAll, describe, expect, it } from '@jest/globals';
import { WORKED_VISITS } from '../../../libs/domain/src/smi/worked-examples.fixture.js';
import { plainVisit } from '../../../libs/domain/src/smi/follow-up.fixture.js';
import type { FollowUpRecord } from '#domain';
import { caseStateOf, judgeDraft } from '../src/pages/smi/form/assess-draft.js';
import { bodyOf, type RecordKind } from '../src/pages/smi/form/record-draft.js';
import { ApiUser } from './support/api-user.js';

const TODAY = '2026-11-23';
const W4 = { symptoms: [3], symptomSeverity: 1, insight: 2 };

describe('what the form says while it is filled in is what the server answers', () => {
  let user: ApiUser;

  beforeAll(async () => {
    user = await ApiUser.signIn('street');
  });

  /** The default of the examples: stable before. */
  async function registered(changes: object = {}): Promise<string> {
    const id = await user.newCase(changes);
    await user.visit(id, { visitedOn: '2026-01-02' });
    return id;
  }

  const record = (id: string, visit: unknown) => user.record(id, visit);

  async function inBrowser(id: string, kind: RecordKind, visit: Partial<FollowUpRecord>) {
    const { body: file } = await user.ask('GET', `/smi/cases/${id}`);
    return judgeDraft(kind, visit, caseStateOf(file.ruleState, file), TODAY);
  }

  async function compare(id: string, kind: RecordKind, visit: Partial<FollowUpRecord>): Promise<void> {
    const judged = await inBrowser(id, kind, visit);
    const answer = await user.ask('POST', `/smi/cases/${id}/follow-ups/preview`, bodyOf(kind, visit));
    expect(answer.status).toBe(200);
    const { stability, nextDueOn, rules, actions, checks } = judged.outcome!.computed;
    expect(answer.body.computed).toEqual({ stability, nextDueOn, rules, actions, checks });
    const warnings = answer.body.warnings as readonly { code: string }[];
    expect(warnings.map(({ code }) => code)).toEqual(judged.warnings.map(({ code }) => code));
    expect(judged).toMatchObject({ refusals: [], unanswered: [], outcome: { provisional: false } });
  }

  it.each(WORKED_VISITS)('$id: $says', async ({ on = '2026-03-02', record: changes, before }) => {
    const id = await registered(before?.article30 === true ? { article30: true } : {});
    if (before?.consent === 'declined') {
      const consent = { decision: 'declined', signedOn: '2026-02-01', signer: 'self' };
      expect((await user.ask('POST', `/smi/cases/${id}/consents`, consent)).status).toBe(201);
    }
    if (before?.step === 'two_week_revisit') {
      expect((await record(id, plainVisit({ visitedOn: '2026-03-02', ...W4 }))).status).toBe(201);
    }
    // W3 lies in the days to come of the demonstration; a year earlier the same rule speaks.
    const visitedOn = on > TODAY ? '2026-11-22' : on;
    await compare(id, 'visit', plainVisit({ visitedOn, ...changes }));
  });

  it('W18 is refused by both, for the same field and reason', async () => {
    const id = await registered();
    const visit = plainVisit({ incidents: { suicideAttempt: 1, none: false } });
    const judged = await inBrowser(id, 'visit', visit);
    const answer = await user.ask('POST', `/smi/cases/${id}/follow-ups/preview`, bodyOf('visit', visit));
    const errors = answer.body.errors as readonly { field: string; code: string }[];
    expect(judged.refusals.map(({ field, code }) => ({ field, code }))).toEqual(
      errors.map(({ field, code }) => ({ field, code })),
    );
  });

  it('W19 in hospital, W24 leaving', async () => {
    await compare(await registered(), 'hospital', { visitedOn: '2026-03-02', form: 3 });
    const grave = await registered();
    await record(grave, plainVisit({ visitedOn: '2026-03-02', riskLevel: 3 }));
    await compare(grave, 'attempt', { visitedOn: '2026-03-10', form: 3, leavingDistrict: true });
  });

  it.each([
    ['W20', ['2026-03-02', '2026-03-16', '2026-04-03']],
    ['W21', ['2026-03-02', '2026-03-09', '2026-03-16']],
  ])('%s failed attempts', async (_id, days) => {
    const id = await registered();
    for (const visitedOn of days.slice(0, -1)) {
      expect((await record(id, { visitedOn, form: 2, attempt: 'failed' })).status).toBe(201);
    }
    await compare(id, 'attempt', { visitedOn: days.at(-1)!, form: 2 });
  });

  it('W22 an ordinary decliner is not followed, says the form before it is sent', async () => {
    const id = await registered();
    await user.ask('POST', `/smi/cases/${id}/consents`, {
      decision: 'declined',
      signedOn: '2026-03-01',
      signer: 'self',
    });
    const judged = await inBrowser(id, 'visit', plainVisit());
    expect(judged.refusals.map(({ code }) => code)).toEqual(['SMI.FOLLOW_UP.CONSENT_DECLINED']);
    const answer = await user.ask('POST', `/smi/cases/${id}/follow-ups/preview`, plainVisit());
    expect(answer.body.code).toBe('SMI.FOLLOW_UP.CONSENT_DECLINED');
  });
});
