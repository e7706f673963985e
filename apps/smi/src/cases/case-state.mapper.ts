import type { DatedCheck, SmiCaseState } from '#domain';
import type { CaseRow, DatedCheckRow } from './case.row.js';

/** What the rules need to know of a stored case. */
export function caseStateOf(row: CaseRow): SmiCaseState {
  return {
    status: row.status,
    fileBuiltOn: row.file_built_on,
    birthDate: row.birth_date,
    consent: row.consent_decision,
    article30: row.article30,
    lastVisitOn: row.last_visit_on,
    stability: row.stability,
    riskLevel: row.risk_level,
    step: row.step,
    failedAttempts: row.failed_attempts,
    lostOn: row.lost_on,
    confinementSeen: row.confinement_seen,
    offenceSeen: row.offence_seen,
    jointVisitFactors: row.joint_visit_factors,
    article30Reviewed: row.article30_reviewed,
    nextDueOn: row.next_due_on,
    deathDate: row.death_date,
  };
}

/** The columns a state of the rules is kept in. Consent and dates of the file do not change by a visit. */
export function stateColumns(state: SmiCaseState) {
  return {
    status: state.status,
    last_visit_on: state.lastVisitOn,
    stability: state.stability,
    risk_level: state.riskLevel,
    step: state.step,
    failed_attempts: [...state.failedAttempts],
    lost_on: state.lostOn,
    confinement_seen: state.confinementSeen,
    offence_seen: state.offenceSeen,
    joint_visit_factors: [...state.jointVisitFactors],
    article30_reviewed: state.article30Reviewed,
    next_due_on: state.nextDueOn,
    death_date: state.deathDate,
  };
}

/** Dated checks as rows. The yearly question for consent has a column of its own. */
export function checkRows(checks: readonly DatedCheck[]): DatedCheckRow[] {
  return checks
    .filter((check) => check.kind !== 'consent_reask')
    .map((check) => ({ kind: check.kind, due_on: check.dueOn }));
}
