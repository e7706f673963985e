import { SYMPTOM_SEVERITIES, type FollowUpRecord } from '#domain';

/** A record while it is filled in: what nobody has answered yet is not there. */
export type RecordDraft = Partial<FollowUpRecord>;

/** What is being reported; a patient in hospital is a visit with little in it. */
export type RecordKind = 'visit' | 'attempt' | 'hospital' | 'loss' | 'death';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of each kind; a draft keeps the rest for when the user comes back to the visit. */
const FIELDS_OF: Readonly<Record<Exclude<RecordKind, 'visit'>, readonly (keyof FollowUpRecord)[]>> = {
  attempt: ['visitedOn', 'form', 'attempt', 'leavingDistrict', 'remark'],
  hospital: ['visitedOn', 'form', 'contacts', 'hospitalisation', 'riskLevel', 'remark'],
  loss: ['visitedOn', 'form', 'lossReason', 'lossReasonText', 'remark'],
  death: ['visitedOn', 'form', 'deathDate', 'deathCause', 'deathCauseDetail', 'remark'],
};

/** What makes a record one of its kind: without it the rules would take it for a visit. */
export const MARKS_OF: Readonly<Partial<Record<RecordKind, readonly (keyof FollowUpRecord)[]>>> = {
  loss: ['lossReason'],
  death: ['deathDate', 'deathCause'],
};

/** What does not belong to a visit. */
const NOT_IN_A_VISIT: readonly (keyof FollowUpRecord)[] = [
  'attempt',
  'lossReason',
  'lossReasonText',
  'deathDate',
  'deathCause',
  'deathCauseDetail',
];

/** The value at a dotted path. */
export function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), record);
}

/** The draft with another value at a dotted path; nothing of it is changed in place. */
export function withValue(record: RecordDraft, path: string, value: unknown): RecordDraft {
  return replaced(record, path.split('.'), value);
}

function replaced(fields: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  if (rest.length === 0) return { ...fields, [key]: value };
  const inner = fields[key];
  return { ...fields, [key]: replaced(isFields(inner) ? inner : {}, rest, value) };
}

/** What follows from an answer by itself: how marked symptoms are, until the doctor says otherwise; and what no longer belongs. */
export function consequences(record: RecordDraft, path: string): RecordDraft {
  if (path === 'symptoms') {
    const some = (record.symptoms ?? []).length > 0;
    const least = SYMPTOM_SEVERITIES[some ? 1 : 0]?.code;
    const fits = some ? (record.symptomSeverity ?? 0) > 0 : record.symptomSeverity === 0;
    return fits ? record : { ...record, symptomSeverity: least };
  }
  if (path === 'hospitalisation' && record.hospitalisation !== 2) return without(record, 'lastDischargeOn');
  if (path === 'adherence' && record.adherence === 4) return { ...record, medications: [] };
  if (path === 'adverseReaction.present' && record.adverseReaction?.present !== 2) {
    return { ...record, adverseReaction: { present: record.adverseReaction?.present ?? 1 } };
  }
  if (path === 'labTests.done' && record.labTests?.done !== 2) return { ...record, labTests: { done: 1 } };
  if (path === 'referral.made' && record.referral?.made !== true) return { ...record, referral: { made: false } };
  if (path === 'deathCause' && record.deathCause !== 1) return without(record, 'deathCauseDetail');
  if (path === 'lossReason' && record.lossReason !== 5) return without(record, 'lossReasonText');
  return record;
}

function without(record: RecordDraft, field: keyof FollowUpRecord): RecordDraft {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));
}

/** The body of the request: what the kind has, without what was left empty. */
export function bodyOf(kind: RecordKind, draft: RecordDraft): FollowUpRecord {
  const own = Object.entries(draft).filter(([key]) => {
    const field = key as keyof FollowUpRecord;
    return kind === 'visit' ? !NOT_IN_A_VISIT.includes(field) : FIELDS_OF[kind].includes(field);
  });
  const fixed = kind === 'attempt' ? { attempt: 'failed' } : kind === 'hospital' ? { hospitalisation: 1 } : {};
  return pruned({ ...Object.fromEntries(own), ...fixed }) as unknown as FollowUpRecord;
}

/** Without empty texts, nulls and parts that have nothing left in them. */
function pruned(fields: Fields): Fields {
  const kept = Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value)) return [[key, value.map((item: unknown) => (isFields(item) ? pruned(item) : item))]];
    if (!isFields(value)) return [[key, value]];
    const inner = pruned(value);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(kept);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
