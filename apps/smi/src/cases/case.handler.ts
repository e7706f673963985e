import {
  CaseService,
  type GetCaseRequest,
  type GetTimelineRequest,
  type ListCasesRequest,
  type RecordConsentRequest,
  type RecordExamRequest,
  type RegisterCaseRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { GetCaseUseCase } from './get-case.use-case.js';
import { GetTimelineUseCase } from './get-timeline.use-case.js';
import { ListCasesUseCase } from './list-cases.use-case.js';
import { RecordConsentUseCase } from './record-consent.use-case.js';
import { RecordExamUseCase } from './record-exam.use-case.js';
import { RegisterCaseUseCase } from './register-case.use-case.js';

/** Answers what concerns one case or a list of them. */
@RpcController()
export class CaseHandler {
  constructor(
    private readonly registerCase: RegisterCaseUseCase,
    private readonly getCase: GetCaseUseCase,
    private readonly listCases: ListCasesUseCase,
    private readonly getTimeline: GetTimelineUseCase,
    private readonly recordConsent: RecordConsentUseCase,
    private readonly recordExam: RecordExamUseCase,
  ) {}

  @RpcMethod(CaseService.method.registerCase, { permission: 'smi.case.write' })
  register(request: RegisterCaseRequest, call: RpcCall) {
    return this.registerCase.register(request, call);
  }

  @RpcMethod(CaseService.method.getCase, { permission: 'smi.case.read' })
  async get(request: GetCaseRequest, call: RpcCall) {
    return { case: await this.getCase.get(request.id, call.context) };
  }

  @RpcMethod(CaseService.method.listCases, { permission: 'smi.case.read' })
  list(request: ListCasesRequest, call: RpcCall) {
    return this.listCases.list(request, call.context);
  }

  @RpcMethod(CaseService.method.getTimeline, { permission: 'smi.case.read' })
  timeline(request: GetTimelineRequest, call: RpcCall) {
    return this.getTimeline.read(request, call.context);
  }

  @RpcMethod(CaseService.method.recordConsent, { permission: 'smi.case.write' })
  consent(request: RecordConsentRequest, call: RpcCall) {
    return this.recordConsent.record(request, call);
  }

  @RpcMethod(CaseService.method.recordExam, { permission: 'smi.case.write' })
  exam(request: RecordExamRequest, call: RpcCall) {
    return this.recordExam.record(request, call);
  }
}
