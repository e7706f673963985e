import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import { DomainError, type PreviewFollowUpRequest, type PreviewFollowUpResponseSchema } from '#contracts';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { CaseRepository } from '../cases/case.repository.js';
import { isUuid } from '../paging/uuid.js';
import { refusalOf } from '../rules/smi-rules.js';
import { computedOf, FollowUpRecorder, isAccepted } from './follow-up.recorder.js';
import { warningsOf } from './follow-up-warnings.js';
import { inputOrRefusal } from './record-follow-up.use-case.js';

/** The judgement of recording without the record: in a read-only transaction nothing can be stored. */
@Injectable()
export class PreviewFollowUpUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly recorder: FollowUpRecorder,
  ) {}

  async preview(
    request: PreviewFollowUpRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof PreviewFollowUpResponseSchema>> {
    const input = inputOrRefusal(request.input);
    if (!isUuid(request.caseId)) throw new DomainError('COMMON.NOT_FOUND');
    const row = await this.unitOfWork.readAudited(context, async (tx) => {
      const found = await this.cases.find(tx, request.caseId);
      if (found === undefined) throw new DomainError('COMMON.NOT_FOUND');
      assertInScope(context.caller, found.org);
      tx.audit({ action: 'follow_up.preview', subjectKind: 'case', subjectId: found.id, org: found.org });
      return found;
    });
    const assessment = this.recorder.assess(row, input);
    if (!isAccepted(assessment)) throw refusalOf(assessment.refusals);
    return { computed: computedOf(assessment.computed), warnings: warningsOf(assessment.warnings, context.locale) };
  }
}
