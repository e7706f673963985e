import type { IsoDate } from '../kernel/iso-date.js';
import type { MeasureWindow } from './period.js';
import type { ReasonCode } from './smi-reasons.js';
import type { SmiSubject, SmiVisit } from './smi-subject.js';
import { absenceAt, isLostAt } from './smi-view.js';

/** Before every date. */
export const FROM_THE_BEGINNING: IsoDate = '0000-01-01';
const LAST_DAY: IsoDate = '9999-12-31';

/** One follow-up that fell due, and how it was answered. */
export interface DueUnit {
  readonly dueOn: IsoDate;
  readonly reason: Extract<ReasonCode, 'due_met' | 'due_late' | 'due_missed' | 'due_void' | 'due_pending'>;
}

interface Obligation {
  readonly dueOn: IsoDate;
  /** The complete record that came next, if any. */
  readonly answer: SmiVisit | undefined;
}

/**
 * Follow-ups due inside the window (B-37, [P]; ADR 0006). One obligation stands between two neighbouring complete records:
 * the date the earlier one set, or, before the first and after a stay in hospital, the date in force when the next record
 * came. A failed attempt neither answers an obligation nor makes a new one. On time = the next complete record is dated on
 * or before the due date. Void when the case left the register or was lost by then. An ordinary decliner has none (`smi.md` 2.6).
 */
export function dueUnits(subject: SmiSubject, window: MeasureWindow): DueUnit[] {
  const units: DueUnit[] = [];
  for (const { dueOn, answer } of obligations(subject)) {
    if (dueOn < window.from || dueOn > window.to) continue;
    units.push({ dueOn, reason: judge(subject, window, dueOn, answer) });
  }
  return units;
}

/** The dates on which some obligation falls due. */
export function dueDates(subject: SmiSubject): IsoDate[] {
  return obligations(subject).map((obligation) => obligation.dueOn);
}

function judge(
  subject: SmiSubject,
  window: MeasureWindow,
  dueOn: IsoDate,
  answer: SmiVisit | undefined,
): DueUnit['reason'] {
  if (answer !== undefined && answer.visitedOn <= dueOn) return 'due_met';
  if (absenceAt(subject, dueOn) !== undefined || isLostAt(subject, dueOn)) return 'due_void';
  if (window.open && dueOn === window.to) return 'due_pending';
  return answer !== undefined && answer.visitedOn <= window.to ? 'due_late' : 'due_missed';
}

function obligations(subject: SmiSubject): Obligation[] {
  const found: Obligation[] = [];
  let due: IsoDate | null = null;
  let after: IsoDate = FROM_THE_BEGINNING;
  for (const visit of subject.visits) {
    const until = visit.visitedOn;
    const inForce = isHeldInHospital(subject, visit) ? due : visit.dueOnBefore;
    if (due !== null && isEndedByRefusal(subject, due, { after, until, inForce })) due = null;
    due ??= visit.dueOnBefore;
    after = until;
    if (!visit.complete) continue;
    if (due !== null) found.push({ dueOn: due, answer: visit });
    // A date that was over when it was set obliges nobody (the form refuses it).
    due = visit.nextDueOn !== null && visit.nextDueOn > visit.visitedOn ? visit.nextDueOn : null;
  }
  // Other states have no date of their own; under art. 30 a refusal ends nothing.
  const inForce = subject.status === 'registered' || !subject.article30 ? subject.nextDueOn : due;
  if (due !== null && isEndedByRefusal(subject, due, { after, until: LAST_DAY, inForce })) due = null;
  due ??= subject.nextDueOn;
  if (due !== null) found.push({ dueOn: due, answer: undefined });
  return found;
}

/** Nothing falls due in hospital; under art. 30 that is why there is no date, not the refusal. */
function isHeldInHospital({ article30 }: SmiSubject, { inHospital, dueOnBefore }: SmiVisit): boolean {
  return article30 && inHospital && dueOnBefore === null;
}

/** The days between two neighbouring records, and the date in force at their end. */
interface Gap {
  readonly after: IsoDate;
  readonly until: IsoDate;
  readonly inForce: IsoDate | null;
}

/**
 * Whether somebody declined between two records and nothing was due from then on: no date was in force at their end, or the one
 * that a new agreement set. Who is followed in spite of declining (art. 30) keeps the date.
 */
function isEndedByRefusal({ consents }: SmiSubject, due: IsoDate, { after, until, inForce }: Gap): boolean {
  if (inForce === due) return false;
  return consents.some(({ decision, from }, place) => {
    if (decision !== 'declined' || from < after || from > until || from > due) return false;
    const next = consents[place + 1];
    return inForce === null || (next !== undefined && next.from <= until);
  });
}
