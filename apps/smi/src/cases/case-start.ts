import { newCaseState, planConsent } from '#domain';
import type { SmiRules } from '../rules/smi-rules.js';
import type { CaseRow } from './case.row.js';
import { checkRows, stateColumns } from './case-state.mapper.js';

/** What the beginning of a case depends on. */
export interface CaseStart {
  readonly fileBuiltOn: string;
  readonly birthDate: string | null;
  readonly article30: boolean;
  readonly consent: {
    readonly decision: 'agreed' | 'declined';
    readonly signedOn: string;
    readonly signer: string;
  } | null;
}

/** State, consent and duties of a case whose file has just been built (smi.md 2.6; N10, N15, N16). */
export function startColumns({ fileBuiltOn, birthDate, article30, consent }: CaseStart, rules: SmiRules) {
  const decision: CaseRow['consent_decision'] = consent?.decision ?? null;
  const state = newCaseState({ fileBuiltOn, birthDate, consent: decision, article30, nextDueOn: null });
  const decidedOn = consent?.signedOn ?? fileBuiltOn;
  const plan = planConsent(state, decidedOn, rules.policy, rules.calendar);
  return {
    ...stateColumns({ ...state, nextDueOn: plan.nextDueOn }),
    consent_decision: decision,
    consent_on: consent?.signedOn ?? null,
    consent_signer: consent?.signer ?? null,
    consent_reask_on: plan.reaskOn,
    open_actions: [...plan.actions],
    actions_on: plan.actions.length === 0 ? null : decidedOn,
    checks: checkRows(plan.checks),
    lost_on: null,
    closed_on: null,
  };
}
