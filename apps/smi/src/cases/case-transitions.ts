import {
  assessStep,
  checkClosing,
  closeAction,
  isVisitRefused,
  planConsent,
  type ActionClosing,
  type CaseStep,
  type OpenDuties,
  type SmiRefusal,
} from '#domain';
import type { SmiRules } from '../rules/smi-rules.js';
import type { CaseRow } from './case.row.js';
import { caseStateOf, checkRows, stateColumns } from './case-state.mapper.js';

/** A case after something between its records; with refusals it is as it was. */
export interface CaseAfter {
  readonly refusals: readonly SmiRefusal[];
  readonly row: CaseRow;
}

/** A decision on taking part, judged already. */
export interface ConsentDecision {
  readonly decision: 'agreed' | 'declined';
  readonly signedOn: string;
  readonly signer: string;
}

/** The case after a decision on taking part (smi.md 2.6). */
export function afterConsent(row: CaseRow, consent: ConsentDecision, rules: SmiRules): CaseRow {
  const state = { ...caseStateOf(row), consent: consent.decision };
  const plan = planConsent(state, consent.signedOn, rules.policy, rules.calendar);
  const stopped = plan.rules.includes('N15');
  const actions = [...new Set([...(stopped ? [] : row.open_actions), ...plan.actions])];
  const checks = checkRows(plan.checks);
  return {
    ...row,
    consent_decision: consent.decision,
    consent_on: consent.signedOn,
    consent_signer: consent.signer,
    consent_reask_on: plan.reaskOn,
    next_due_on: plan.nextDueOn,
    open_actions: actions,
    actions_on: actions.length === 0 ? null : (row.actions_on ?? consent.signedOn),
    checks: [...checks, ...row.checks.filter((old) => !checks.some((check) => check.kind === old.kind))],
    version: row.version + 1,
  };
}

/** The case after an action or a dated check was answered. */
export function afterClosing(row: CaseRow, closing: ActionClosing, rules: SmiRules): CaseAfter {
  const context = { status: row.status, today: rules.today(), policy: rules.policy };
  const duties = dutiesOf(row);
  const refusals = checkClosing(closing, duties, context);
  return refusals.length > 0 ? { refusals, row } : { refusals, row: closed(row, closing, rules) };
}

/** The same where it was judged before: what is not open any more stays so. */
export function closed(row: CaseRow, closing: ActionClosing, rules: SmiRules): CaseRow {
  const context = { status: row.status, today: rules.today(), policy: rules.policy };
  const { actions, since, checks } = closeAction(closing, dutiesOf(row), context);
  return {
    ...row,
    ...article30After(row, closing, rules),
    open_actions: [...actions],
    actions_on: since,
    checks: checks.map(({ kind, dueOn }) => ({ kind, due_on: dueOn })),
    version: row.version + 1,
  };
}

/** The psychiatrist's answer stands until danger is found anew. Who declined and is answered "no" is asked again, not visited (N15). */
function article30After(row: CaseRow, { article30 }: ActionClosing, rules: SmiRules): Partial<CaseRow> {
  if (article30 == null) return {};
  const answered = { article30, article30_reviewed: true };
  const isRefused = isVisitRefused(caseStateOf({ ...row, ...answered }), rules.policy);
  return isRefused ? { ...answered, next_due_on: null } : answered;
}

/** What a case still asks of somebody. */
export function dutiesOf(row: Pick<CaseRow, 'open_actions' | 'actions_on' | 'checks'>): OpenDuties {
  return {
    actions: row.open_actions,
    since: row.actions_on,
    checks: row.checks.map((check) => ({ kind: check.kind, dueOn: check.due_on })),
  };
}

/** Who moved away left the register on that day; that the file is cancelled later does not bring him back for the time between. */
function closedOn({ status, closed_on: before }: CaseRow, on: string): string {
  return status === 'transferred_out' && before !== null && before < on ? before : on;
}

/** The case after a discharge, a transfer or a cancellation: what was open before is settled by it, what it demands stays open. */
export function afterStep(row: CaseRow, step: CaseStep, rules: SmiRules): CaseAfter {
  const { policy, calendar } = rules;
  const context = { caseState: caseStateOf(row), today: rules.today(), policy, calendar };
  const { refusals, nextCaseState, actions, checks } = assessStep(step, context);
  if (nextCaseState === null) return { refusals, row };
  const goesOn = step.kind === 'discharge';
  const kept = goesOn ? row.open_actions.filter((action) => action !== 'hold') : [];
  const open = [...kept, ...actions];
  return {
    refusals: [],
    row: {
      ...row,
      ...stateColumns(nextCaseState),
      open_actions: open,
      actions_on: open.length === 0 ? null : goesOn ? row.actions_on : step.on,
      checks: [...checkRows(checks), ...(goesOn ? row.checks : [])],
      consent_reask_on: goesOn ? row.consent_reask_on : null,
      closed_on: goesOn ? null : closedOn(row, step.on),
      version: row.version + 1,
    },
  };
}
