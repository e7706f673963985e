import {
  CaseStepService,
  type CancelCaseRequest,
  type CloseActionRequest,
  type DischargeCaseRequest,
  type RevealCaseRequest,
  type TransferCaseRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ChangeStatusUseCase } from './change-status.use-case.js';
import { CloseActionUseCase } from './close-action.use-case.js';
import { RevealCaseUseCase } from './reveal-case.use-case.js';

@RpcController()
export class CaseStepHandler {
  constructor(
    private readonly closeAction: CloseActionUseCase,
    private readonly changeStatus: ChangeStatusUseCase,
    private readonly revealCase: RevealCaseUseCase,
  ) {}

  @RpcMethod(CaseStepService.method.closeAction, { permission: 'smi.case.write' })
  close(request: CloseActionRequest, call: RpcCall) {
    return this.closeAction.close(request, call);
  }

  @RpcMethod(CaseStepService.method.dischargeCase, { permission: 'smi.case.write' })
  discharge(request: DischargeCaseRequest, call: RpcCall) {
    return this.changeStatus.discharge(request, call);
  }

  @RpcMethod(CaseStepService.method.transferCase, { permission: 'smi.case.write' })
  transfer(request: TransferCaseRequest, call: RpcCall) {
    return this.changeStatus.transfer(request, call);
  }

  @RpcMethod(CaseStepService.method.cancelCase, { permission: 'smi.case.write' })
  cancel(request: CancelCaseRequest, call: RpcCall) {
    return this.changeStatus.cancel(request, call);
  }

  @RpcMethod(CaseStepService.method.revealCase, { permission: 'smi.case.reveal' })
  reveal(request: RevealCaseRequest, call: RpcCall) {
    return this.revealCase.reveal(request, call.context);
  }
}
