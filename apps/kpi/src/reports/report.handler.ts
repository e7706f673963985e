import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  ReportService,
  type PrepareReportRequest,
  type PrepareReportResponseSchema,
  type ReadReportPartRequest,
  type ReadReportPartResponseSchema,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ReportsUseCase } from './reports.use-case.js';

const permission = 'kpi.report.export';

@RpcController()
export class ReportHandler {
  constructor(private readonly reports: ReportsUseCase) {}

  @RpcMethod(ReportService.method.prepareReport, { permission })
  prepare(request: PrepareReportRequest, call: RpcCall): Promise<MessageInitShape<typeof PrepareReportResponseSchema>> {
    return this.reports.prepare(request, call.context);
  }

  @RpcMethod(ReportService.method.readReportPart, { permission })
  part(request: ReadReportPartRequest, call: RpcCall): Promise<MessageInitShape<typeof ReadReportPartResponseSchema>> {
    return this.reports.readPart(request, call.context);
  }
}
