import { Inject, Injectable } from '@nestjs/common';
import { CaseChangedSchema, FollowUpRecordedSchema, type CaseChanged, type FollowUpRecorded } from '#contracts';
import { eventAs, EventProjector, NoticeBoard, type ReceivedEvent } from '#messaging';
import type { Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { subjectAfter, visitOf, type UnevaluatedSubject } from '../subjects/subject-event.mapper.js';
import { SubjectRepository, type StoredSubject } from '../subjects/subject.repository.js';
import { inOrder, type VisitRow } from '../subjects/subject.row.js';
import { ProjectionStateRepository } from './projection-state.repository.js';
import { SubjectEvaluator, type ChangedSubject } from './subject-evaluator.js';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Turns case files and visits into the counts of every area (architecture §6). */
@Injectable()
export class SmiProjector extends EventProjector {
  override readonly consumer = 'kpi__smi';
  override readonly events = [CaseChangedSchema, FollowUpRecordedSchema];

  constructor(
    private readonly state: ProjectionStateRepository,
    private readonly subjects: SubjectRepository,
    private readonly evaluator: SubjectEvaluator,
    private readonly notices: NoticeBoard,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>,
  ) {
    super();
  }

  override areasOf(event: ReceivedEvent): readonly string[] {
    const fact = factOf(event);
    return fact === undefined ? [] : [fact.org];
  }

  /** What has arrived here was committed by smi before: its tasks have changed as well. */
  override applied(events: readonly ReceivedEvent[]): void {
    const areas = new Set(events.flatMap((event) => this.areasOf(event)));
    this.notices.postAreas('figures.changed', areas);
    this.notices.postAreas('tasks.changed', areas);
  }

  override async applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void> {
    const caseIds = [...new Set(events.flatMap((event) => factOf(event)?.caseId ?? []))];
    if (caseIds.length === 0) return;
    const today = this.settings.clock.today();
    const state = await this.state.lock(tx, today);
    const stored = await this.subjects.load(tx, caseIds);
    const visits = newestVisits(events, stored);
    const changed = [...changedSubjects(events, stored, visits, today)];
    await Promise.all([
      this.subjects.storeVisits(tx, visits),
      this.evaluator.apply(tx, changed, state, today, 'facts'),
    ]);
  }
}

/** Either says which case it is about and which unit it belongs to. */
function factOf(event: ReceivedEvent): CaseChanged | FollowUpRecorded | undefined {
  return eventAs(event, CaseChangedSchema) ?? eventAs(event, FollowUpRecordedSchema);
}

/** The visits of the batch that are newer than what is stored, one each. */
function newestVisits(events: readonly ReceivedEvent[], stored: ReadonlyMap<string, StoredSubject>): VisitRow[] {
  const newest = new Map<string, VisitRow>();
  for (const event of events) {
    const recorded = eventAs(event, FollowUpRecordedSchema);
    if (recorded === undefined) continue;
    const known =
      newest.get(recorded.followUpId) ??
      stored.get(recorded.caseId)?.visits.find((visit) => visit.follow_up_id === recorded.followUpId);
    if (known === undefined || known.version < recorded.version) newest.set(recorded.followUpId, visitOf(recorded));
  }
  return [...newest.values()];
}

/** Cases as they are after the batch. A visit whose case is not known yet waits, stored, for the case. */
function* changedSubjects(
  events: readonly ReceivedEvent[],
  stored: ReadonlyMap<string, StoredSubject>,
  visits: readonly VisitRow[],
  today: string,
): Generator<ChangedSubject> {
  const newVisits = Map.groupBy(visits, (visit) => visit.case_id);
  const cases = casesAfter(events, stored, today);
  for (const [caseId, before] of stored) {
    const row = cases.get(caseId) ?? before.row;
    if (row !== undefined) yield { stored: before, row, visits: merged(before.visits, newVisits.get(caseId) ?? []) };
  }
}

function casesAfter(
  events: readonly ReceivedEvent[],
  stored: ReadonlyMap<string, StoredSubject>,
  today: string,
): Map<string, UnevaluatedSubject> {
  const cases = new Map<string, UnevaluatedSubject>();
  for (const event of events) {
    const change = eventAs(event, CaseChangedSchema) ?? eventAs(event, FollowUpRecordedSchema)?.caseAfter;
    if (change === undefined) continue;
    const before = cases.get(change.caseId) ?? stored.get(change.caseId)?.row;
    cases.set(change.caseId, subjectAfter(before, change, dayInChina(event.recordedAt, today)));
  }
  return cases;
}

function merged(stored: readonly VisitRow[], added: readonly VisitRow[]): readonly VisitRow[] {
  if (added.length === 0) return stored;
  const replaced = new Set(added.map((visit) => visit.follow_up_id));
  return inOrder([...stored.filter((visit) => !replaced.has(visit.follow_up_id)), ...added]);
}

/** The day an instant falls on in China, never later than today (a demonstration clock may stand still). */
function dayInChina(instant: string, today: string): string {
  const day = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  return day < today ? day : today;
}
