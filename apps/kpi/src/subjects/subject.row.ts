import type { OrgSince, SmiCaseFacts, SmiSubject, SmiVisit } from '#domain';

/** A run of versions of a case in one unit. Runs are joined only when their version numbers touch, so late events fit in. */
export interface OrgRun {
  readonly first: number;
  readonly last: number;
  readonly org: string;
  readonly from: string;
}

/** A row of `smi_subject`. */
export interface SubjectRow {
  readonly county: string;
  readonly case_id: string;
  readonly version: number;
  readonly org: string;
  readonly person_id: string;
  readonly case_no: string;
  readonly org_runs: readonly OrgRun[];
  readonly all_orgs: readonly string[];
  readonly diagnosis_group: string;
  readonly file_built_on: string;
  readonly status: string;
  readonly consents: SmiCaseFacts['consents'];
  readonly article30: boolean;
  readonly next_due_on: string | null;
  readonly death_date: string | null;
  readonly lost_on: string | null;
  readonly closed_on: string | null;
  readonly in_rehabilitation: boolean;
  readonly guardianship_group: boolean;
  readonly exams: readonly string[];
  readonly risk_level: number | null;
  readonly stability: number | null;
  readonly sealed_name: string;
  readonly evaluated_on: string;
  readonly next_change_on: string;
  readonly rules_version: number;
}

/** A row of `smi_visit`. */
export interface VisitRow {
  readonly county: string;
  readonly follow_up_id: string;
  readonly version: number;
  readonly case_id: string;
  readonly org: string;
  readonly visited_on: string;
  readonly kind: SmiVisit['kind'];
  readonly complete: boolean;
  readonly form: number;
  readonly contacts: readonly number[];
  readonly in_hospital: boolean;
  readonly adherence: number | null;
  readonly stability: number | null;
  readonly minor_disturbance: number;
  readonly public_order: number;
  readonly crime: number;
  readonly rehabilitation: boolean;
  readonly due_on_before: string | null;
  readonly next_due_on: string | null;
}

/** Case and visits as indicators see them. `visits` must be in order of day, then id. */
export function toSubject(row: SubjectRow, visits: readonly VisitRow[]): SmiSubject {
  return {
    caseId: row.case_id,
    orgs: orgsOf(row.org_runs),
    diagnosisGroup: row.diagnosis_group,
    fileBuiltOn: row.file_built_on,
    status: row.status,
    consents: row.consents,
    article30: row.article30,
    nextDueOn: row.next_due_on,
    deathDate: row.death_date,
    lostOn: row.lost_on,
    closedOn: row.closed_on,
    inRehabilitation: row.in_rehabilitation,
    guardianshipGroup: row.guardianship_group,
    exams: row.exams,
    visits: visits.map(toVisit),
  };
}

function toVisit(row: VisitRow): SmiVisit {
  return {
    id: row.follow_up_id,
    visitedOn: row.visited_on,
    kind: row.kind,
    complete: row.complete,
    form: row.form,
    contacts: row.contacts,
    inHospital: row.in_hospital,
    adherence: row.adherence,
    stability: row.stability,
    minorDisturbance: row.minor_disturbance,
    publicOrder: row.public_order,
    crime: row.crime,
    rehabilitation: row.rehabilitation,
    dueOnBefore: row.due_on_before,
    nextDueOn: row.next_due_on,
  };
}

/** The order indicators expect: day, then id. */
export function inOrder(visits: readonly VisitRow[]): VisitRow[] {
  return [...visits].sort((a, b) =>
    a.visited_on === b.visited_on ? compare(a.follow_up_id, b.follow_up_id) : compare(a.visited_on, b.visited_on),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The units a case belonged to in time; neighbours of the same unit are one. */
function orgsOf(runs: readonly OrgRun[]): OrgSince[] {
  const found: OrgSince[] = [];
  for (const { org, from } of runs) if (found.at(-1)?.org !== org) found.push({ org, from });
  return found;
}

/** Adds what one version of a case says about its unit, in whatever order versions arrive. */
export function withRun(runs: readonly OrgRun[], version: number, org: string, from: string): OrgRun[] {
  if (runs.some((run) => run.first <= version && version <= run.last)) return [...runs];
  const sorted = [...runs, { first: version, last: version, org, from }].sort((a, b) => a.first - b.first);
  const joined: OrgRun[] = [];
  for (const run of sorted) {
    const before = joined.at(-1);
    if (before !== undefined && before.org === run.org && before.last + 1 === run.first) {
      joined[joined.length - 1] = { ...before, last: run.last };
    } else joined.push(run);
  }
  return joined;
}
