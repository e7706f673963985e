import type { IsoDate } from '../kernel/iso-date.js';
import { STATE_CALENDAR } from '../kernel/public-holidays.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import type { SmiCaseState } from './case-state.js';
import { nextCaseStatus } from './case-status.states.js';
import { classFacts, classify } from './classification.rules.js';
import { crossCheck } from './cross-checks.rules.js';
import {
  checkDates,
  checkStanding,
  standingWith,
  warnOfConsent,
  withFindings,
  type RecordContext,
} from './follow-up-dates.rules.js';
import { checkKind, followUpKind, isComplete, isInHospital, missing } from './follow-up-kind.rules.js';
import type { FollowUpAssessment } from './follow-up-plan.js';
import type { FollowUpRecord } from './follow-up-record.js';
import { followUpShape } from './follow-up.shape.js';
import { isLostByAttempts, planAttempt, planDeath, planLoss } from './loss.rules.js';
import { checkMedications } from './medication.rules.js';
import { planVisit, type VisitPlan } from './plan-visit.rules.js';
import { checkShape } from './record-shape.js';
import { DEFAULT_SMI_POLICY, type SmiPolicy } from './smi-policy.js';
import type { SmiRefusal, SmiWarning } from './smi-problem.js';
import { checkNextDate, checkStability, finalStability } from './stability-override.rules.js';

/** What {@link assessFollowUp} judges. */
export interface FollowUpInput {
  /** The record as it came in; any JSON value is admitted and refused field by field. */
  readonly record: unknown;
  readonly caseState: SmiCaseState;
  readonly today: IsoDate;
  /** Default: the figures of the national texts. */
  readonly policy?: SmiPolicy;
  /** Public holidays and make-up days. Default: only weekends are free. */
  readonly calendar?: WorkingCalendar;
}

/**
 * Judges one follow-up record (smi.md 3.3, 4): checks every field and V1–V11, classifies by K0–K5c, plans by N1–N20 and folds the
 * state of the case. Pure: the same input always gives the same answer, and nothing is changed.
 */
export function assessFollowUp(input: FollowUpInput): FollowUpAssessment {
  const { caseState, today, policy = DEFAULT_SMI_POLICY, calendar = STATE_CALENDAR } = input;
  const malformed: SmiRefusal[] = checkShape(input.record, followUpShape(policy));
  if (malformed.length > 0) return refuse(malformed, []);
  const record = input.record as FollowUpRecord;
  const context = { caseState, policy, today };
  const { refusals, warnings } = checkRecord(record, context);
  // Rules further down may rely on a visit that is whole and in order.
  if (refusals.length > 0) return { ...refuse(refusals, warnings), kind: followUpKind(record) };
  return followUpKind(record) === 'visit'
    ? assessVisit(record, context, calendar, warnings)
    : assessAbsence(record, context, warnings);
}

function checkRecord(
  record: FollowUpRecord,
  context: RecordContext,
): { readonly refusals: readonly SmiRefusal[]; readonly warnings: readonly SmiWarning[] } {
  const incomplete = missing(record, ['visitedOn', 'form']);
  if (incomplete.length > 0) return { refusals: checkKind(record), warnings: [] };
  const isVisit = followUpKind(record) === 'visit';
  const crossed = isVisit ? crossCheck(record, context) : { refusals: [], warnings: [] };
  return {
    refusals: [
      ...checkStanding(record, context),
      ...checkKind(record),
      ...checkDates(record, context),
      ...crossed.refusals,
      ...(isVisit ? checkMedications(record) : []),
    ],
    warnings: [...crossed.warnings, ...(isVisit ? warnOfConsent(record, context) : [])],
  };
}

function assessVisit(
  record: FollowUpRecord,
  context: RecordContext,
  calendar: WorkingCalendar,
  warnings: readonly SmiWarning[],
): FollowUpAssessment {
  const { caseState, policy } = context;
  const facts = classFacts(record);
  const rule = classify(facts);
  const stability = facts.inHospital ? null : finalStability(record, rule.stability);
  const declinedArticle30 = standingWith(record, context) === 'declined_article30';
  const plan = planVisit(rule, { record, facts, stability, before: caseState, declinedArticle30, policy }, calendar);
  const refusals = [...checkStability(record, rule.stability, policy), ...checkNextDate(record, plan.computed)];
  if (refusals.length > 0) return { ...refuse(refusals, warnings), kind: 'visit' };
  const nextDueOn = record.nextDueOn ?? plan.computed.nextDueOn;
  return {
    refusals,
    warnings,
    kind: 'visit',
    complete: isComplete(record),
    computed: plan.computed,
    stability,
    nextDueOn,
    nextCaseState: stateAfterVisit(record, context, { ...plan, stability, nextDueOn }),
  };
}

function stateAfterVisit(
  record: FollowUpRecord,
  { caseState: before, policy }: RecordContext,
  plan: VisitPlan & Pick<FollowUpAssessment, 'stability' | 'nextDueOn'>,
): SmiCaseState {
  const event = isInHospital(record) ? 'visit_in_hospital' : 'visit';
  return {
    ...withFindings(record, before, policy),
    status: nextCaseStatus(before.status, event) ?? before.status,
    lastVisitOn: record.visitedOn,
    stability: plan.stability,
    step: plan.step,
    failedAttempts: [],
    lostOn: null,
    confinementSeen: before.confinementSeen || record.confinement === 2,
    nextDueOn: plan.nextDueOn,
  };
}

/** Deaths, losses and failed attempts: no class; the previous one is kept (K1). */
function assessAbsence(
  record: FollowUpRecord,
  { caseState: before, policy }: RecordContext,
  warnings: readonly SmiWarning[],
): FollowUpAssessment {
  const kind = followUpKind(record);
  const failedAttempts = kind === 'attempt' ? [...before.failedAttempts, record.visitedOn] : before.failedAttempts;
  const lost = kind === 'loss' || (kind === 'attempt' && isLostByAttempts(failedAttempts, policy));
  const stillLost = before.status === 'lost' && kind === 'attempt';
  const computed =
    kind === 'death'
      ? planDeath()
      : lost || stillLost
        ? planLoss(record, before, policy)
        : planAttempt(record, before, policy);
  const event = kind === 'death' ? 'death' : lost ? 'loss' : 'attempt';
  const status = nextCaseStatus(before.status, event) ?? before.status;
  return {
    refusals: [],
    warnings,
    kind,
    complete: false,
    computed,
    stability: null,
    nextDueOn: computed.nextDueOn,
    nextCaseState: {
      ...before,
      status,
      failedAttempts,
      lostOn: status === 'lost' ? (before.lostOn ?? record.visitedOn) : null,
      nextDueOn: computed.nextDueOn,
      deathDate: record.deathDate ?? before.deathDate,
    },
  };
}

function refuse(refusals: readonly SmiRefusal[], warnings: readonly SmiWarning[]): FollowUpAssessment {
  return {
    refusals,
    warnings,
    kind: null,
    complete: false,
    computed: null,
    stability: null,
    nextDueOn: null,
    nextCaseState: null,
  };
}
