import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseService, FollowUpService, type DomainError } from '#contracts';
import { withKey } from '#testing';
import { SmiNode, visit, type CaseInit, type FollowUpInit } from './smi-node.js';

const VALIDATION = 'COMMON.VALIDATION_FAILED';

/** The fields a refusal names; the place inside a list of codes does not matter. */
function fieldsOf(refusal: unknown): string[] {
  const { errors = [] } = (refusal as DomainError).options;
  return errors.map(({ field }) =>
    field.replace(/(contacts|symptoms|rehabilitation|jointVisitFactors)[.[]\d+\]?$/, '$1'),
  );
}

describe('bad input', () => {
  let smi: SmiNode;
  let caseId: string;
  beforeAll(async () => {
    smi = await SmiNode.start();
    caseId = await smi.register();
    await smi.record(caseId, { visitedOn: '2026-02-02' });
  });
  afterAll(() => smi.close());

  const badVisits: [string, FollowUpInit, string, string][] = [
    ['no date', { visitedOn: '' }, 'visitedOn', VALIDATION],
    ['a day that does not exist', { visitedOn: '2026-02-30' }, 'visitedOn', VALIDATION],
    ['a date that is none', { visitedOn: "x'; drop table follow_up; --" }, 'visitedOn', VALIDATION],
    ['tomorrow', { visitedOn: '2026-11-24' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_IN_FUTURE'],
    ['before the file was built', { visitedOn: '2024-03-11' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_BEFORE_FILE'],
    [
      'the day of the previous visit',
      { visitedOn: '2026-02-02' },
      'visitedOn',
      'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS',
    ],
    ['before the previous visit', { visitedOn: '2026-01-15' }, 'visitedOn', 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS'],
    ['form 4', { form: 4 }, 'form', VALIDATION],
    ['no form', { form: 0 }, 'form', VALIDATION],
    ['contact 9', { contacts: [9] }, 'contacts', VALIDATION],
    ['nobody met', { contacts: [] }, 'contacts', VALIDATION],
    ['an attempt of another kind', { attempt: 'maybe' }, 'attempt', VALIDATION],
    ['loss reason 6', { lossReason: 6 }, 'lossReason', VALIDATION],
    ['risk 6', { riskLevel: 6 }, 'riskLevel', VALIDATION],
    ['risk -1', { riskLevel: -1 }, 'riskLevel', VALIDATION],
    ['symptom 13', { symptoms: [13] }, 'symptoms', VALIDATION],
    ['severity 3', { symptomSeverity: 3 }, 'symptomSeverity', VALIDATION],
    ['insight 0', { insight: 0 }, 'insight', VALIDATION],
    ['sleep 4', { sleep: 4 }, 'sleep', VALIDATION],
    ['diet 4', { diet: 4 }, 'diet', VALIDATION],
    [
      'study does not apply',
      { socialFunction: { ...visit().socialFunction, study: 9 } },
      'socialFunction.study',
      VALIDATION,
    ],
    ['100 disturbances', { incidents: { minorDisturbance: 100 } }, 'incidents.minorDisturbance', VALIDATION],
    ['-1 crime', { incidents: { crime: -1 } }, 'incidents.crime', VALIDATION],
    ['confinement 4', { confinement: 4 }, 'confinement', VALIDATION],
    ['hospitalisation 3', { hospitalisation: 3 }, 'hospitalisation', VALIDATION],
    ['lab tests 3', { labTests: { done: 3 } }, 'labTests.done', VALIDATION],
    ['adherence 5', { adherence: 5 }, 'adherence', VALIDATION],
    ['adverse reaction 3', { adverseReaction: { present: 3 } }, 'adverseReaction.present', VALIDATION],
    ['effect 5', { effect: 5 }, 'effect', VALIDATION],
    ['physical illness 4', { physicalIllness: 4 }, 'physicalIllness', VALIDATION],
    ['pregnancy by another word', { pregnancy: 'maybe' }, 'pregnancy', VALIDATION],
    ['rehabilitation 6', { rehabilitation: [6] }, 'rehabilitation', VALIDATION],
    ['class 4', { stability: 4 }, 'stability', VALIDATION],
    ['a remark without end', { remark: 'x'.repeat(2001) }, 'remark', VALIDATION],
    ['a factor not in the list', { jointVisitFactors: ['rude'] }, 'jointVisitFactors', VALIDATION],
    [
      'seven drugs',
      { medications: Array.from({ length: 7 }, (_, i) => ({ drug: `d${i}`, morningMg: 1 })) },
      'medications',
      VALIDATION,
    ],
    ['a negative dose', { medications: [{ drug: 'd', morningMg: -1 }] }, 'medications[0].morningMg', VALIDATION],
    [
      'V1',
      { incidents: { minorDisturbance: 1, none: true } },
      'incidents.none',
      'SMI.FOLLOW_UP.INCIDENTS_NONE_MISMATCH',
    ],
    ['V3', { hospitalisation: 2 }, 'lastDischargeOn', 'SMI.FOLLOW_UP.DISCHARGE_DATE_MISSING'],
    ['V4', { adherence: 4 }, 'medications', 'SMI.FOLLOW_UP.MEDICATION_WITHOUT_NEED'],
    ['V5 (W18)', { incidents: { suicideAttempt: 1 } }, 'riskLevel', 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM'],
    ['V6', { incidents: { publicOrder: 1 } }, 'riskLevel', 'SMI.FOLLOW_UP.RISK_ZERO_WITH_INCIDENT'],
    ['V9', { riskLevel: 1, stability: 3 }, 'stability', 'SMI.FOLLOW_UP.CLASS_MILDER'],
    ['V10', { nextDueOn: '2026-12-31' }, 'nextDueOn', 'SMI.FOLLOW_UP.NEXT_DATE_TOO_LATE'],
  ];

  it.each(badVisits)('a visit with %s changes nothing', async (_name, changes, field, code) => {
    const before = await smi.digest();
    const refusal = await smi.record(caseId, changes).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    expect(fieldsOf(refusal)).toContain(field);
    expect(await smi.digest()).toBe(before);
  });

  it('answers a case that does not exist with "not found"', async () => {
    const { recordFollowUp, previewFollowUp } = FollowUpService.method;
    for (const caseId of ['01990000-0000-7000-8000-000000000000', 'x', '']) {
      const request = { caseId, input: visit() };
      const notFound = { code: 'COMMON.NOT_FOUND' };
      await expect(smi.rpc.call(recordFollowUp, request, withKey(smi.staff))).rejects.toMatchObject(notFound);
      await expect(smi.rpc.call(previewFollowUp, request, smi.staff)).rejects.toMatchObject(notFound);
    }
  });

  const badCases: [string, CaseInit, string, string][] = [
    ['a number with blanks', { caseNo: 'a b' }, 'caseNo', VALIDATION],
    ['an endless number', { caseNo: '9'.repeat(31) }, 'caseNo', VALIDATION],
    ['F24', { diagnosis: 'F24' }, 'diagnosis', 'SMI.CASE.DIAGNOSIS_INDUCED'],
    ['no ICD code', { diagnosis: 'schizophrenia' }, 'diagnosis', 'SMI.CASE.DIAGNOSIS_FORMAT'],
    ['depression as one of the six', { diagnosis: 'F32.2' }, 'reportType', 'SMI.CASE.REPORT_TYPE_NEEDS_SIX'],
    ['retardation alone', { diagnosis: 'F70' }, 'psychoticSymptoms', 'SMI.CASE.DIAGNOSIS_NEEDS_PSYCHOTIC_SYMPTOMS'],
    ['another report type', { reportType: 'other' }, 'reportType', VALIDATION],
    [
      'a diagnosis tomorrow',
      { diagnosedOn: '2026-11-24', fileBuiltOn: '2026-11-24' },
      'diagnosedOn',
      'SMI.CASE.DATE_IN_FUTURE',
    ],
    ['a file before the diagnosis', { fileBuiltOn: '2024-03-04' }, 'fileBuiltOn', 'SMI.CASE.FILE_BEFORE_DIAGNOSIS'],
    [
      'consent before the file',
      { consent: { decision: 'agreed', signedOn: '2024-03-11', signer: 'self' } },
      'consent.signedOn',
      'SMI.CASE.CONSENT_BEFORE_FILE',
    ],
    [
      'consent perhaps',
      { consent: { decision: 'perhaps', signedOn: '2024-03-12', signer: 'self' } },
      'consent.decision',
      VALIDATION,
    ],
    ['a guardian without a name', { guardian: { name: ' ', relation: '1' } }, 'guardian.name', VALIDATION],
    ['a guardian of relation 9', { guardian: { name: '李', relation: '9' } }, 'guardian.relation', VALIDATION],
    [
      'a phone of six digits',
      { guardian: { name: '李', relation: '1', phone: '123456' } },
      'guardian.phone',
      VALIDATION,
    ],
    ['onset in the future', { firstOnset: '2027' }, 'firstOnset', 'SMI.CASE.DATE_IN_FUTURE'],
    ['onset as a text', { firstOnset: 'long ago' }, 'firstOnset', VALIDATION],
  ];

  it.each(badCases)('a case with %s changes nothing', async (_name, changes, field, code) => {
    const personId = await smi.knowPerson(500);
    const before = await smi.digest();
    const input = smi.caseInput(personId, changes);
    const call = smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff));
    const refusal = await call.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    expect(fieldsOf(refusal)).toContain(field);
    expect(await smi.digest()).toBe(before);
  });

  it('refuses a taken number and a second open case of a person', async () => {
    const personId = await smi.knowPerson(501);
    const input = smi.caseInput(personId);
    await smi.rpc.call(CaseService.method.registerCase, { input }, withKey(smi.staff));
    const before = await smi.digest();
    const again = smi.caseInput(personId);
    await expect(
      smi.rpc.call(CaseService.method.registerCase, { input: again }, withKey(smi.staff)),
    ).rejects.toMatchObject({
      code: 'SMI.CASE.ALREADY_REGISTERED',
    });
    const other = { ...smi.caseInput(await smi.knowPerson(502)), caseNo: input.caseNo! };
    await expect(
      smi.rpc.call(CaseService.method.registerCase, { input: other }, withKey(smi.staff)),
    ).rejects.toMatchObject({
      code: 'SMI.CASE.NO_TAKEN',
    });
    expect(await smi.digest()).toBe(before);
  });

  it.each([
    ['a decision that is none', { decision: 'x', signedOn: '2026-03-01', signer: 'self' }, VALIDATION, 'decision'],
    [
      'a day to come',
      { decision: 'agreed', signedOn: '2026-12-01', signer: 'self' },
      'SMI.CASE.DATE_IN_FUTURE',
      'signedOn',
    ],
    [
      'a day before the last decision',
      { decision: 'declined', signedOn: '2024-03-11', signer: 'self' },
      'SMI.CASE.CONSENT_BEFORE_FILE',
      'signedOn',
    ],
  ])('a consent with %s changes nothing', async (_name, consent, code, field) => {
    const before = await smi.digest();
    const call = smi.rpc.call(CaseService.method.recordConsent, { caseId, consent }, withKey(smi.staff));
    await expect(call).rejects.toMatchObject({ code, options: { errors: [{ field }] } });
    expect(await smi.digest()).toBe(before);
  });

  it.each([
    ['no date', 'x', VALIDATION],
    ['a day to come', '2026-12-01', 'SMI.CASE.DATE_IN_FUTURE'],
  ])('an examination on %s changes nothing', async (_name, examinedOn, code) => {
    const before = await smi.digest();
    const call = smi.rpc.call(CaseService.method.recordExam, { caseId, examinedOn }, withKey(smi.staff));
    await expect(call).rejects.toMatchObject({ code });
    expect(await smi.digest()).toBe(before);
  });

  it.each([
    [{ limit: 201 }, 'limit'],
    [{ cursor: 'bm9uZQ' }, 'cursor'],
    [{ org: "990101' or true --" }, 'org'],
  ])('refuses the list query %j', async (query, field) => {
    const call = smi.rpc.call(CaseService.method.listCases, query, smi.staff);
    await expect(call).rejects.toMatchObject({ code: VALIDATION, options: { errors: [{ field }] } });
  });
});
