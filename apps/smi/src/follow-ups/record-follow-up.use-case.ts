import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import {
  DomainError,
  RecordFollowUpResponseSchema,
  type FollowUpInput,
  type RecordFollowUpRequest,
  type RecordFollowUpResponse,
} from '#contracts';
import type { RpcCall } from '#messaging';
import { messageCodec, UniqueViolation, UnitOfWork, type WriteTx } from '#persistence';
import { CaseRepository, stateOf } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import { given } from '../cases/case-view.mapper.js';
import { isUuid } from '../paging/uuid.js';
import { refusalOf } from '../rules/smi-rules.js';
import {
  computedOf,
  emitFollowUpRecorded,
  FollowUpRecorder,
  isAccepted,
  type AcceptedAssessment,
  type RecordedFollowUp,
} from './follow-up.recorder.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { warningsOf } from './follow-up-warnings.js';

const CODEC = messageCodec(RecordFollowUpResponseSchema);

/** Records a visit, attempt, loss or death: one read under lock, one statement that writes, then the commit, shared under load. */
@Injectable()
export class RecordFollowUpUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly followUps: FollowUpRepository,
    private readonly recorder: FollowUpRecorder,
  ) {}

  async record(request: RecordFollowUpRequest, call: RpcCall): Promise<RecordFollowUpResponse> {
    const input = inputOrRefusal(request.input);
    if (!isUuid(request.caseId)) throw new DomainError('COMMON.NOT_FOUND');
    try {
      return await this.unitOfWork.writeShared(
        call,
        request.caseId,
        (tx) => this.write(tx, request.caseId, input, call),
        CODEC,
      );
    } catch (error) {
      throw asRefusal(error);
    }
  }

  private async write(
    tx: WriteTx,
    caseId: string,
    input: FollowUpInput,
    call: RpcCall,
  ): Promise<RecordFollowUpResponse> {
    const row = await this.cases.lock(tx, caseId);
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    assertInScope(tx.caller, row.org);
    const assessment = this.recorder.assess(row, input);
    if (!isAccepted(assessment)) {
      tx.audit({ ...about(row), action: 'follow_up.record', outcome: 'refused', details: refusedBy(assessment) });
      throw refusalOf(assessment.refusals);
    }
    const recorded = this.recorder.build(row, input, assessment, tx.caller.id);
    this.followUps.storeOne(tx, recorded.record, stateOf(recorded.caseAfter, recorded.record.recorded_at));
    emitFollowUpRecorded(tx, recorded.record, recorded.caseAfter);
    tx.audit({ ...about(row), action: 'follow_up.record', details: { followUpId: recorded.record.id } });
    return answerOf(recorded, assessment, warningsOf(assessment.warnings, call.context.locale));
  }
}

/** The form of the request; a request without one is refused by name. */
export function inputOrRefusal(input: FollowUpInput | undefined): FollowUpInput {
  if (input !== undefined) return input;
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'input', code: 'FIELD.REQUIRED' }] });
}

const about = (row: CaseRow) => ({ subjectKind: 'case', subjectId: row.id, org: row.org });

const refusedBy = (assessment: { refusals: readonly { code: string }[] }) => ({
  codes: assessment.refusals.map((refusal) => refusal.code),
});

function answerOf(
  { record, caseAfter }: RecordedFollowUp,
  { computed }: AcceptedAssessment,
  warnings: ReturnType<typeof warningsOf>,
): RecordFollowUpResponse {
  return create(RecordFollowUpResponseSchema, {
    id: record.id,
    version: record.version,
    caseId: record.case_id,
    computed: computedOf(computed),
    case: {
      status: caseAfter.status,
      ...given({ stability: caseAfter.stability, riskLevel: caseAfter.risk_level, nextDueOn: caseAfter.next_due_on }),
      version: caseAfter.version,
    },
    warnings,
  });
}

/** Two records of one case and day: the second says nothing new. */
export function asRefusal(error: unknown, field = 'visitedOn'): unknown {
  if (error instanceof UniqueViolation && error.constraint === 'follow_up_case_day') {
    return refusalOf([{ field, code: 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS', rule: '3.3' }]);
  }
  return error;
}
