import type { CaseChanged, FollowUpRecorded } from '#contracts';
import { countyOf, type SmiCaseFacts } from '#domain';
import { withRun, type SubjectRow, type VisitRow } from './subject.row.js';

const IN_HOSPITAL = 1;
const VISIT_KINDS: ReadonlySet<string> = new Set(['visit', 'attempt', 'loss', 'death']);

/** What the evaluation fills in afterwards. */
export type UnevaluatedSubject = Omit<SubjectRow, 'evaluated_on' | 'next_change_on' | 'rules_version'>;

/**
 * The stored case after an event: the newest version's facts, and what this version says about the unit even when it is
 * an old one. `changedOn` is the day the event was recorded on, the day a move takes effect.
 */
export function subjectAfter(
  stored: UnevaluatedSubject | undefined,
  event: CaseChanged,
  changedOn: string,
): UnevaluatedSubject {
  const runs = withRun(stored?.org_runs ?? [], event.version, event.org, changedOn);
  const known = stored?.consents ?? [];
  const isOld = stored !== undefined && stored.version >= event.version;
  const facts = isOld ? stored : { ...factsOf(event), consents: consentsAfter(known, event) };
  return {
    ...facts,
    county: stored?.county ?? countyOf(event.org),
    org_runs: runs,
    all_orgs: [...new Set(runs.map((run) => run.org))],
  };
}

/** The decisions so far; the same one signed again changes nothing. */
function consentsAfter(known: SmiCaseFacts['consents'], event: CaseChanged): SmiCaseFacts['consents'] {
  const { consentDecision: decision, consentOn: from } = event;
  if (decision === undefined || from === undefined || known.at(-1)?.decision === decision) return known;
  return [...known, { decision, from }];
}

function factsOf(event: CaseChanged): Omit<UnevaluatedSubject, 'org_runs' | 'all_orgs' | 'county' | 'consents'> {
  return {
    case_id: event.caseId,
    version: event.version,
    org: event.org,
    person_id: event.personId,
    case_no: event.caseNo,
    diagnosis_group: event.diagnosisGroup,
    file_built_on: event.fileBuiltOn,
    status: event.status,
    article30: event.article30,
    next_due_on: event.nextDueOn ?? null,
    death_date: event.deathDate ?? null,
    lost_on: event.lostOn ?? null,
    closed_on: event.closedOn ?? null,
    in_rehabilitation: event.inRehabilitation,
    guardianship_group: event.guardianshipGroup,
    exams: [...event.exams].sort(),
    risk_level: event.riskLevel ?? null,
    stability: event.stability ?? null,
    sealed_name: event.sealedName,
  };
}

/** The visit as it is stored. */
export function visitOf(event: FollowUpRecorded): VisitRow {
  if (!VISIT_KINDS.has(event.kind)) throw new Error(`a follow-up of unknown kind ${event.kind}`);
  return {
    county: countyOf(event.org),
    follow_up_id: event.followUpId,
    version: event.version,
    case_id: event.caseId,
    org: event.org,
    visited_on: event.visitedOn,
    kind: event.kind as VisitRow['kind'],
    complete: event.complete,
    form: event.form,
    contacts: event.contacts,
    in_hospital: event.hospitalisation === IN_HOSPITAL,
    adherence: event.adherence ?? null,
    stability: event.stability ?? null,
    minor_disturbance: event.minorDisturbance ?? 0,
    public_order: event.publicOrder ?? 0,
    crime: event.crime ?? 0,
    rehabilitation: event.rehabilitation.length > 0,
    due_on_before: event.dueOnBefore ?? null,
    next_due_on: event.nextDueOn ?? null,
  };
}
