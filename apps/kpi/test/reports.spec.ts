import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DomainError, ReportService, type PrepareReportResponse, type Value } from '#contracts';
import { FIGURE_COLUMNS, printedCount, printedValue, SMI_INDICATORS, type IndicatorUnit } from '#domain';
import { readTable } from '#spreadsheet';
import { signInAs } from '#testing';
import { cohort } from './cohort.js';
import { caseEvent, KpiNode, orgEvent, populationEvent, visitEvent } from './kpi-node.js';
import { pdfText } from './pdf-text.js';

jest.setTimeout(120_000);

const COMMUNITY = '990101001001';
const TREE = ['990101000000', '990101001000', COMMUNITY, '990101002000'];
const IDS = SMI_INDICATORS.map(({ id }) => id);
const ASKED = { org: '990101', period: '2026', children: true, lang: 'zh-CN' };
const { prepareReport, readReportPart } = ReportService.method;

interface JsonReport {
  readonly orgName: string;
  readonly items: readonly Record<string, unknown>[];
  readonly definitions: readonly Record<string, unknown>[];
}

describe('indicator reports', () => {
  let kpi: KpiNode;
  let values: Value[];

  beforeAll(async () => {
    kpi = await KpiNode.start('2026-12-31');
    await kpi.apply(TREE.map((code) => orgEvent(code)));
    await kpi.apply([populationEvent('990101000000', 2025, 2500)]);
    for (const subject of cohort(COMMUNITY)) {
      await kpi.apply([caseEvent(kpi, subject), ...subject.visits.map((visit) => visitEvent(subject, visit))]);
    }
    const whole = await kpi.values(IDS, '990101', '2026');
    values = [...whole, ...(await kpi.values(IDS, '990101', '2026', { breakdown: 'children' }))];
  });
  afterAll(() => kpi.close());

  async function file(format: string, change: object = {}): Promise<{ prepared: PrepareReportResponse; data: Buffer }> {
    const prepared = await kpi.rpc.call(prepareReport, { ...ASKED, format, ...change }, kpi.official, {
      timeoutMs: 60_000,
    });
    const parts: Uint8Array[] = [];
    for (let part = 0; part < prepared.parts; part += 1) {
      const { reportId } = prepared;
      parts.push((await kpi.rpc.call(readReportPart, { reportId, part }, kpi.official)).data);
    }
    return { prepared, data: Buffer.concat(parts) };
  }

  async function table(data: Buffer, sheet?: string): Promise<string[][]> {
    const rows: string[][] = [];
    for await (const { cells } of readTable(data, sheet === undefined ? {} : { sheet })) rows.push(cells);
    return rows;
  }

  /** What a cell of a table must say for a figure, to the last digit. */
  const cells = (value: Value): string[] => [
    value.org === '990101' ? '990101' : value.org,
    value.indicator,
    String(value.numerator ?? '—'),
    String(value.denominator ?? '—'),
    String(value.value ?? (value.denominator === 0 ? '不适用' : '—')),
    String(value.target ?? '—'),
  ];
  const pick = (row: readonly string[]): string[] =>
    ['区划代码', '指标代码', '分子', '分母', '数值', '目标'].map(
      (title) => row[FIGURE_COLUMNS.findIndex(({ zh }) => zh === title)] ?? '',
    );

  it('hold in JSON what /kpi/values answers', async () => {
    const report = JSON.parse((await file('json')).data.toString()) as JsonReport;
    expect(report.orgName).toBe('单位990101000000');
    const given = report.items.map(({ indicator, org, numerator, denominator, value, target, met, headcountGap }) => {
      return { indicator, org, numerator, denominator, value, target, met, headcountGap };
    });
    expect(given).toEqual(
      values.map((value) => ({
        ...{ indicator: value.indicator, org: value.org, numerator: value.numerator },
        ...{ denominator: value.denominator ?? null, value: value.value ?? null, target: value.target ?? null },
        ...{ met: value.met ?? null, headcountGap: value.headcountGap ?? null },
      })),
    );
    expect(report.definitions.map(({ id }) => id)).toEqual(IDS);
  });

  it('hold the same in CSV, as Excel opens it', async () => {
    const { data, prepared } = await file('csv');
    expect(data.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(prepared.bytes).toBe(data.length);
    const [header, ...rows] = await table(data);
    expect(header).toEqual(FIGURE_COLUMNS.map(({ zh }) => zh));
    expect(rows.map(pick)).toEqual(values.map(cells));
  });

  it('hold the same in a workbook, with the definitions behind', async () => {
    const { data } = await file('xlsx');
    const [, ...rows] = await table(data);
    expect(rows.map(pick)).toEqual(values.map(cells));
    const definitions = await table(data, '定义与依据');
    expect(definitions.slice(1).map(([id]) => id)).toEqual(IDS);
    expect(definitions[1]?.join()).toContain('《严重精神障碍患者管理指标及公式》');
  });

  it('hold the same on paper, in Chinese, with head, page numbers, definitions and signatures', async () => {
    const pages = await pdfText((await file('pdf')).data);
    expect(pages.length).toBeGreaterThan(3);
    const text = pages.join('\n');
    for (const value of values) {
      const indicator = SMI_INDICATORS.find(({ id }) => id === value.indicator)!;
      const figure =
        value.value === undefined ? (value.denominator === 0 ? '不适用' : '—') : printed(value.value, indicator.unit);
      const line = `${indicator.nameZh} ${printedCount(value.numerator ?? null)} ${printedCount(value.denominator ?? null)} ${figure}`;
      expect(text).toContain(line);
    }
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${String(index + 1)} 页 共 ${String(pages.length)} 页`);
      expect(page).toMatch(/单位990101000000 严重精神障碍管理治疗指标报表 2026/u);
      expect(page).toMatch(/截至 2026-12-31 定义集版本 \d+/u);
    }
    expect(text).toContain('依据：《严重精神障碍患者管理指标及公式》（省级工作文本，2017），第3项 年在管患者、管理率');
    expect(pages.at(-1)).toContain('填报单位（盖章）');
  });

  it('are small: of the font only what is used', async () => {
    const { data, prepared } = await file('pdf');
    expect(data.length).toBeLessThan(400_000);
    expect(prepared.bytes).toBe(data.length);
    expect(data.toString('latin1')).toMatch(/\/FontFile3/u);
  });

  it('come in English', async () => {
    const { data, prepared } = await file('csv', { lang: 'en', children: false });
    const [header, ...rows] = await table(data);
    expect(header?.[6]).toBe('Value');
    expect(rows).toHaveLength(IDS.length);
    expect(prepared.fileName).toBe('单位990101000000_Indicators-of-severe-mental-illness-management_2026_2026-12-31');
    expect(prepared.plainFileName).toBe('smi-indicators-990101-2026-2026-12-31');
    expect((await pdfText((await file('pdf', { lang: 'en' })).data)).at(-1)).toContain('Unit (seal)');
  });

  it('measure a window no cell holds like /kpi/values', async () => {
    const asOf = '2026-08-17';
    const counted = await kpi.values(IDS, '990101', '2026', { asOf });
    const [, ...rows] = await table((await file('csv', { asOf, children: false })).data);
    expect(rows.map(pick)).toEqual(counted.map(cells));
  });

  it('are on record', async () => {
    const { prepared } = await file('xlsx');
    const { rows } = await kpi.sql.query<{ details: object }>(
      `select details from (select action, subject_id, details::jsonb from audit_pending
         union all select action, subject_id, details::jsonb from audit_entry) a
        where action = 'kpi.report.export' and subject_id = $1`,
      [prepared.reportId],
    );
    expect(rows[0]?.details).toMatchObject({ format: 'xlsx', period: '2026', children: true, bytes: prepared.bytes });
  });

  it('are read by whom they were made for only, and not for ever', async () => {
    const { prepared } = await file('json');
    const request = { reportId: prepared.reportId, part: 0 };
    const other = signInAs(kpi.node, { roles: ['health_bureau'], scopes: ['990101'] });
    await expect(kpi.rpc.call(readReportPart, request, other)).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    await expect(kpi.rpc.call(readReportPart, { ...request, part: 9 }, kpi.official)).rejects.toThrow(DomainError);
    await kpi.sql.query(`update report_part set created_at = now() - interval '61 minutes'`);
    await file('csv');
    await expect(kpi.rpc.call(readReportPart, request, kpi.official)).rejects.toMatchObject({
      code: 'COMMON.NOT_FOUND',
    });
  });

  it.each([
    [{ format: 'docx' }, 'format', 'FIELD.CODE'],
    [{ lang: 'fr' }, 'lang', 'FIELD.CODE'],
    [{ period: '2026-13' }, 'period', 'KPI.PERIOD.INVALID'],
    [{ asOf: '2027-01-01' }, 'asOf', 'KPI.AS_OF.IN_FUTURE'],
  ])('refuse %j', async (change, field, code) => {
    const request = { ...ASKED, format: 'csv', ...change };
    await expect(kpi.rpc.call(prepareReport, request, kpi.official)).rejects.toMatchObject({
      options: { errors: [{ field, code }] },
    });
  });

  it('stay inside the areas and rights of the caller', async () => {
    const request = { ...ASKED, format: 'csv' };
    const street = signInAs(kpi.node, { roles: ['street_staff'], scopes: ['990101001'] });
    await expect(kpi.rpc.call(prepareReport, request, street)).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    await kpi.rpc.call(prepareReport, { ...request, org: '990101001' }, street);
    for (const role of ['community_worker', 'ops', 'system_admin'] as const) {
      const caller = signInAs(kpi.node, { roles: [role], scopes: [''] });
      await expect(kpi.rpc.call(prepareReport, request, caller)).rejects.toMatchObject({ code: 'COMMON.FORBIDDEN' });
    }
  });
});

function printed(value: number, unit: string): string {
  return printedValue(value, unit as IndicatorUnit);
}
