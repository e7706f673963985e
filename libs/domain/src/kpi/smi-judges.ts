import { monthDistance, type IsoDate } from '../kernel/iso-date.js';
import { KPI_PARAMETERS } from './kpi-parameters.js';
import type { ReasonCode } from './smi-reasons.js';
import type { SmiVisit } from './smi-subject.js';
import { isLostAt, type SmiView } from './smi-view.js';

/** Says where a subject stands in one indicator. */
export type Judge = (view: SmiView) => ReasonCode;

const SCHIZOPHRENIA = '01';
const MAX_GAP_MONTHS = KPI_PARAMETERS.maxGapMonths.value;
const V0_VISITS = KPI_PARAMETERS.yearlyVisits.value;

/** Puts a judgement of registered people (R) behind the gate of the register. */
export function amongRegistered(judge: Judge): Judge {
  return (view) => view.absence ?? judge(view);
}

/** China CDC reading of the register: alive at the end, or died in the period (conflict C1). */
export function amongRegisteredCdc(judge: Judge): Judge {
  return (view) => (view.absence === undefined || view.diedInWindow ? judge(view) : view.absence);
}

/** Managed people (G) only: the denominators some older papers use (conflict C2). */
export function amongManaged(judge: Judge): Judge {
  return amongRegistered((view) => (view.last === undefined ? 'not_managed' : judge(view)));
}

/** Home patients (H): managed, and not in hospital at the latest complete follow-up. */
export function amongHome(judge: (view: SmiView, last: SmiVisit) => ReasonCode): Judge {
  return amongRegistered((view) => {
    if (view.last === undefined) return 'not_home_unmanaged';
    return view.last.inHospital ? 'not_home' : judge(view, view.last);
  });
}

/** Diagnosis 01 only. */
export function amongSchizophrenia(judge: Judge): Judge {
  return (view) => (view.subject.diagnosisGroup === SCHIZOPHRENIA ? judge(view) : 'not_schizophrenia');
}

function managed(view: SmiView): ReasonCode {
  return view.last === undefined ? 'no_complete_follow_up' : 'managed';
}

/** Every month gap between neighbouring complete records is at most 3 (literal reading, V1). */
function standardV1(view: SmiView): ReasonCode {
  if (view.last === undefined) return 'no_complete_follow_up';
  return hasGap(view.complete) ? 'gap_between_visits' : 'standard_v1';
}

/** As V1, with the start of the period and its last month as further ends (V2, the one shown). */
function standardV2(view: SmiView): ReasonCode {
  const [first] = view.complete;
  if (first === undefined || view.last === undefined) return 'no_complete_follow_up';
  const start = startAnchor(view, first.visitedOn);
  if (monthDistance(start, first.visitedOn) > MAX_GAP_MONTHS) return 'gap_at_start';
  if (hasGap(view.complete)) return 'gap_between_visits';
  return monthDistance(view.last.visitedOn, view.window.to) > MAX_GAP_MONTHS ? 'gap_at_end' : 'standard_v2';
}

/** Last complete follow-up before the period, or the file or the consent the first visit came after where that is newer. */
function startAnchor(view: SmiView, firstVisitOn: IsoDate): IsoDate {
  const { fileBuiltOn, consents } = view.subject;
  let anchor = fileBuiltOn;
  if (view.before !== undefined && view.before.visitedOn > anchor) anchor = view.before.visitedOn;
  for (const { decision, from } of consents) {
    if (decision === 'agreed' && from > anchor && from <= firstVisitOn) anchor = from;
  }
  return anchor;
}

function hasGap(complete: readonly SmiVisit[]): boolean {
  for (let i = 1; i < complete.length; i += 1) {
    const [a, b] = [complete[i - 1], complete[i]];
    if (a !== undefined && b !== undefined && monthDistance(a.visitedOn, b.visitedOn) > MAX_GAP_MONTHS) return true;
  }
  return false;
}

