import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import { DomainError, type FollowUpInput } from '#contracts';
import type { SmiRefusal } from '#domain';
import type { AuditedTx } from '#persistence';
import { CaseRepository } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import type { FollowUpRow } from '../follow-ups/follow-up.row.js';
import { contentDigest } from '../follow-ups/follow-up.recorder.js';
import { isUuid } from '../paging/uuid.js';
import { refusalOf } from '../rules/smi-rules.js';
import { CaseHistory, isChanged, type JudgedRecord } from './case-history.js';
import { CaseHistoryRepository, type HistoryEntry } from './case-history.repository.js';

/** A case and its history, as far as the caller may see it. */
export interface OpenedCase {
  readonly row: CaseRow;
  readonly entries: readonly HistoryEntry[];
  /** The record asked for. */
  readonly record: FollowUpRow;
}

/** A correction that refused nothing. */
export interface JudgedCorrection {
  readonly row: CaseRow;
  readonly corrected: JudgedRecord;
  /** Later records of which the rules now say something else. */
  readonly reEvaluated: readonly JudgedRecord[];
  readonly after: CaseRow;
}

/** Recording and preview of a correction judge alike. */
@Injectable()
export class CorrectionJudge {
  constructor(
    private readonly cases: CaseRepository,
    private readonly history: CaseHistory,
    private readonly repository: CaseHistoryRepository,
  ) {}

  async open(tx: AuditedTx, caseId: string, followUpId: string, lock: boolean): Promise<OpenedCase> {
    if (!isUuid(caseId) || !isUuid(followUpId)) throw new DomainError('COMMON.NOT_FOUND');
    const row = await (lock ? this.cases.lock(tx, caseId) : this.cases.find(tx, caseId));
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    assertInScope(tx.caller, row.org);
    const entries = await this.repository.load(tx, caseId);
    const entry = entries.find((one) => one.what === 'record' && one.row.id === followUpId);
    if (entry?.what !== 'record') throw new DomainError('COMMON.NOT_FOUND');
    return { row, entries, record: entry.row };
  }

  judge(opened: OpenedCase, input: FollowUpInput): JudgedCorrection {
    const { row, entries, record } = opened;
    if (record.content_digest === `\\x${contentDigest(input)}`) {
      throw new DomainError('SMI.FOLLOW_UP.CORRECTION_CHANGES_NOTHING');
    }
    const { records, after, stopped } = this.history.tell(row, entries, { id: record.id, input });
    if (stopped !== null) throw stopped.at === record.id ? refusalOf(ofInput(stopped.refusals)) : breaksLater();
    const place = records.findIndex(({ stored }) => stored.id === record.id);
    const corrected = records[place];
    if (corrected === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return { row, corrected, reEvaluated: records.slice(place + 1).filter(isChanged), after };
  }

  /** The case before a record; absent for a history that cannot be told any more. */
  stateBefore({ row, entries, record }: OpenedCase): CaseRow | undefined {
    return this.history.tell(row, entries).records.find(({ stored }) => stored.id === record.id)?.before;
  }
}

const breaksLater = (): DomainError => new DomainError('SMI.FOLLOW_UP.CORRECTION_BREAKS_LATER');

/** The record lies one level deeper in the request. */
function ofInput(refusals: readonly SmiRefusal[]): SmiRefusal[] {
  return refusals.map((refusal) => ({ ...refusal, field: refusal.field === '' ? '' : `input.${refusal.field}` }));
}
