import {
  CaseService,
  FollowUpService,
  type ImportCasesRequest,
  type ImportFollowUpsRequest,
  type ResolveCasesRequest,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ImportCasesUseCase } from './import-cases.use-case.js';
import { ImportFollowUpsUseCase } from './import-follow-ups.use-case.js';
import { ResolveCasesUseCase } from './resolve-cases.use-case.js';

/** Batches of an import job; the registry reads the file and asks for the batches. */
@RpcController()
export class ImportHandler {
  constructor(
    private readonly importCases: ImportCasesUseCase,
    private readonly importFollowUps: ImportFollowUpsUseCase,
    private readonly resolveCases: ResolveCasesUseCase,
  ) {}

  @RpcMethod(CaseService.method.importCases, { permission: 'registry.import.run' })
  cases(request: ImportCasesRequest, call: RpcCall) {
    return this.importCases.import(request, call);
  }

  @RpcMethod(FollowUpService.method.importFollowUps, { permission: 'registry.import.run' })
  followUps(request: ImportFollowUpsRequest, call: RpcCall) {
    return this.importFollowUps.import(request, call);
  }

  @RpcMethod(CaseService.method.resolveCases, { permission: 'registry.import.run' })
  resolve(request: ResolveCasesRequest, call: RpcCall) {
    return this.resolveCases.resolve(request, call.context);
  }
}
