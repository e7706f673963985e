import { Injectable } from '@nestjs/common';
import {
  changedFrom,
  foldMembership,
  membershipDeltas,
  monthOrdinal,
  nextChangeOn,
  SMI_RULES_VERSION,
  type MembershipRow,
  type MonthDelta,
} from '#domain';
import type { Tx } from '#persistence';
import type { UnevaluatedSubject } from '../subjects/subject-event.mapper.js';
import { SubjectRepository, type StoredSubject } from '../subjects/subject.repository.js';
import { toSubject, type SubjectRow, type VisitRow } from '../subjects/subject.row.js';
import { CellDeltas, partOf } from './cell-deltas.js';
import { CellRepository } from './cell.repository.js';
import type { ProjectionState } from './projection-state.repository.js';

/** A case to be evaluated: what was stored, and what it is now. */
export interface ChangedSubject {
  readonly stored: StoredSubject;
  readonly row: UnevaluatedSubject;
  /** In order of day, then id. */
  readonly visits: readonly VisitRow[];
}

interface Evaluation {
  readonly row: SubjectRow;
  readonly memberships: readonly MembershipRow[];
  readonly deltas: readonly MonthDelta[];
}

/** Brings memberships and cells in line with changed cases, by difference. The caller holds the projection lock. */
@Injectable()
export class SubjectEvaluator {
  constructor(
    private readonly subjects: SubjectRepository,
    private readonly cells: CellRepository,
  ) {}

  /** Evaluates for `today` and stores everything but visits, in a handful of statements. */
  async apply(
    tx: Tx,
    changed: readonly ChangedSubject[],
    state: ProjectionState,
    today: string,
    store: 'facts' | 'evaluation',
  ): Promise<void> {
    const done = changed.map((subject) => evaluate(subject, state, today));
    const rows = done.map((evaluation) => evaluation.row);
    const memberships = done.flatMap(({ row, memberships: found }) =>
      found.map((membership) => ({ ...membership, county: row.county, caseId: row.case_id })),
    );
    const deltas = done.flatMap((evaluation) => evaluation.deltas);
    const classes = await this.cells.classesOf(tx, [...new Set(deltas.map((delta) => delta.org))]);
    const cells = new CellDeltas();
    for (const delta of deltas) cells.add(delta, partOf(classes.get(delta.org)));
    await Promise.all([
      store === 'facts' ? this.subjects.storeSubjects(tx, rows) : this.subjects.markEvaluated(tx, rows),
      this.subjects.storeMemberships(tx, memberships),
      this.cells.add(tx, cells.rows()),
    ]);
  }
}

function evaluate({ stored, row, visits }: ChangedSubject, state: ProjectionState, today: string): Evaluation {
  const after = toSubject(row as SubjectRow, visits);
  const evaluated = {
    ...row,
    evaluated_on: today,
    next_change_on: nextChangeOn(after, today),
    rules_version: SMI_RULES_VERSION,
  };
  const from = firstMonthToEvaluate(stored, after, today);
  if (from === undefined) return { row: evaluated, memberships: [], deltas: [] };
  const month = Math.max(from, state.firstYear * 12);
  const folded = foldMembership(stored.memberships, after, month, today);
  const memberships = folded.filter((membership) => !stored.memberships.some((old) => sameRow(old, membership)));
  return { row: evaluated, memberships, deltas: membershipDeltas(stored.memberships, folded) };
}

/** Months before it stand as they are; `undefined` when all do. */
function firstMonthToEvaluate(
  stored: StoredSubject,
  after: ReturnType<typeof toSubject>,
  today: string,
): number | undefined {
  const { row } = stored;
  if (row === undefined || row.rules_version !== SMI_RULES_VERSION) return 0;
  const changed = changedFrom(toSubject(row, stored.visits), after);
  // The day itself has moved, forwards or (a demonstration clock) backwards.
  const moved = row.evaluated_on === today ? undefined : row.evaluated_on < today ? row.evaluated_on : today;
  const days = [changed, moved].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : Math.min(...days.map((day) => monthOrdinal(day)));
}

function sameRow(a: MembershipRow, b: MembershipRow): boolean {
  return a.org === b.org && a.year === b.year && JSON.stringify(values(a)) === JSON.stringify(values(b));
}

function values(row: MembershipRow): unknown[] {
  return [row.numerators, row.denominators, row.dueMet, row.dueAll];
}
