import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { CloseActionResponseSchema, type CloseActionRequest, type CloseActionResponse } from '#contracts';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork } from '#persistence';
import { afterClosing } from '../cases/case-transitions.js';
import { refusalOf } from '../rules/smi-rules.js';
import { checkTexts, CaseStepRecorder } from './case-step.recorder.js';
import { answerOf } from './case-step.row.js';

const CODEC = messageCodec(CloseActionResponseSchema);

/** A mandatory action or a dated check was done, or handed over. */
@Injectable()
export class CloseActionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: CaseStepRecorder,
  ) {}

  async close(request: CloseActionRequest, call: RpcCall): Promise<CloseActionResponse> {
    const { action, closedOn, outcome, handedTo, note, article30 } = request;
    const texts = { handedTo, note };
    const refusals = checkTexts(texts);
    if (refusals.length > 0) throw refusalOf(refusals);
    const step = { kind: 'action', on: closedOn, details: { action, outcome, ...answerOf(article30) }, texts } as const;
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const closing = { action, closedOn, outcome, handedTo, article30 };
        const judge = (row: Parameters<typeof afterClosing>[0]) => afterClosing(row, closing, this.recorder.rules);
        return create(CloseActionResponseSchema, { case: await this.recorder.record(tx, request.caseId, step, judge) });
      },
      CODEC,
    );
  }
}
