import type { FollowUpKind, FollowUpRecord } from './follow-up-record.js';
import { isRecord } from './record-shape.js';
import type { SmiCode, SmiRefusal } from './smi-problem.js';

/** What a record reports, by the first of death, loss, failed attempt that is filled in. */
export function followUpKind(record: FollowUpRecord): FollowUpKind {
  if (record.deathDate != null || record.deathCause != null) return 'death';
  if (record.lossReason != null) return 'loss';
  return record.attempt != null ? 'attempt' : 'visit';
}

/** Whether the patient is in hospital at present, which makes a record complete without an assessment (item 20). */
export function isInHospital(record: FollowUpRecord): boolean {
  return record.hospitalisation === 1;
}

/** Complete follow-up: the risk is assessed, or the patient is in hospital (smi.md 2.9). */
export function isComplete(record: FollowUpRecord): boolean {
  return followUpKind(record) === 'visit' && (record.riskLevel != null || isInHospital(record));
}

/** Fields a record of a met, not hospitalised person must have (smi.md 3.3, column "Req"). */
const REQUIRED_OF_A_VISIT = [
  'contacts',
  'riskLevel',
  'insight',
  'sleep',
  'diet',
  'socialFunction.selfCare',
  'socialFunction.housework',
  'socialFunction.work',
  'socialFunction.study',
  'socialFunction.social',
  'incidents',
  'confinement',
  'hospitalisation',
  'labTests.done',
  'adherence',
  'adverseReaction.present',
  'effect',
  'physicalIllness',
  'referral.made',
] as const;

/** Items 8–31 and ours: they must be empty when the person was lost, dead or not met (items 5, 7). */
const STATE_FIELDS = [
  'riskLevel',
  'symptoms',
  'symptomSeverity',
  'insight',
  'sleep',
  'diet',
  'socialFunction',
  'incidents',
  'confinement',
  'hospitalisation',
  'lastDischargeOn',
  'labTests',
  'adherence',
  'adverseReaction',
  'effect',
  'physicalIllness',
  'otherAbnormality',
  'tendingToStable',
  'pregnancy',
  'referral',
  'medications',
  'medicationGuidance',
  'rehabilitation',
  'stability',
  'nextDueOn',
] as const satisfies readonly (keyof FollowUpRecord)[];

const DEATH_FIELDS = ['deathDate', 'deathCause', 'deathCauseDetail'] as const;

/** Which fields a record must and must not fill in, by what it reports. */
export function checkKind(record: FollowUpRecord): SmiRefusal[] {
  const kind = followUpKind(record);
  const always = missing(record, ['visitedOn', 'form']);
  if (kind === 'visit') return [...always, ...(isInHospital(record) ? [] : missing(record, REQUIRED_OF_A_VISIT))];
  return [...always, ...conflicts(record, kind), ...mustBeEmpty(record, kind), ...checkDetails(record, kind)];
}

function conflicts(record: FollowUpRecord, kind: FollowUpKind): SmiRefusal[] {
  const problem = (field: string): SmiRefusal => ({ field, code: 'SMI.FOLLOW_UP.KIND_CONFLICT', rule: '3.3' });
  return [
    ...(kind === 'death' && record.lossReason != null ? [problem('lossReason')] : []),
    ...(kind !== 'attempt' && record.attempt != null ? [problem('attempt')] : []),
  ];
}

function mustBeEmpty(record: FollowUpRecord, kind: FollowUpKind): SmiRefusal[] {
  return STATE_FIELDS.filter((field) => !isEmpty(record[field])).map((field) => {
    const lostWithRisk = kind === 'loss' && field === 'riskLevel';
    const code: SmiCode = lostWithRisk ? 'SMI.FOLLOW_UP.LOST_WITH_RISK' : 'SMI.FOLLOW_UP.NOT_ALLOWED_HERE';
    return { field, code, rule: lostWithRisk ? 'V2' : kind === 'death' ? '3.3 item 7' : '3.3 item 5' };
  });
}

/** Text of "other" reasons; date and cause of death come together, the sub-code iff physical disease (items 5–7). */
function checkDetails(record: FollowUpRecord, kind: FollowUpKind): SmiRefusal[] {
  if (kind === 'loss') return record.lossReason === 5 ? missing(record, ['lossReasonText']) : [];
  if (kind !== 'death') return [];
  const both = missing(record, DEATH_FIELDS.slice(0, 2));
  if (record.deathCause === 1) return [...both, ...missing(record, ['deathCauseDetail'])];
  if (record.deathCauseDetail == null) return both;
  return [...both, { field: 'deathCauseDetail', code: 'SMI.FOLLOW_UP.DEATH_DETAIL_UNEXPECTED', rule: '3.3 item 7' }];
}

/** Refusals for fields, given as dotted paths, that are empty. */
export function missing(record: FollowUpRecord, paths: readonly string[]): SmiRefusal[] {
  return paths
    .filter((path) => {
      const value = valueAt(record, path);
      return value === '' || value == null || (Array.isArray(value) && value.length === 0);
    })
    .map((field) => ({ field, code: 'FIELD.REQUIRED' }));
}

function valueAt(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : null), record);
}

/** Nothing filled in: forms send empty lists, zero counts and unticked boxes for what was left alone. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([key, item]) => key.startsWith('$') || item === 0 || isEmpty(item));
}
