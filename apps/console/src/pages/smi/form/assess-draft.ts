import {
  assessFollowUp,
  type ComputedPlan,
  type FollowUpAssessment,
  type SmiCaseState,
  type SmiRefusal,
  type SmiWarning,
} from '#domain';
import type { Schemas } from '../../../api/client.js';
import { bodyOf, MARKS_OF, valueAt, withValue, type RecordDraft, type RecordKind } from './record-draft.js';

/** The judgement on what is filled in so far, by the rules the server judges with. */
export interface DraftJudgement {
  /** What would refuse the record as it stands, beside "not answered yet". */
  readonly refusals: readonly SmiRefusal[];
  /** Fields not answered yet. */
  readonly unanswered: readonly string[];
  readonly warnings: readonly SmiWarning[];
  readonly outcome: Outcome | null;
}

/** Class, date and duties. */
export interface Outcome {
  readonly stability: FollowUpAssessment['stability'];
  readonly nextDueOn: string | null;
  readonly computed: ComputedPlan;
  readonly lost: boolean;
  /** Something is not answered yet: it can only become graver than this. */
  readonly provisional: boolean;
}

/** The mildest answer to everything: what is not answered yet can only add to it. */
const MILDEST: Readonly<Record<string, unknown>> = {
  form: 2,
  contacts: [1],
  riskLevel: 0,
  insight: 1,
  sleep: 1,
  diet: 1,
  'socialFunction.selfCare': 1,
  'socialFunction.housework': 1,
  'socialFunction.work': 1,
  'socialFunction.study': 1,
  'socialFunction.social': 1,
  incidents: { none: true },
  confinement: 1,
  hospitalisation: 0,
  'labTests.done': 1,
  adherence: 1,
  'adverseReaction.present': 1,
  'adverseReaction.severity': 1,
  effect: 9,
  physicalIllness: 0,
  'referral.made': false,
  lossReason: 1,
  deathCause: 2,
};
const SOME_TEXT = '…';

/** A case as the rules see it. The birth date stays with the server, which checks it against a death. */
export function caseStateOf(rules: Schemas['RuleStateDto'], file: Schemas['SmiCaseDto']): SmiCaseState {
  return {
    status: rules.status,
    fileBuiltOn: file.fileBuiltOn,
    birthDate: null,
    consent: rules.consentDecision,
    article30: file.article30,
    lastVisitOn: rules.lastVisitOn,
    stability: rules.stability,
    riskLevel: rules.riskLevel,
    step: rules.step,
    failedAttempts: rules.failedAttempts,
    lostOn: rules.lostOn,
    confinementSeen: rules.confinementSeen,
    offenceSeen: rules.offenceSeen,
    jointVisitFactors: rules.jointVisitFactors,
    article30Reviewed: rules.article30Reviewed,
    nextDueOn: rules.nextDueOn,
    deathDate: null,
  };
}

/** Judges a draft. While answers are missing, what they would say at the mildest stands in, and the outcome is provisional. */
export function judgeDraft(
  kind: RecordKind,
  draft: RecordDraft,
  caseState: SmiCaseState,
  today: string,
): DraftJudgement {
  const assess = (record: RecordDraft) => assessFollowUp({ record: bodyOf(kind, record), caseState, today });
  const marks = (MARKS_OF[kind] ?? []).filter((field) => draft[field] == null);
  const marked = mildest(draft, marks);
  const found = assess(marked);
  const missing = found.refusals.filter(({ code }) => code === 'FIELD.REQUIRED').map(({ field }) => field);
  const unanswered = [...missing, ...marks, ...(kind === 'visit' && draft.symptoms == null ? ['symptoms'] : [])];
  const refusals = found.refusals.filter(({ code }) => code !== 'FIELD.REQUIRED');
  const supposed = missing.length === 0 ? found : assess(mildest(marked, missing));
  return {
    refusals: refusals.length > 0 ? refusals : supposed.refusals.filter(({ field }) => !missing.includes(field)),
    unanswered,
    warnings: found.computed === null ? supposed.warnings.filter(({ field }) => isTold(draft, field)) : found.warnings,
    outcome: outcomeOf(supposed, unanswered.length > 0),
  };
}

function mildest(draft: RecordDraft, missing: readonly string[]): RecordDraft {
  const mild: Readonly<Record<string, unknown>> = { ...MILDEST, deathDate: draft.visitedOn };
  return missing.reduce((record, path) => withValue(record, path, mild[path] ?? SOME_TEXT), draft);
}

/** Whether the user has said something about the field: nothing is warned of that was only supposed. */
function isTold(draft: RecordDraft, field: string): boolean {
  return field === '' || valueAt(draft, field) != null;
}

function outcomeOf(found: FollowUpAssessment, provisional: boolean): Outcome | null {
  if (found.computed === null) return null;
  const { stability, nextDueOn, computed, nextCaseState } = found;
  return { stability, nextDueOn, computed, lost: nextCaseState?.status === 'lost', provisional };
}

/** A history that cannot be told any more leaves only what the case says itself. */
export function emptyRules(file: Schemas['SmiCaseDto']): Schemas['RuleStateDto'] {
  return {
    step: 'none',
    failedAttempts: [],
    lostOn: null,
    confinementSeen: false,
    offenceSeen: false,
    jointVisitFactors: [],
    article30Reviewed: false,
    status: file.status,
    stability: file.stability,
    riskLevel: file.riskLevel,
    lastVisitOn: file.lastVisitOn,
    nextDueOn: file.nextDueOn,
    consentDecision: (file.consent?.decision as 'agreed' | undefined) ?? null,
  };
}
