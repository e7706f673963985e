import type { IsoDate } from '../kernel/iso-date.js';
import { isRegistered } from './case-status.states.js';
import type { SmiCaseState } from './case-state.js';
import { consentStanding, isVisitRefused } from './consent.rules.js';
import { followUpKind } from './follow-up-kind.rules.js';
import type { FollowUpRecord } from './follow-up-record.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiCode, SmiRefusal, SmiWarning } from './smi-problem.js';

/** What the record is checked against. */
export interface RecordContext {
  readonly caseState: SmiCaseState;
  readonly policy: SmiPolicy;
  readonly today: IsoDate;
}

const problem = (field: string, code: SmiCode, rule: string): SmiRefusal => ({ field, code, rule });

/** Whether the case may be followed at all: still registered (V11 for the dead) and not an ordinary decliner (2.6). */
export function checkStanding(record: FollowUpRecord, context: RecordContext): SmiRefusal[] {
  const { caseState, policy } = context;
  const kind = followUpKind(record);
  if (!isRegistered(caseState.status)) {
    return [problem('', 'SMI.FOLLOW_UP.CASE_CLOSED', caseState.status === 'dead' ? 'V11' : '3.3 item 1')];
  }
  if (kind === 'loss' || kind === 'death') return [];
  const isRefused = isVisitRefused(withFindings(record, caseState, policy), policy);
  return isRefused ? [problem('', 'SMI.FOLLOW_UP.CONSENT_DECLINED', 'N15')] : [];
}

/** A case without any consent decision may be followed, but somebody must ask (smi.md 8, quality checks). */
export function warnOfConsent(record: FollowUpRecord, context: RecordContext): SmiWarning[] {
  if (standingWith(record, context) !== 'missing') return [];
  return [{ ...problem('', 'SMI.FOLLOW_UP.CONSENT_MISSING', '2.6'), level: 'warning' }];
}

/** The consent standing in the light of what this record found: risk and offences count at once (2.6). */
export function standingWith(record: FollowUpRecord, { caseState, policy }: RecordContext): string {
  return consentStanding(withFindings(record, caseState, policy), policy);
}

/** The case's consent facts after this record. Danger found anew asks for the review on art. 30 again. */
export function withFindings(record: FollowUpRecord, caseState: SmiCaseState, policy: SmiPolicy): SmiCaseState {
  const offences = (record.incidents?.publicOrder ?? 0) + (record.incidents?.crime ?? 0);
  const isDanger = offences > 0 || (record.riskLevel ?? 0) >= policy.article30ReviewRiskLevel;
  return {
    ...caseState,
    riskLevel: record.riskLevel ?? caseState.riskLevel,
    offenceSeen: caseState.offenceSeen || offences > 0,
    article30Reviewed: caseState.article30Reviewed && !isDanger,
  };
}

/** Order of the dates (smi.md 3.3 items 2, 6, 21, 31; V11). */
export function checkDates(record: FollowUpRecord, context: RecordContext): SmiRefusal[] {
  return [
    ...checkVisitDate(record, context),
    ...checkDeathDate(record, context),
    ...(record.lastDischargeOn != null && record.lastDischargeOn > record.visitedOn
      ? [problem('lastDischargeOn', 'SMI.FOLLOW_UP.DISCHARGE_AFTER_VISIT', '3.3 item 21')]
      : []),
    ...(record.nextDueOn != null && record.nextDueOn <= record.visitedOn
      ? [problem('nextDueOn', 'SMI.FOLLOW_UP.NEXT_DATE_NOT_AFTER_VISIT', '3.3 item 31')]
      : []),
  ];
}

function checkVisitDate(record: FollowUpRecord, { caseState, today }: RecordContext): SmiRefusal[] {
  const field = 'visitedOn';
  const rule = '3.3 item 2';
  if (record.visitedOn > today) return [problem(field, 'SMI.FOLLOW_UP.DATE_IN_FUTURE', rule)];
  if (record.visitedOn < caseState.fileBuiltOn) return [problem(field, 'SMI.FOLLOW_UP.DATE_BEFORE_FILE', rule)];
  return isInOrder(record, caseState) ? [] : [problem(field, 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS', rule)];
}

/**
 * After the previous visit; a death or loss may become known, and a failed attempt be made good, on the same day. Nothing is dated
 * before the day a patient was lost: an earlier visit would say that the patient was found.
 */
function isInOrder(record: FollowUpRecord, caseState: SmiCaseState): boolean {
  const kind = followUpKind(record);
  if (caseState.lostOn !== null && record.visitedOn < caseState.lostOn) return false;
  const lastVisit = caseState.lastVisitOn ?? '';
  const lastAttempt = caseState.failedAttempts.at(-1) ?? '';
  if (kind === 'loss' || kind === 'death') return record.visitedOn >= lastVisit && record.visitedOn >= lastAttempt;
  if (kind === 'attempt') return record.visitedOn > lastVisit && record.visitedOn > lastAttempt;
  return record.visitedOn > lastVisit && record.visitedOn >= lastAttempt;
}

function checkDeathDate(record: FollowUpRecord, { caseState }: RecordContext): SmiRefusal[] {
  const { deathDate } = record;
  if (deathDate == null) return [];
  const { birthDate, lastVisitOn } = caseState;
  return [
    ...(deathDate > record.visitedOn ? [problem('deathDate', 'SMI.FOLLOW_UP.DEATH_AFTER_VISIT', '3.3 item 6')] : []),
    ...(birthDate !== null && deathDate < birthDate
      ? [problem('deathDate', 'SMI.FOLLOW_UP.DEATH_BEFORE_BIRTH', '3.3 item 6')]
      : []),
    ...(lastVisitOn !== null && deathDate < lastVisitOn
      ? [problem('deathDate', 'SMI.FOLLOW_UP.DEATH_BEFORE_LATER_VISIT', 'V11')]
      : []),
  ];
}
