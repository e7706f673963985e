import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import type { GetFollowUpRequest, GetFollowUpResponseSchema } from '#contracts';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { CorrectionJudge } from './correction.judge.js';
import { FollowUpDetails } from './follow-up-details.js';

/** One record with its versions; the reading is on record before the answer leaves. */
@Injectable()
export class GetFollowUpUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judge: CorrectionJudge,
    private readonly details: FollowUpDetails,
  ) {}

  async get(
    { caseId, followUpId }: GetFollowUpRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof GetFollowUpResponseSchema>> {
    return this.unitOfWork.readAudited(context, async (tx) => {
      const opened = await this.judge.open(tx, caseId, followUpId, false);
      const { id, org } = opened.row;
      tx.audit({ action: 'follow_up.read', subjectKind: 'case', subjectId: id, org, details: { followUpId } });
      return { followUp: await this.details.of(tx, opened) };
    });
  }
}
