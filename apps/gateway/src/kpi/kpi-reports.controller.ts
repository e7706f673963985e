import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ReportService, type PrepareReportResponse } from '#contracts';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { KpiReportPathDto, KpiReportQueryDto } from './kpi-query.dto.js';

const PREPARE_TIMEOUT_MS = 60_000;
const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

@ApiTags('KPIs')
@Controller('kpi/reports')
export class KpiReportsController {
  constructor(private readonly rpc: RpcClient) {}

  @Get('smi-indicators.:format')
  @RequirePermission('kpi.report.export')
  @RateLimitClass('heavy')
  @ApiOperation({ summary: 'Every indicator of an area and period as a file, with definitions and sources; audited' })
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems()
  async report(
    @Param() { format }: KpiReportPathDto,
    @Query() query: KpiReportQueryDto,
    @Context() context: CallContext,
  ): Promise<StreamableFile> {
    const { children, lang = context.locale, ...measure } = query;
    const request = { ...measure, children: children === 'true', lang, format };
    const options = { timeoutMs: PREPARE_TIMEOUT_MS };
    const report = await this.rpc.call(ReportService.method.prepareReport, request, context, options);
    // Asked before the headers are sent, so that a refusal can still be a problem document.
    const first = await this.part(report, 0, context);
    return new StreamableFile(Readable.from(this.parts(report, first, context), { objectMode: false }), {
      type: TYPES[format] ?? '',
      length: report.bytes,
      disposition: disposition(report, format),
    });
  }

  private async *parts(
    report: PrepareReportResponse,
    first: Uint8Array,
    context: CallContext,
  ): AsyncGenerator<Uint8Array> {
    yield first;
    for (let part = 1; part < report.parts; part += 1) yield await this.part(report, part, context);
  }

  private async part({ reportId }: PrepareReportResponse, part: number, context: CallContext): Promise<Uint8Array> {
    return (await this.rpc.call(ReportService.method.readReportPart, { reportId, part }, context)).data;
  }
}

/** Both names (RFC 6266, RFC 8187): clients that know no UTF-8 take the plain one. */
function disposition({ fileName, plainFileName }: PrepareReportResponse, format: string): string {
  const encoded = encodeURIComponent(`${fileName}.${format}`).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainFileName}.${format}"; filename*=UTF-8''${encoded}`;
}
