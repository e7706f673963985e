import { Injectable } from '@nestjs/common';
import type { MembershipRow } from '#domain';
import type { Tx } from '#persistence';
import type { SubjectRow, VisitRow } from './subject.row.js';

const SUBJECTS = 'select * from smi_subject where case_id = any($1::uuid[])';
// One JSON text a case: the driver's parsing of single rows and arrays would cost several times as much.
const VISITS = `select v.case_id, json_agg(v order by v.visited_on, v.follow_up_id) as visits
  from smi_visit v where v.case_id = any($1::uuid[]) group by v.case_id`;
const MEMBERSHIPS = `select case_id, json_agg(json_build_object('org', org, 'year', year, 'numerators', numerators,
    'denominators', denominators, 'dueMet', due_met, 'dueAll', due_all)) as memberships
  from smi_membership where case_id = any($1::uuid[]) group by case_id`;
const STORE_SUBJECTS = `
  insert into smi_subject select * from json_populate_recordset(null::smi_subject, $1::json)
  on conflict (case_id, county) do update set
    version = excluded.version, org = excluded.org, person_id = excluded.person_id, case_no = excluded.case_no,
    org_runs = excluded.org_runs, all_orgs = excluded.all_orgs, diagnosis_group = excluded.diagnosis_group,
    file_built_on = excluded.file_built_on, status = excluded.status, consents = excluded.consents,
    article30 = excluded.article30, next_due_on = excluded.next_due_on,
    death_date = excluded.death_date, lost_on = excluded.lost_on, closed_on = excluded.closed_on,
    in_rehabilitation = excluded.in_rehabilitation, guardianship_group = excluded.guardianship_group,
    exams = excluded.exams, risk_level = excluded.risk_level, stability = excluded.stability,
    sealed_name = excluded.sealed_name, evaluated_on = excluded.evaluated_on,
    next_change_on = excluded.next_change_on, rules_version = excluded.rules_version`;
const STORE_VISITS = `
  insert into smi_visit select * from json_populate_recordset(null::smi_visit, $1::json)
  on conflict (case_id, follow_up_id, county) do update set
    version = excluded.version, org = excluded.org, visited_on = excluded.visited_on,
    kind = excluded.kind, complete = excluded.complete, form = excluded.form, contacts = excluded.contacts,
    in_hospital = excluded.in_hospital, adherence = excluded.adherence, stability = excluded.stability,
    minor_disturbance = excluded.minor_disturbance, public_order = excluded.public_order, crime = excluded.crime,
    rehabilitation = excluded.rehabilitation, due_on_before = excluded.due_on_before,
    next_due_on = excluded.next_due_on
  where smi_visit.version < excluded.version`;
const STORE_MEMBERSHIPS = `
  insert into smi_membership select * from json_populate_recordset(null::smi_membership, $1::json)
  on conflict (case_id, org, year, county) do update set
    numerators = excluded.numerators, denominators = excluded.denominators,
    due_met = excluded.due_met, due_all = excluded.due_all`;
const MARK_EVALUATED = `
  update smi_subject s set evaluated_on = e.evaluated_on, next_change_on = e.next_change_on, rules_version = e.rules_version
  from json_populate_recordset(null::smi_subject, $1::json) e where s.county = e.county and s.case_id = e.case_id`;
/** Cases that have ever belonged to the area, in order of id. */
const PAGE_OF_AREA = `
  select s.* from smi_subject s
  where s.case_id > $1 and (s.org >= $2 and s.org < $3
    or cardinality(s.all_orgs) > 1 and exists (select from unnest(s.all_orgs) o where o >= $2 and o < $3))
  order by s.case_id limit $4`;
const DUE_FOR_CHANGE = `select case_id from smi_subject where next_change_on <= $1 limit $2`;
const OUTDATED = `select case_id from smi_subject where rules_version <> $1 limit $2`;

