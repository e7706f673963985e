import { Readable } from 'node:stream';
import {
  DEFINITION_COLUMNS,
  definitionCells,
  definitionIn,
  FIGURE_COLUMNS,
  figureCells,
  noNumber,
  type ReportColumn,
  type ReportLanguage,
} from '#domain';
import { writeCsv, writeXlsx, type XlsxColumn } from '#spreadsheet';
import { indicatorsOf, reportTitle, type Report, type ReportFormat } from './report.js';
import { writePdf } from './report-pdf.js';

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => Readable>> = {
  json: (report) => Readable.from(jsonPieces(report), { objectMode: false }),
  csv: (report) => writeCsv(csvRows(report), { audience: 'people' }),
  xlsx: (report) => writeXlsx(sheets(report), { audience: 'people' }),
  pdf: writePdf,
};

const SHEETS: Readonly<Record<ReportLanguage, readonly [string, string]>> = {
  'zh-CN': ['指标数值', '定义与依据'],
  en: ['Figures', 'Definitions'],
};

/** The report as a file, at the pace of its reader. */
export function writeReport(report: Report, format: ReportFormat): Readable {
  return WRITERS[format](report);
}

function* csvRows({ head, language, figures }: Report): Generator<readonly (string | number)[]> {
  yield FIGURE_COLUMNS.map((column) => titleOf(column, language));
  for (const figure of figures) yield figureCells(figure, head, language);
}

function sheets(report: Report): Parameters<typeof writeXlsx>[0] {
  const { head, language, figures } = report;
  const [figureSheet, definitionSheet] = SHEETS[language];
  return [
    {
      name: figureSheet,
      columns: FIGURE_COLUMNS.map((column) => xlsxColumn(column, language)),
      rows: figures.map((figure) => figureCells(figure, head, language)),
    },
    {
      name: definitionSheet,
      columns: DEFINITION_COLUMNS.map((column) => xlsxColumn(column, language)),
      rows: indicatorsOf(report).map((indicator) => definitionCells(indicator, language)),
    },
  ];
}

function xlsxColumn(column: ReportColumn, language: ReportLanguage): XlsxColumn {
  return { header: titleOf(column, language), width: column.width, kind: column.kind };
}

function titleOf({ zh, en }: ReportColumn, language: ReportLanguage): string {
  return language === 'en' ? en : zh;
}

function* jsonPieces(report: Report): Generator<string> {
  const { head, language, figures } = report;
  const opening = JSON.stringify({ template: 'smi-indicators', title: reportTitle(language), language, ...head });
  yield `${opening.slice(0, -1)},"items":[`;
  for (const [index, figure] of figures.entries()) {
    const { indicator, ...rest } = figure;
    const { id, nameZh, nameEn, unit, version } = indicator;
    const { source, clause } = definitionIn(language, indicator);
    const definition = { indicator: id, nameZh, nameEn, unit, definitionVersion: version, source, clause };
    const { period, asOf, status } = head;
    const item = { ...definition, ...rest, noNumber: noNumber(figure), period, asOf, status };
    yield `${index === 0 ? '' : ','}${JSON.stringify(item)}`;
  }
  yield `],"definitions":${JSON.stringify(indicatorsOf(report).map((one) => publishedDefinition(one, language)))}}`;
}

function publishedDefinition(indicator: ReturnType<typeof indicatorsOf>[number], language: ReportLanguage): object {
  const { id, nameZh, nameEn, unit, better, evidence, ruleId } = indicator;
  const { formula, source, clause } = definitionIn(language, indicator);
  const { effectiveFrom, version } = indicator;
  return { id, nameZh, nameEn, unit, formula, better, source, clause, evidence, ruleId, effectiveFrom, version };
}
