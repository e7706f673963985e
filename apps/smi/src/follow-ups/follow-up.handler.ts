import { FollowUpService, type PreviewFollowUpRequest, type RecordFollowUpRequest } from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { PreviewFollowUpUseCase } from './preview-follow-up.use-case.js';
import { RecordFollowUpUseCase } from './record-follow-up.use-case.js';

@RpcController()
export class FollowUpHandler {
  constructor(
    private readonly recordFollowUp: RecordFollowUpUseCase,
    private readonly previewFollowUp: PreviewFollowUpUseCase,
  ) {}

  @RpcMethod(FollowUpService.method.recordFollowUp, { permission: 'smi.follow_up.write' })
  record(request: RecordFollowUpRequest, call: RpcCall) {
    return this.recordFollowUp.record(request, call);
  }

  @RpcMethod(FollowUpService.method.previewFollowUp, { permission: 'smi.follow_up.write' })
  preview(request: PreviewFollowUpRequest, call: RpcCall) {
    return this.previewFollowUp.preview(request, call.context);
  }
}
