import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { v7, validate as isUuid } from 'uuid';
import {
  DomainError,
  type PrepareReportRequest,
  type PrepareReportResponseSchema,
  type ReadReportPartRequest,
  type ReadReportPartResponseSchema,
} from '#contracts';
import { normaliseScope, REPORT_LANGUAGES } from '#domain';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { ofOneSize } from '#spreadsheet';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { RollOverService } from '../projection/roll-over.service.js';
import { FigureRepository } from '../values/figure.repository.js';
import { GetValuesUseCase } from '../values/get-values.use-case.js';
import { invalid, measureQuery } from '../values/measure-query.js';
import { buildReport } from './build-report.js';
import { REPORT_FORMATS, reportTitle, type Report, type ReportFormat } from './report.js';
import { ReportPartRepository } from './report-part.repository.js';
import { writeReport } from './write-report.js';

/** A bus message holds a part and its base64. */
const PART_BYTES = 384 * 1024;

/** Writes reports to files and hands them out part by part. */
@Injectable()
export class ReportsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rollOver: RollOverService,
    private readonly values: GetValuesUseCase,
    private readonly figures: FigureRepository,
    private readonly parts: ReportPartRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'clock'>,
  ) {}

  /** Makes the whole file from one reading, so that its figures agree with each other; the export is on record before a byte leaves. */
  async prepare(
    request: PrepareReportRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof PrepareReportResponseSchema>> {
    const format = REPORT_FORMATS.find((name) => name === request.format);
    if (format === undefined) throw invalid('format', 'FIELD.CODE');
    const report = await this.report(request, context);
    const reportId = v7();
    const { parts, bytes } = await this.store(reportId, report, format, context);
    const { org, period, asOf } = report.head;
    await this.unitOfWork.readAudited(context, async (tx) => {
      await this.parts.removeOld(tx);
      const details = { format, period, asOf, children: request.children, figures: report.figures.length, bytes };
      tx.audit({ action: 'kpi.report.export', subjectKind: 'kpi_report', subjectId: reportId, org, details });
    });
    return { reportId, parts, bytes, ...fileNames(report) };
  }

  async readPart(
    request: ReadReportPartRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ReadReportPartResponseSchema>> {
    const { reportId, part } = request;
    const data = isUuid(reportId)
      ? await this.unitOfWork.read(context.caller, (tx) => this.parts.read(tx, reportId, part))
      : undefined;
    if (data === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return { data: Uint8Array.from(data) };
  }

  private async report(request: PrepareReportRequest, context: CallContext): Promise<Report> {
    const language = REPORT_LANGUAGES.find((name) => name === request.lang);
    if (language === undefined) throw invalid('lang', 'FIELD.CODE');
    const { day } = await this.rollOver.current();
    const query = measureQuery(request, day, context.caller);
    const values = await this.values.everyValue(query, request.children);
    const areas = [...new Set([query.org, ...values.map(({ org = '' }) => org)].map(normaliseScope))];
    const names = await this.figures.namesOf(areas, query.window.to);
    return buildReport(query, values, names, language, this.settings.clock.now());
  }

  private async store(reportId: string, report: Report, format: ReportFormat, context: CallContext) {
    let parts = 0;
    let bytes = 0;
    for await (const data of ofOneSize(writeReport(report, format), PART_BYTES)) {
      const part = parts;
      await this.unitOfWork.write({ context, operation: 'report.part' }, (tx) =>
        this.parts.add(tx, reportId, part, data),
      );
      parts += 1;
      bytes += data.byteLength;
    }
    return { parts, bytes };
  }
}

function fileNames({ head, language }: Report): { fileName: string; plainFileName: string } {
  const { orgName, org, period, asOf } = head;
  const words = [orgName, reportTitle(language), period, asOf].join('_');
  return {
    fileName: words.replace(/[\p{Cc}\\/:*?"<>|\s]+/gu, '-'),
    plainFileName: `smi-indicators-${org}-${period}-${asOf}`,
  };
}
