import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import {
  CorrectFollowUpResponseSchema,
  DomainError,
  type CorrectFollowUpRequest,
  type CorrectFollowUpResponse,
  type FieldProblem,
  type FollowUpInput,
  type PreviewCorrectionRequest,
  type PreviewCorrectionResponseSchema,
} from '#contracts';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { RpcCall } from '#messaging';
import type { CallContext } from '#observability';
import { messageCodec, UnitOfWork, type WriteTx } from '#persistence';
import { emitCaseChanged } from '../cases/case-events.js';
import { CaseRepository } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import { given } from '../cases/case-view.mapper.js';
import { computedOf, emitFollowUpRecorded } from '../follow-ups/follow-up.recorder.js';
import type { FollowUpRow } from '../follow-ups/follow-up.row.js';
import { warningsOf } from '../follow-ups/follow-up-warnings.js';
import { asRefusal, inputOrRefusal } from '../follow-ups/record-follow-up.use-case.js';
import { SmiRules } from '../rules/smi-rules.js';
import type { JudgedRecord } from './case-history.js';
import { CaseHistoryRepository, type CorrectionRow } from './case-history.repository.js';
import { CorrectionJudge, type JudgedCorrection, type OpenedCase } from './correction.judge.js';
import { FollowUpDetails } from './follow-up-details.js';

const CODEC = messageCodec(CorrectFollowUpResponseSchema);
const REASON_LENGTH = 200;

/**
 * Corrects a record: the old version is kept with the reason, the new one is judged at its place, and what came later is computed
 * anew. Each record that changed and the case are told once more, with their next version, so that figures follow exactly once.
 */
@Injectable()
export class CorrectFollowUpUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judge: CorrectionJudge,
    private readonly repository: CaseHistoryRepository,
    private readonly cases: CaseRepository,
    private readonly details: FollowUpDetails,
    private readonly rules: SmiRules,
  ) {}

  async correct(request: CorrectFollowUpRequest, call: RpcCall): Promise<CorrectFollowUpResponse> {
    const input = inputOrRefusal(request.input);
    const reason = reasonOrRefusal(request.reason);
    try {
      return await this.unitOfWork.write(call, (tx) => this.write(tx, request, { input, reason }, call), CODEC);
    } catch (error) {
      throw asRefusal(error, 'input.visitedOn');
    }
  }

  async preview(
    { caseId, followUpId, input: sent }: PreviewCorrectionRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof PreviewCorrectionResponseSchema>> {
    const input = inputOrRefusal(sent);
    const judged = await this.unitOfWork.readAudited(context, async (tx) => {
      const opened = await this.judge.open(tx, caseId, followUpId, false);
      tx.audit({ ...about(opened.row), action: 'follow_up.correction_preview', details: { followUpId } });
      return this.judge.judge(opened, input);
    });
    return answerOf(judged, context);
  }

  private async write(
    tx: WriteTx,
    { caseId, followUpId, expectedVersion }: CorrectFollowUpRequest,
    { input, reason }: { readonly input: FollowUpInput; readonly reason: string },
    call: RpcCall,
  ): Promise<CorrectFollowUpResponse> {
    const opened = await this.judge.open(tx, caseId, followUpId, true);
    if (opened.record.version !== expectedVersion) throw await this.stale(tx, opened);
    const judged = this.judge.judge(opened, input);
    const at = this.rules.now();
    const records = [judged.corrected, ...judged.reEvaluated].map(next);
    const made = { recorded_at: at, recorded_by: tx.caller.id };
    await this.repository.replace(tx, records, [
      { ...replacedBy(judged.corrected), ...made, cause: 'correction', reason: this.sealed(judged.corrected, reason) },
      ...judged.reEvaluated.map((record) => ({ ...replacedBy(record), ...made, cause: 're_evaluation' as const })),
    ]);
    await this.cases.update(tx, judged.after, at);
    for (const record of records) emitFollowUpRecorded(tx, record);
    emitCaseChanged(tx, judged.after);
    const details = { followUpId, version: expectedVersion + 1, reEvaluated: judged.reEvaluated.length };
    tx.audit({ ...about(opened.row), action: 'follow_up.correct', details });
    const head = { id: followUpId, version: expectedVersion + 1, caseId };
    return create(CorrectFollowUpResponseSchema, { ...head, ...answerOf(judged, call.context) });
  }

  private sealed({ stored }: JudgedRecord, reason: string): string | null {
    return this.repository.sealReason(reason, stored.id, stored.version + 1);
  }

  private async stale(tx: WriteTx, opened: OpenedCase): Promise<DomainError> {
    return new DomainError('COMMON.VERSION_STALE', { context: await this.details.asJson(tx, opened) });
  }
}

const next = ({ judged }: JudgedRecord): FollowUpRow => ({ ...judged, version: judged.version + 1 });

function replacedBy({ stored }: JudgedRecord): Omit<CorrectionRow, 'cause' | 'recorded_at' | 'recorded_by'> {
  const { id, county, case_id, org } = stored;
  return { follow_up_id: id, county, version: stored.version + 1, case_id, org, reason: null, before: stored };
}

const about = (row: CaseRow) => ({ subjectKind: 'case', subjectId: row.id, org: row.org });

function reasonOrRefusal(reason: string): string {
  const errors: FieldProblem[] = [];
  if (reason.trim() === '') errors.push({ field: 'reason', code: 'FIELD.REQUIRED' });
  if (reason.length > REASON_LENGTH) errors.push({ field: 'reason', code: 'FIELD.TOO_LONG' });
  if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
  return reason.trim();
}

function answerOf({ corrected, reEvaluated, after }: JudgedCorrection, context: CallContext) {
  return {
    computed: computedOf(corrected.assessment.computed),
    warnings: warningsOf(corrected.assessment.warnings, context.locale),
    case: {
      status: after.status,
      ...given({ stability: after.stability, riskLevel: after.risk_level, nextDueOn: after.next_due_on }),
      version: after.version,
    },
    reEvaluated: reEvaluated.map(({ stored }) => stored.id),
  };
}
