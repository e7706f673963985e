import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import { RecordFollowUpRequestSchema, type DomainError } from '#contracts';
import { DEFAULT_SMI_POLICY, followUpShape } from '#domain';
import { DEATH, FAILED_ATTEMPT, LOSS, ROUTINE_VISIT } from './follow-up-examples.js';
import { FollowUpBodyPipe } from './follow-up-body.pipe.js';

const read = (body: unknown) => new FollowUpBodyPipe().transform(body);

function problemsOf(body: unknown): string[] {
  try {
    read(body);
    return [];
  } catch (error) {
    return ((error as DomainError).options.errors ?? []).map(({ field, code }) => `${field} ${code}`);
  }
}

describe('body of a follow-up', () => {
  it.each([
    ['visit', ROUTINE_VISIT],
    ['attempt', FAILED_ATTEMPT],
    ['loss', LOSS],
    ['death', DEATH],
  ])('takes the example of a %s', (_name, body) => {
    const input = read(body);
    expect(create(RecordFollowUpRequestSchema, { caseId: 'c', input }).input?.visitedOn).toBe(body.visitedOn);
  });

  it('names every field the rules know, and no other', () => {
    const fields = followUpShape(DEFAULT_SMI_POLICY);
    const everything = Object.fromEntries(Object.keys(fields).map((field) => [field, null]));
    const { visitedOn, form } = ROUTINE_VISIT;
    expect(problemsOf({ ...everything, visitedOn, form })).toEqual([]);
    expect(problemsOf({ visitedOn, form, riskLevell: 1 })).toEqual(['riskLevell FIELD.UNKNOWN']);
  });

  it('takes null for left out, at every depth', () => {
    const input = read({ ...ROUTINE_VISIT, labTests: { done: 1, items: null }, riskLevel: null, symptoms: null });
    expect(input.riskLevel).toBeUndefined();
    expect(input.symptoms).toBeUndefined();
    expect(input.labTests).toEqual({ done: 1 });
  });

  it('refuses text that could not be kept as it is', () => {
    const medications = [{ drug: 'a\0b', morningMg: 1 }];
    const problems = problemsOf({ ...ROUTINE_VISIT, medications, remark: '半\ud83d', symptomsText: '整👍' });
    expect(problems).toEqual(['medications[0].drug FIELD.INVALID', 'remark FIELD.INVALID']);
  });

  const codes = [
    'riskLevel lossReason deathCause deathCauseDetail symptomSeverity insight sleep diet confinement hospitalisation',
    'adherence effect physicalIllness stability',
  ]
    .join(' ')
    .split(' ');
  it.each(codes)('%s is a number of its list', (field) => {
    for (const value of ['1', true, [], {}]) {
      expect(problemsOf({ ...ROUTINE_VISIT, [field]: value })).toEqual([`${field} FIELD.TYPE`]);
    }
    for (const value of [77, -1, 1.5]) {
      expect(problemsOf({ ...ROUTINE_VISIT, [field]: value })).toEqual([`${field} FIELD.CODE`]);
    }
  });

  it.each(['visitedOn', 'deathDate', 'lastDischargeOn', 'nextDueOn'])('%s is a day', (field) => {
    for (const value of ['2026-02-30', '2026-3-2', '20260302', '2026-03-02T00:00:00Z', '']) {
      expect(problemsOf({ ...ROUTINE_VISIT, [field]: value })).toEqual([`${field} FIELD.DATE`]);
    }
    for (const value of [20260302, {}, []]) {
      expect(problemsOf({ ...ROUTINE_VISIT, [field]: value })).toEqual([`${field} FIELD.TYPE`]);
    }
  });

  it.each(['contacts', 'symptoms', 'rehabilitation', 'jointVisitFactors'])('%s is a list of codes', (field) => {
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: 1 })).toEqual([`${field} FIELD.TYPE`]);
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: [99] })).toHaveLength(1);
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: [{}] })).toHaveLength(1);
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: Array.from({ length: 500 }, () => 1) })).toHaveLength(1);
  });

  const flags = ['otherAbnormality', 'tendingToStable', 'admissionRefused', 'leavingDistrict'];
  it.each(flags)('%s is yes or no', (field) => {
    for (const value of ['true', 1, []]) {
      expect(problemsOf({ ...ROUTINE_VISIT, [field]: value })).toEqual([`${field} FIELD.TYPE`]);
    }
  });

  const texts = [
    'lossReasonText',
    'riskLevelReason',
    'symptomsText',
    'rehabilitationText',
    'stabilityReason',
    'remark',
  ];
  it.each(texts)('%s is a text with an end', (field) => {
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: 5 })).toEqual([`${field} FIELD.TYPE`]);
    expect(problemsOf({ ...ROUTINE_VISIT, [field]: 'x'.repeat(2001) })).toEqual([`${field} FIELD.TOO_LONG`]);
  });

  it.each([
    [{ socialFunction: { study: 9 } }, 'socialFunction.study FIELD.CODE'],
    [{ socialFunction: 1 }, 'socialFunction FIELD.TYPE'],
    [{ socialFunction: [] }, 'socialFunction FIELD.TYPE'],
    [{ incidents: { crime: 100 } }, 'incidents.crime FIELD.RANGE'],
    [{ incidents: { crime: '1' } }, 'incidents.crime FIELD.TYPE'],
    [{ incidents: { arson: 1 } }, 'incidents.arson FIELD.UNKNOWN'],
    [{ labTests: {} }, 'labTests.done FIELD.REQUIRED'],
    [{ adverseReaction: { present: 3 } }, 'adverseReaction.present FIELD.CODE'],
    [{ referral: { made: 'no' } }, 'referral.made FIELD.TYPE'],
    [{ medications: [{ spec: '1mg' }] }, 'medications[0].drug FIELD.REQUIRED'],
    [{ medications: [{ drug: 'd', morningMg: -1 }] }, 'medications[0].morningMg FIELD.RANGE'],
    [{ medications: [{ drug: 'd', dose: 1 }] }, 'medications[0].dose FIELD.UNKNOWN'],
    [{ medicationGuidance: 'x' }, 'medicationGuidance FIELD.TYPE'],
  ])('refuses %j by its path', (changes, problem) => {
    expect(problemsOf({ ...ROUTINE_VISIT, ...changes })).toContain(problem);
  });

  it('refuses keys that would speak to the message runtime, and nesting without end', () => {
    expect(problemsOf({ ...ROUTINE_VISIT, $typeName: 'xinqiao.smi.v1.FollowUpInput' })).toEqual([
      '$typeName FIELD.UNKNOWN',
    ]);
    expect(problemsOf({ ...ROUTINE_VISIT, labTests: { done: 1, $unknown: [] } })).toEqual([
      'labTests.$unknown FIELD.UNKNOWN',
    ]);
    let nested: unknown = 1;
    for (let depth = 0; depth < 50; depth += 1) nested = [nested];
    expect(() => read({ ...ROUTINE_VISIT, contacts: nested })).toThrow('COMMON.MALFORMED');
  });

  it('needs date and form', () => {
    expect(problemsOf({}).sort()).toEqual(['form FIELD.REQUIRED', 'visitedOn FIELD.REQUIRED']);
  });

  it.each([[null], [[]], ['text'], [5]])('refuses the body %j', (body) => {
    expect(() => read(body)).toThrow('COMMON.MALFORMED');
  });
});
