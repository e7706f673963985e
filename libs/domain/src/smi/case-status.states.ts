import type { CaseStatus } from './case-state.js';

/** What happens to a registered case. */
export type CaseEvent =
  | 'visit'
  | 'visit_in_hospital'
  | 'discharge'
  | 'attempt'
  | 'loss'
  | 'death'
  | 'transfer_out'
  | 'transfer_in'
  | 'cancel';

type Row = Readonly<Partial<Record<CaseEvent, CaseStatus>>>;

const ALIVE: Row = {
  visit: 'registered',
  visit_in_hospital: 'in_hospital',
  loss: 'lost',
  death: 'dead',
  transfer_out: 'transferred_out',
  cancel: 'cancelled',
};

/** The transitions of smi.md 2.1 from registration on; what a row lacks is refused. */
export const CASE_TRANSITIONS: Readonly<Record<CaseStatus, Row>> = {
  registered: { ...ALIVE, attempt: 'registered' },
  lost: { ...ALIVE, attempt: 'lost' },
  in_hospital: { ...ALIVE, attempt: 'in_hospital', discharge: 'registered' },
  transferred_out: { transfer_in: 'registered', cancel: 'cancelled' },
  dead: { cancel: 'cancelled' },
  cancelled: {},
};

/** The status after an event; null when the event cannot happen to a case in this status. */
export function nextCaseStatus(status: CaseStatus, event: CaseEvent): CaseStatus | null {
  return CASE_TRANSITIONS[status][event] ?? null;
}

/** Whether a case still counts as 在册 (smi.md 2.9): not dead, not cancelled, not transferred out. */
export function isRegistered(status: CaseStatus): boolean {
  return status === 'registered' || status === 'lost' || status === 'in_hospital';
}