/** Before every id. */
export const FIRST_CASE = '00000000-0000-0000-0000-000000000000';

/** A case with its visits and the rows that say where it counts. */
export interface StoredSubject {
  readonly row: SubjectRow | undefined;
  readonly visits: readonly VisitRow[];
  readonly memberships: readonly MembershipRow[];
}

/** Cases, visits and memberships, always by whole batches. */
@Injectable()
export class SubjectRepository {
  /** What is stored of these cases; the three reads leave together. */
  async load(tx: Tx, caseIds: readonly string[]): Promise<Map<string, StoredSubject>> {
    const [rows, visits, memberships] = await Promise.all([
      tx.prepared<SubjectRow>(SUBJECTS, [caseIds]),
      this.visitsOf(tx, caseIds),
      tx.prepared<{ case_id: string; memberships: MembershipRow[] }>(MEMBERSHIPS, [caseIds]),
    ]);
    const byId = new Map(rows.map((row) => [row.case_id, row]));
    const membershipsById = new Map(memberships.map((found) => [found.case_id, found.memberships]));
    return new Map(
      caseIds.map((id) => [
        id,
        {
          row: byId.get(id),
          visits: visits.get(id) ?? [],
          memberships: membershipsById.get(id) ?? [],
        },
      ]),
    );
  }

  async visitsOf(tx: Pick<Tx, 'query'>, caseIds: readonly string[]): Promise<Map<string, VisitRow[]>> {
    const rows = await tx.query<{ case_id: string; visits: VisitRow[] }>(VISITS, [caseIds]);
    return new Map(rows.map((row) => [row.case_id, row.visits]));
  }

  async storeVisits(tx: Tx, visits: readonly VisitRow[]): Promise<void> {
    if (visits.length > 0) await tx.prepared(STORE_VISITS, [JSON.stringify(visits)]);
  }

  async storeSubjects(tx: Tx, rows: readonly SubjectRow[]): Promise<void> {
    if (rows.length > 0) await tx.prepared(STORE_SUBJECTS, [JSON.stringify(rows)]);
  }

  async markEvaluated(tx: Tx, rows: readonly SubjectRow[]): Promise<void> {
    const marks = rows.map(({ county, case_id, evaluated_on, next_change_on, rules_version }) => {
      return { county, case_id, evaluated_on, next_change_on, rules_version };
    });
    if (marks.length > 0) await tx.prepared(MARK_EVALUATED, [JSON.stringify(marks)]);
  }

  async storeMemberships(tx: Tx, rows: readonly (MembershipRow & { county: string; caseId: string })[]): Promise<void> {
    if (rows.length === 0) return;
    const records = rows.map((row) => ({
      county: row.county,
      org: row.org,
      year: row.year,
      case_id: row.caseId,
      numerators: row.numerators,
      denominators: row.denominators,
      due_met: row.dueMet,
      due_all: row.dueAll,
    }));
    await tx.prepared(STORE_MEMBERSHIPS, [JSON.stringify(records)]);
  }

  /** Cases that may have belonged to an area at some time, after `afterCase` in order of id. */
  pageOfArea(tx: Tx, area: string, afterCase: string, limit: number): Promise<SubjectRow[]> {
    return tx.query<SubjectRow>(PAGE_OF_AREA, [afterCase, area, beyond(area), limit]);
  }

  async dueForChange(tx: Tx, day: string, limit: number): Promise<string[]> {
    return (await tx.query<{ case_id: string }>(DUE_FOR_CHANGE, [day, limit])).map((row) => row.case_id);
  }

  async outdated(tx: Tx, rulesVersion: number, limit: number): Promise<string[]> {
    return (await tx.query<{ case_id: string }>(OUTDATED, [rulesVersion, limit])).map((row) => row.case_id);
  }
}

/** The smallest text behind every code with this prefix. */
export function beyond(prefix: string): string {
  return `${prefix}:`;
}