/** At least four visits and one examination in the period (the older yearly definition, V0). */
function standardV0(view: SmiView): ReasonCode {
  if (view.last === undefined) return 'no_complete_follow_up';
  if (view.complete.length < V0_VISITS) return 'fewer_than_four';
  return wasExamined(view) ? 'standard_v0' : 'no_exam';
}

/** A clinic or home visit whose contact was the patient (check V8). */
function seenInPerson(view: SmiView): ReasonCode {
  if (view.last === undefined) return 'no_complete_follow_up';
  const seen = view.complete.some((visit) => (visit.form === 1 || visit.form === 2) && visit.contacts.includes(1));
  return seen ? 'seen_in_person' : 'not_seen_in_person';
}

/** Only the last record counts; in hospital counts as on medicine; "none needed" does not (`smi.md` 6.3). */
function takesMedicine({ last }: SmiView): ReasonCode {
  if (last === undefined) return 'no_complete_follow_up';
  if (last.inHospital) return 'in_hospital_on_medicine';
  if (last.adherence === 1 || last.adherence === 2) return 'takes_medicine';
  if (last.adherence === 4) return 'none_needed';
  return last.adherence === null ? 'adherence_unknown' : 'last_not_taking';
}

function isRegular(visit: SmiVisit): boolean {
  return visit.inHospital || visit.adherence === 1;
}

function alwaysRegular(view: SmiView): ReasonCode {
  if (view.last === undefined) return 'no_complete_follow_up';
  return view.complete.every(isRegular) ? 'always_regular' : 'some_irregular';
}

function lastRegular(view: SmiView): ReasonCode {
  if (view.last === undefined) return 'no_complete_follow_up';
  return isRegular(view.last) ? 'last_regular' : 'last_irregular';
}

function stableAtHome(view: SmiView, last: SmiVisit): ReasonCode {
  if (last.visitedOn < view.recentFrom) return 'last_visit_too_old';
  return last.stability === 3 ? 'stable' : 'last_not_stable';
}

function broadlyStableAtHome(view: SmiView, last: SmiVisit): ReasonCode {
  const strict = stableAtHome(view, last);
  return strict === 'last_not_stable' && last.stability === 2 ? 'basically_stable' : strict;
}

function lastStable({ last }: SmiView): ReasonCode {
  if (last === undefined) return 'no_complete_follow_up';
  return last.stability === 3 ? 'last_stable' : 'last_not_stable';
}

function wasExamined({ subject, window }: SmiView): boolean {
  return subject.exams.some((exam) => exam >= window.from && exam <= window.to);
}

function rehabilitated(view: SmiView): ReasonCode {
  const took = view.subject.inRehabilitation || view.complete.some((visit) => visit.rehabilitation);
  return took ? 'rehabilitated' : 'not_rehabilitated';
}

/** The judgements, by the name the definitions use. */
export const SMI_JUDGES = {
  registered: () => 'registered',
  managed,
  standardV1,
  standardV2,
  standardV0,
  seenInPerson,
  takesMedicine,
  alwaysRegular,
  lastRegular,
  lastStable,
  stableAtHome: amongHome(stableAtHome),
  broadlyStableAtHome: amongHome(broadlyStableAtHome),
  rehabilitatedAtHome: amongHome(rehabilitated),
  examined: (view) => (wasExamined(view) ? 'examined' : 'no_exam'),
  incident: (view) => (view.records.some((v) => v.publicOrder > 0 || v.crime > 0) ? 'incident' : 'no_incident'),
  minorDisturbance: (view) =>
    view.records.some((visit) => visit.minorDisturbance > 0) ? 'minor_disturbance' : 'no_minor_disturbance',
  inGroup: (view) => (view.subject.guardianshipGroup ? 'in_group' : 'no_group'),
  lost: (view) => (isLostAt(view.subject, view.window.to) ? 'lost' : 'not_lost'),
} as const satisfies Record<string, Judge>;
