import { addDays, addMonthsClamped, type IsoDate } from '../kernel/iso-date.js';
import { KPI_PARAMETERS } from './kpi-parameters.js';
import { firstOfMonth, monthOrdinal } from './report-month.js';
import { dueDates, FROM_THE_BEGINNING } from './smi-due.js';
import type { SmiSubject } from './smi-subject.js';

const RECENT_MONTHS = KPI_PARAMETERS.recentMonths.value;

/** Days around "three months later" that month ends can shift the limit by. */
const MONTH_END_SLACK = [-1, 0, 1, 2, 3] as const;

/**
 * The next day on which time alone may change what a subject adds to the current window: a due date comes or passes, the
 * last visit leaves the last three months, a future-dated fact arrives, a new report month begins. Never later than the
 * first of the next month; a day on which nothing changes in the end is harmless.
 */
export function nextChangeOn(subject: SmiSubject, today: IsoDate): IsoDate {
  let next = firstOfMonth(monthOrdinal(today) + 1);
  for (const day of candidates(subject, today)) if (day > today && day < next) next = day;
  return next;
}

function candidates(subject: SmiSubject, today: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  const recent = addMonthsClamped(today, -RECENT_MONTHS - 1);
  for (const due of dueDates(subject)) if (due >= today) days.push(due, addDays(due, 1));
  for (const { visitedOn, complete } of subject.visits) {
    if (visitedOn < recent) continue;
    days.push(visitedOn);
    if (complete)
      days.push(...MONTH_END_SLACK.map((slack) => addDays(addMonthsClamped(visitedOn, RECENT_MONTHS), slack)));
  }
  days.push(subject.fileBuiltOn, ...subject.exams, ...subject.orgs.map((entry) => entry.from));
  days.push(...subject.consents.map((consent) => consent.from));
  for (const day of [subject.deathDate, subject.lostOn, subject.closedOn]) {
    if (day !== null) days.push(day);
  }
  return days;
}

/**
 * The earliest day whose window may look different after a change of the subject; windows that end before it are
 * untouched. `undefined` when nothing an indicator looks at has changed.
 */
export function changedFrom(before: SmiSubject | undefined, after: SmiSubject): IsoDate | undefined {
  if (before === undefined || !sameStanding(before, after)) return FROM_THE_BEGINNING;
  let from: IsoDate | undefined;
  const earlier = (day: IsoDate | null): void => {
    if (day !== null && (from === undefined || day < from)) from = day;
  };
  for (const day of differing(before.exams, after.exams)) earlier(day);
  const visits = changedVisits(before, after);
  const dueMoved = visits.length > 0 || before.nextDueOn !== after.nextDueOn;
  // What came after a refusal tells whether it ended what was due before.
  if (dueMoved && after.consents.some(({ decision }) => decision === 'declined')) return FROM_THE_BEGINNING;
  for (const visit of visits) [visit.visitedOn, visit.dueOnBefore].forEach(earlier);
  // The date in force may be an obligation of its own, or cease to be one when a record tells another.
  if (dueMoved) [before.nextDueOn, after.nextDueOn].forEach(earlier);
  const touched = from;
  // A later record may now be the first to tell which date was in force.
  if (touched !== undefined)
    after.visits.filter((visit) => visit.visitedOn >= touched).forEach((v) => earlier(v.dueOnBefore));
  return from;
}

function sameStanding(a: SmiSubject, b: SmiSubject): boolean {
  return standing(a) === standing(b);
}

/** The facts that are not dated one by one. */
function standing(subject: SmiSubject): string {
  const closing = ['cancelled', 'transferred_out', 'dead'].includes(subject.status) ? subject.status : '';
  const { orgs, diagnosisGroup, fileBuiltOn, consents, article30 } = subject;
  const { deathDate, lostOn, closedOn, inRehabilitation, guardianshipGroup } = subject;
  const facts = [
    closing,
    diagnosisGroup,
    fileBuiltOn,
    consents.map(({ decision, from }) => [decision, from]),
    article30,
    deathDate,
    lostOn,
    closedOn,
  ];
  return JSON.stringify([...facts, inRehabilitation, guardianshipGroup, orgs.map(({ org, from }) => [org, from])]);
}

function differing(a: readonly IsoDate[], b: readonly IsoDate[]): IsoDate[] {
  return [...a.filter((day) => !b.includes(day)), ...b.filter((day) => !a.includes(day))];
}

function changedVisits(before: SmiSubject, after: SmiSubject): SmiSubject['visits'] {
  if (before.visits === after.visits) return [];
  const known = new Map(before.visits.map((visit) => [visit.id, visit]));
  const changed = after.visits.filter((visit) => {
    const old = known.get(visit.id);
    known.delete(visit.id);
    return old !== visit && (old === undefined || JSON.stringify(old) !== JSON.stringify(visit));
  });
  const replaced = before.visits.filter((old) => changed.some((visit) => visit.id === old.id));
  return [...changed, ...replaced, ...known.values()];
}
