import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { FollowUpDetailSchema, toRestJson, type FollowUpVersionSchema } from '#contracts';
import type { Tx } from '#persistence';
import { given, ruleStateOf } from '../cases/case-view.mapper.js';
import type { FollowUpRow } from '../follow-ups/follow-up.row.js';
import { CaseHistoryRepository, type CorrectionRow } from './case-history.repository.js';
import { CorrectionJudge, type OpenedCase } from './correction.judge.js';

/** One record whole: as it was sent, what was computed, and every version it has had. */
@Injectable()
export class FollowUpDetails {
  constructor(
    private readonly judge: CorrectionJudge,
    private readonly repository: CaseHistoryRepository,
  ) {}

  async of(tx: Tx, opened: OpenedCase): Promise<MessageInitShape<typeof FollowUpDetailSchema>> {
    const { record, entries } = opened;
    const corrections = await this.repository.corrections(tx, record.id);
    const before = this.judge.stateBefore(opened);
    const lastRecord = entries.findLast((entry) => entry.what === 'record');
    return {
      id: record.id,
      version: record.version,
      caseId: record.case_id,
      kind: record.kind,
      complete: record.complete,
      recordedAt: instantOf(record.recorded_at),
      actor: record.recorded_by,
      input: this.repository.inputOf(record),
      computed: storedComputed(record),
      versions: this.versionsOf(record, corrections),
      ...(before === undefined ? {} : { ruleState: ruleStateOf(before) }),
      latest: lastRecord?.row.id === record.id,
    };
  }

  /** The same for the answer to a stale correction. */
  async asJson(tx: Tx, opened: OpenedCase) {
    return toRestJson(FollowUpDetailSchema, create(FollowUpDetailSchema, await this.of(tx, opened)));
  }

  /** The newest first. A version's content is what the next one replaced, or what is stored. */
  private versionsOf(
    record: FollowUpRow,
    corrections: readonly CorrectionRow[],
  ): MessageInitShape<typeof FollowUpVersionSchema>[] {
    const contents = [...corrections.map(({ before }) => before), record];
    const versions = contents.map((content, i) => {
      const made = i === 0 ? undefined : corrections[i - 1];
      return {
        version: i + 1,
        recordedAt: instantOf(made?.recorded_at ?? record.recorded_at),
        actor: made?.recorded_by ?? record.recorded_by,
        cause: made?.cause ?? 'recorded',
        ...given({ reason: made === undefined ? null : this.repository.reasonOf(made) }),
        input: this.repository.inputOf(content),
        computed: storedComputed(content),
      };
    });
    return versions.reverse();
  }
}

function storedComputed({ stability, next_due_on, rules, actions, checks }: FollowUpRow) {
  return {
    ...given({ stability, nextDueOn: next_due_on }),
    rules,
    actions,
    checks: checks.map((check) => ({ kind: check.kind, dueOn: check.due_on })),
  };
}

const instantOf = (instant: string): string => new Date(instant).toISOString();
