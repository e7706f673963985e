import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  definitionIn,
  MISSING,
  nameOf,
  noNumber,
  noNumberText,
  printedCount,
  printedValue,
  statusText,
  verdictText,
  type ReportFigure,
  type ReportLanguage,
} from '#domain';
import { PdfPages, ROW_HEIGHT, type RowColumn } from './pdf-page.js';
import { indicatorsOf, reportTitle, type Indicator, type Report } from './report.js';
import { PDF_TEXTS, type PdfTexts } from './report-pdf.texts.js';

const COLUMNS: readonly RowColumn[] = [
  { width: 196, align: 'left' },
  { width: 52, align: 'right' },
  { width: 60, align: 'right' },
  { width: 60, align: 'right' },
  { width: 54, align: 'right' },
  { width: 46, align: 'center' },
  { width: 47, align: 'right' },
];
const HEADER_AND_ROWS = 64;

/** The report as A4 pages: a table an area, definitions and sources, and the line for signatures. */
export function writePdf(report: Report): Readable {
  const pages = new PdfPages(reportTitle(report.language), report.language);
  void draw(pages, report).catch((error: unknown) => pages.document.destroy(error as Error));
  return pages.document;
}

/** Between two areas the process may do something else: fonts take their time. */
async function draw(pages: PdfPages, report: Report): Promise<void> {
  const texts = PDF_TEXTS[report.language];
  drawHead(pages, report, texts);
  const areas = Map.groupBy(report.figures, ({ org }) => org);
  for (const figures of areas.values()) {
    await breathe();
    drawArea(pages, figures, report.language, texts);
  }
  drawNotes(pages, texts);
  await breathe();
  drawDefinitions(pages, report, texts);
  drawSignatures(pages, texts);
  await breathe();
  const { orgName, period, asOf, definitionSet, generatedAt } = report.head;
  const left = `${orgName}  ${reportTitle(report.language)}  ${period}`;
  const right = `${texts.asOf} ${asOf}  ${texts.definitionSet} ${String(definitionSet)}  ${beijingTime(generatedAt)}`;
  pages.finish([left, right], texts.page);
}

function drawHead(pages: PdfPages, { head, language }: Report, texts: PdfTexts): void {
  pages.line(head.orgName, { size: 12, align: 'center' });
  pages.line(reportTitle(language), { face: 'bold', size: 17, align: 'center' });
  pages.skip(4);
  const facts = [
    `${texts.area}${head.orgName}（${head.org}）`,
    `${texts.period}${head.period}（${head.from} – ${head.asOf}）`,
    `${texts.status}${statusText(head.status, language)}`,
    `${texts.definitionSet} ${String(head.definitionSet)}`,
    `${texts.generated}${beijingTime(head.generatedAt)}`,
  ];
  pages.line(facts.slice(0, 2).join('    '), { align: 'center' });
  pages.line(facts.slice(2).join('    '), { align: 'center' });
}

function drawArea(pages: PdfPages, figures: readonly ReportFigure[], language: ReportLanguage, texts: PdfTexts): void {
  const [first] = figures;
  const drawHeader = (): void => {
    pages.line(`${first?.orgName ?? ''}  ${first?.org ?? ''}`, { face: 'bold', size: 10 });
    pages.row(texts.columns, COLUMNS, { face: 'bold', size: 8.5, shaded: true });
  };
  pages.reserve(HEADER_AND_ROWS);
  pages.skip(8);
  drawHeader();
  for (const figure of figures) {
    if (pages.reserve(ROW_HEIGHT)) drawHeader();
    const missed = figure.met === false;
    pages.row(rowOf(figure, language), COLUMNS, { size: 8.5, ...(missed ? { face: 'bold' as const } : {}) });
  }
}

function rowOf(figure: ReportFigure, language: ReportLanguage): string[] {
  const { indicator, numerator, denominator, value, target, headcountGap } = figure;
  const reason = noNumber(figure);
  const absent = reason === null ? MISSING : noNumberText(reason, language);
  return [
    nameOf(indicator, language),
    printedCount(numerator),
    printedCount(denominator),
    value === null ? absent : printedValue(value, indicator.unit),
    target === null ? MISSING : printedValue(target, indicator.unit),
    verdictText(figure, language),
    target === null ? MISSING : reason === null ? printedCount(headcountGap) : absent,
  ];
}

function drawNotes(pages: PdfPages, texts: PdfTexts): void {
  pages.skip(6);
  for (const note of texts.notes) pages.paragraph(note, { size: 8 });
}

function drawDefinitions(pages: PdfPages, report: Report, texts: PdfTexts): void {
  pages.newPage();
  pages.line(texts.definitions, { face: 'bold', size: 13 });
  for (const [index, indicator] of indicatorsOf(report).entries()) {
    pages.reserve(76);
    const title = `${String(index + 1)}. ${nameOf(indicator, report.language)}  ${indicator.id}`;
    pages.line(title, { face: 'bold', size: 9 });
    for (const line of definitionLines(indicator, report.language)) pages.paragraph(line, { size: 8.5 });
    pages.skip(4);
  }
}

function definitionLines(indicator: Indicator, language: ReportLanguage): string[] {
  const texts = PDF_TEXTS[language];
  const { evidence, version, effectiveFrom } = indicator;
  const { formula, source, clause } = definitionIn(language, indicator);
  const details = [`${texts.evidence}${evidence}`, `${texts.version}${String(version)}`];
  return [
    `${texts.formula}${formula}`,
    `${texts.source}${source}${texts.comma}${clause}`,
    `${details.join('    ')}    ${texts.effectiveFrom}${effectiveFrom}`,
  ];
}

function drawSignatures(pages: PdfPages, texts: PdfTexts): void {
  pages.reserve(60);
  pages.skip(22);
  pages.line(texts.signatures, { size: 9.5 });
  pages.skip(8);
  pages.line(texts.signedOn, { size: 9.5, align: 'right' });
}

/** `2026-11-23 16:05` in China, where it is one hour everywhere. */
function beijingTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} UTC+8`;
}
