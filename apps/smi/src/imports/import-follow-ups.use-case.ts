import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import {
  ImportFollowUpsResponseSchema,
  type FollowUpInput,
  type ImportFollowUpRow,
  type ImportFollowUpsRequest,
  type ImportFollowUpsResponse,
} from '#contracts';
import { followUpKind, isIsoDate, isRegistered } from '#domain';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork, type Tx, type WriteTx } from '#persistence';
import { emitCaseChanged } from '../cases/case-events.js';
import { CaseRepository, stateOf } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import {
  contentDigest,
  emitFollowUpRecorded,
  FollowUpRecorder,
  isAccepted,
  type RecordedFollowUp,
} from '../follow-ups/follow-up.recorder.js';
import { FollowUpRepository } from '../follow-ups/follow-up.repository.js';
import { isUuid } from '../paging/uuid.js';
import {
  acceptedRow,
  countsOf,
  isPreview,
  outcomesOf,
  rejectedRow,
  skippedRow,
  type RowVerdict,
} from './import-outcome.js';

const CODEC = messageCodec(ImportFollowUpsResponseSchema);
const KIND_ORDER = ['attempt', 'visit', 'loss', 'death'];

interface OwnedRow {
  readonly row: number;
  readonly input: FollowUpInput;
  readonly kind: string;
}

interface Judgement {
  readonly verdicts: RowVerdict[];
  readonly recorded: RecordedFollowUp[];
  /** Cases that changed, in their last state. */
  readonly changed: Map<string, CaseRow>;
}

/**
 * A batch of visits from a file. Each row is judged as a visit entered by hand, case by case in the order of the days; a
 * record that is there already with the same content is skipped, with other content refused.
 */
@Injectable()
export class ImportFollowUpsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly followUps: FollowUpRepository,
    private readonly recorder: FollowUpRecorder,
  ) {}

  async import(request: ImportFollowUpsRequest, call: RpcCall): Promise<ImportFollowUpsResponse> {
    const { locale, caller } = call.context;
    if (isPreview(request.mode, request.rows)) {
      const judged = await this.unitOfWork.read(caller, (tx) => this.judge(tx, request.rows, false));
      return create(ImportFollowUpsResponseSchema, { outcomes: outcomesOf(judged.verdicts, locale) });
    }
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const judged = await this.judge(tx, request.rows, true);
        await this.store(tx, judged, request.jobId);
        return create(ImportFollowUpsResponseSchema, { outcomes: outcomesOf(judged.verdicts, locale) });
      },
      CODEC,
    );
  }

  private async judge(tx: Tx, rows: readonly ImportFollowUpRow[], lock: boolean): Promise<Judgement> {
    const personIds = rows.flatMap((row) => (row.personId !== undefined && isUuid(row.personId) ? [row.personId] : []));
    const caseNos = rows.flatMap((row) => (row.caseNo === undefined ? [] : [row.caseNo]));
    const found = await this.cases.findMany(tx, caseNos, personIds, lock);
    const judgement: Judgement = { verdicts: [], recorded: [], changed: new Map() };
    const owned = ownedRows(rows, found, judgement.verdicts);
    const seen = await this.existingDigests(tx, owned);
    for (const row of found) this.judgeCase(row, owned.get(row.id) ?? [], seen, tx.caller.id, judgement);
    return judgement;
  }

  private async existingDigests(tx: Tx, owned: ReadonlyMap<string, readonly OwnedRow[]>): Promise<Map<string, string>> {
    const wanted = [...owned].flatMap(([id, rows]) => rows.map(({ input }) => ({ id, day: input.visitedOn })));
    const dated = wanted.filter(({ day }) => isIsoDate(day));
    const existing = await this.followUps.existing(
      tx,
      dated.map(({ id }) => id),
      dated.map(({ day }) => day),
    );
    return new Map(existing.map((record) => [keyOf(record.case_id, record.visited_on, record.kind), record.digest]));
  }

  private judgeCase(
    row: CaseRow,
    rows: readonly OwnedRow[],
    seen: Map<string, string>,
    actor: string,
    judgement: Judgement,
  ): void {
    let current = row;
    for (const { row: number, input, kind } of inOrder(rows)) {
      const key = keyOf(row.id, input.visitedOn, kind);
      const digest = contentDigest(input);
      const before = seen.get(key);
      if (before !== undefined) {
        const differs = { field: 'visitedOn', code: 'SMI.IMPORT.DIFFERS' } as const;
        judgement.verdicts.push(before === digest ? skippedRow(number) : rejectedRow(number, differs));
        continue;
      }
      const assessment = this.recorder.assess(current, input);
      if (!isAccepted(assessment)) {
        judgement.verdicts.push(rejectedRow(number, ...assessment.refusals));
        continue;
      }
      const recorded = this.recorder.build(current, input, assessment, actor);
      seen.set(key, digest);
      current = recorded.caseAfter;
      judgement.recorded.push(recorded);
      judgement.changed.set(row.id, current);
      judgement.verdicts.push(acceptedRow(number));
    }
  }

  private async store(tx: WriteTx, { recorded, changed, verdicts }: Judgement, jobId: string): Promise<void> {
    tx.audit({ action: 'follow_up.import', subjectKind: 'import', subjectId: jobId, details: countsOf(verdicts) });
    const at = recorded[0]?.record.recorded_at;
    if (at === undefined) return;
    await this.followUps.storeMany(
      tx,
      recorded.map(({ record }) => record),
      [...changed.values()].map((row) => stateOf(row, at)),
    );
    for (const { record } of recorded) emitFollowUpRecorded(tx, record);
    for (const row of changed.values()) emitCaseChanged(tx, row);
  }
}

const keyOf = (caseId: string, day: string, kind: string): string => `${caseId} ${day} ${kind}`;

/** Rows by case; those without one get their verdict here. */
function ownedRows(
  rows: readonly ImportFollowUpRow[],
  found: readonly CaseRow[],
  verdicts: RowVerdict[],
): Map<string, OwnedRow[]> {
  const byNumber = new Map(found.map((row) => [row.case_no, row.id]));
  const byPerson = new Map<string, CaseRow>();
  for (const row of found) {
    const other = byPerson.get(row.person_id);
    if (other === undefined || !isRegistered(other.status)) byPerson.set(row.person_id, row);
  }
  const owned = new Map<string, OwnedRow[]>();
  for (const { row, caseNo, personId, input } of rows) {
    const caseId = caseNo === undefined ? byPerson.get(personId ?? '')?.id : byNumber.get(caseNo);
    if (input === undefined) {
      verdicts.push(rejectedRow(row, { field: 'visitedOn', code: 'FIELD.REQUIRED' }));
    } else if (caseId === undefined) {
      const field = caseNo === undefined ? 'idNumber' : 'caseNo';
      verdicts.push(rejectedRow(row, { field, code: 'SMI.IMPORT.CASE_UNKNOWN' }));
    } else {
      owned.set(caseId, [...(owned.get(caseId) ?? []), { row, input, kind: followUpKind(input) }]);
    }
  }
  return owned;
}

/** By day; on one day an attempt comes before the visit that made it good. */
function inOrder(rows: readonly OwnedRow[]): OwnedRow[] {
  const rank = (row: OwnedRow) => KIND_ORDER.indexOf(row.kind);
  return [...rows].sort((a, b) => compare(a.input.visitedOn, b.input.visitedOn) || rank(a) - rank(b) || a.row - b.row);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
