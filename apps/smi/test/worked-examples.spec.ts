import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseService, FollowUpService } from '#contracts';
import { withKey } from '#testing';
import { SmiNode } from './smi-node.js';

// The worked examples of smi.md 4.4 that depend on what happened before, through the service itself.
describe('worked examples with a history', () => {
  let smi: SmiNode;
  beforeAll(async () => {
    smi = await SmiNode.start();
  });
  afterAll(() => smi.close());

  it('W1 stable: three months', async () => {
    const id = await smi.register();
    const answer = await smi.record(id, {});
    expect(answer.computed).toMatchObject({ stability: 3, nextDueOn: '2026-06-02', actions: ['continue_plan'] });
    expect(answer.computed?.rules).toEqual(['K4', 'N1']);
    expect(answer.case).toMatchObject({ status: 'registered', stability: 3, riskLevel: 0, version: 2 });
  });

  it('W4 then W5: revisit after two weeks tends to stable', async () => {
    const id = await smi.register();
    const first = await smi.record(id, { symptoms: [3], symptomSeverity: 1, insight: 2 });
    expect(first.computed).toMatchObject({ stability: 2, nextDueOn: '2026-03-16', rules: ['K5b', 'N2'] });
    expect(first.computed?.actions).toEqual(expect.arrayContaining(['judge_cause', 'contact_psychiatrist']));
    const second = await smi.record(id, { visitedOn: '2026-03-16', insight: 2, tendingToStable: true });
    expect(second.computed).toMatchObject({ stability: 2, nextDueOn: '2026-06-16', rules: ['K5b', 'N3'] });
  });

  it('W4 then W6: revisit after two weeks does not', async () => {
    const id = await smi.register();
    await smi.record(id, { symptoms: [3], symptomSeverity: 1, insight: 2 });
    const second = await smi.record(id, {
      visitedOn: '2026-03-16',
      symptoms: [3],
      symptomSeverity: 1,
      insight: 2,
      tendingToStable: false,
    });
    expect(second.computed).toMatchObject({ stability: 2, nextDueOn: '2026-04-16', rules: ['K5b', 'N4'] });
    expect(second.computed?.actions).toContain('specialist_guidance');
  });

  it('W17 self-harm, guardian refuses admission: every 14 days', async () => {
    const id = await smi.register();
    const grave = {
      riskLevel: 4,
      incidents: { selfHarm: 1 },
      referral: { made: true, reason: '自伤', institution: '区精神卫生中心' },
      admissionRefused: true,
    };
    const first = await smi.record(id, grave);
    expect(first.computed).toMatchObject({ stability: 1, nextDueOn: '2026-03-16' });
    expect(first.computed?.rules).toEqual(expect.arrayContaining(['K3a', 'N7', 'N-A']));
    expect(first.computed?.actions).toEqual(
      expect.arrayContaining(['notify_police', 'emergency_record', 'joint_visit']),
    );
    const second = await smi.record(id, { ...grave, visitedOn: '2026-03-16' });
    expect(second.computed?.nextDueOn).toBe('2026-03-30');
  });

  it('W20 three failures over more than a month: lost', async () => {
    const id = await smi.register();
    await smi.attempt(id, '2026-03-02');
    const second = await smi.attempt(id, '2026-03-16');
    expect(second.case?.status).toBe('registered');
    const third = await smi.attempt(id, '2026-04-03');
    expect(third.case?.status).toBe('lost');
    expect(third.computed?.rules).toEqual(expect.arrayContaining(['K1', 'N12']));
    expect(third.computed?.actions).toContain('report_lost');
    expect(third.computed?.nextDueOn).toBeUndefined();
    const { rows } = await smi.sql.query('select lost_on, status from smi_case where id = $1', [id]);
    expect(rows).toMatchObject([{ status: 'lost' }]);
  });

  it('W21 three failures within two weeks: not lost yet', async () => {
    const id = await smi.register();
    await smi.attempt(id, '2026-03-02');
    await smi.attempt(id, '2026-03-09');
    const third = await smi.attempt(id, '2026-03-16');
    expect(third.case?.status).toBe('registered');
    expect(third.computed).toMatchObject({ nextDueOn: '2026-03-30', actions: expect.arrayContaining(['retry_visit']) });
  });

  it('W22 declined: no routine visits, asked again in a year', async () => {
    const id = await smi.register();
    const consent = { decision: 'declined', signedOn: '2026-03-02', signer: 'self' };
    await smi.rpc.call(CaseService.method.recordConsent, { caseId: id, consent }, withKey(smi.staff));
    const found = await smi.caseOf(id);
    expect(found).toMatchObject({ status: 'registered', consentReaskOn: '2027-03-02' });
    expect(found.nextDueOn).toBeUndefined();
    await expect(smi.record(id, { visitedOn: '2026-03-03' })).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.CONSENT_DECLINED',
    });
  });

  it('W23 declined under art. 30: followed jointly', async () => {
    const id = await smi.register({ article30: true });
    const consent = { decision: 'declined', signedOn: '2026-03-01', signer: 'self' };
    await smi.rpc.call(CaseService.method.recordConsent, { caseId: id, consent }, withKey(smi.staff));
    const answer = await smi.record(id, { riskLevel: 1 });
    expect(answer.computed).toMatchObject({ stability: 2, nextDueOn: '2026-03-16' });
    expect(answer.computed?.rules).toEqual(expect.arrayContaining(['K5a', 'N2', 'N16']));
    expect(answer.computed?.actions).toContain('joint_visit');
  });

  it('W25 pregnant: within a month', async () => {
    const id = await smi.register();
    const answer = await smi.record(id, { pregnancy: 'pregnant' });
    expect(answer.computed).toMatchObject({ stability: 3, nextDueOn: '2026-04-02' });
    expect(answer.computed?.actions).toContain('obstetric_co_management');
  });

  it('a visit after an attempt of the same day is taken, and clears the attempts', async () => {
    const id = await smi.register();
    await smi.attempt(id, '2026-03-02');
    await smi.record(id, { visitedOn: '2026-03-02' });
    const { rows } = await smi.sql.query('select cardinality(failed_attempts) as n from smi_case where id = $1', [id]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('a death closes the file', async () => {
    const id = await smi.register();
    const death = { visitedOn: '2026-03-02', form: 3, deathDate: '2026-03-01', deathCause: 4 };
    const answer = await smi.rpc.call(
      FollowUpService.method.recordFollowUp,
      { caseId: id, input: death },
      withKey(smi.staff),
    );
    expect(answer.case?.status).toBe('dead');
    await expect(smi.record(id, { visitedOn: '2026-03-20' })).rejects.toMatchObject({
      code: 'SMI.FOLLOW_UP.CASE_CLOSED',
    });
  });
});
