import {
  CorrectionService,
  type CorrectFollowUpRequest,
  type GetFollowUpRequest,
  type PreviewCorrectionRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { CorrectFollowUpUseCase } from './correct-follow-up.use-case.js';
import { GetFollowUpUseCase } from './get-follow-up.use-case.js';

@RpcController()
export class CorrectionHandler {
  constructor(
    private readonly getFollowUp: GetFollowUpUseCase,
    private readonly correctFollowUp: CorrectFollowUpUseCase,
  ) {}

  @RpcMethod(CorrectionService.method.getFollowUp, { permission: 'smi.case.read' })
  get(request: GetFollowUpRequest, call: RpcCall) {
    return this.getFollowUp.get(request, call.context);
  }

  @RpcMethod(CorrectionService.method.correctFollowUp, { permission: 'smi.follow_up.write' })
  correct(request: CorrectFollowUpRequest, call: RpcCall) {
    return this.correctFollowUp.correct(request, call);
  }

  @RpcMethod(CorrectionService.method.previewCorrection, { permission: 'smi.follow_up.write' })
  preview(request: PreviewCorrectionRequest, call: RpcCall) {
    return this.correctFollowUp.preview(request, call.context);
  }
}
