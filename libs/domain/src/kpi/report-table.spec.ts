import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figureValue } from './ratio.js';
import { noNumber, printedCount, printedValue, type ReportFigure } from './report-figure.js';
import { definitionCells, definitionIn, DEFINITION_COLUMNS, figureCells, FIGURE_COLUMNS } from './report-table.js';
import { SMI_INDICATORS } from './smi-indicators.js';

const [INDICATOR] = SMI_INDICATORS;
const HEAD = {
  ...{ org: '990101', orgName: '心桥区', period: '2026', from: '2026-01-01', asOf: '2026-11-23', status: 'live' },
  ...{ definitionSet: 27, generatedAt: '2026-11-23T08:00:00.000Z' },
};
const FIGURE: ReportFigure = {
  ...{ org: '990101000000', orgName: '心桥区', indicator: INDICATOR!, numerator: 1043, denominator: 1261 },
  ...{ value: 82.71, target: 85, met: false, headcountGap: 29 },
};

function cell(title: string, change: Partial<ReportFigure> = {}, language: 'zh-CN' | 'en' = 'zh-CN') {
  const index = FIGURE_COLUMNS.findIndex(({ zh }) => zh === title);
  return figureCells({ ...FIGURE, ...change }, HEAD, language)[index];
}

describe('the table of a report', () => {
  it('keeps numbers as numbers', () => {
    expect(['分子', '分母', '数值', '目标', '差距人数'].map((title) => cell(title))).toEqual([
      1043, 1261, 82.71, 85, 29,
    ]);
    expect(cell('达标情况')).toBe('未达标');
    expect(cell('达标情况', { met: true }, 'en')).toBe('met');
  });

  it('calls a figure over nobody "not applicable", never 0', () => {
    const none = { numerator: 0, denominator: 0, value: null, met: null, headcountGap: null };
    expect(['数值', '达标情况', '差距人数'].map((title) => cell(title, none))).toEqual(['不适用', '不适用', '不适用']);
    expect(cell('数值', none, 'en')).toBe('n.a.');
    expect(cell('分母', none)).toBe(0);
    expect(cell('达标情况', { ...none, target: null })).toBe('—');
  });

  it('draws a dash for what is not known, never 0', () => {
    const unknown = { denominator: null, value: null, target: null, met: null, headcountGap: null };
    expect(['分母', '数值', '目标', '达标情况', '差距人数'].map((title) => cell(title, unknown))).toEqual(
      new Array(5).fill('—'),
    );
  });

  it('has a cell for each column, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(figureCells(FIGURE, HEAD, language)).toHaveLength(FIGURE_COLUMNS.length);
      for (const indicator of SMI_INDICATORS) {
        const cells = definitionCells(indicator, language);
        expect(cells).toHaveLength(DEFINITION_COLUMNS.length);
        expect(cells).not.toContain('');
      }
    }
  });

  it('names a public document for every definition, not our own papers', () => {
    const cited = SMI_INDICATORS.map(({ source, clause }) => `${source} ${clause}`);
    expect(cited.filter((text) => /\.md|\bB-\d|undefined/u.test(text))).toEqual([]);
  });

  it('defines every indicator in English for an English report', () => {
    for (const { formula, source, clause } of SMI_INDICATORS.map((one) => definitionIn('en', one))) {
      expect(`${formula} ${source} ${clause}`).toMatch(/^[A-Z][^\p{Script=Han}（），；]+$/u);
    }
  });

  it('prints the value it was given, digit by digit', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 1, max: 2_000_000 }), (numerator, denominator) => {
        const value = figureValue('percent', numerator, denominator)!;
        expect(Number(printedValue(value, 'percent').replace(' %', ''))).toBe(value);
        expect(Number(printedCount(numerator).replaceAll(',', ''))).toBe(numerator);
        expect(noNumber({ value, denominator })).toBeNull();
      }),
    );
  });

  it('prints counts and rates as forms have them', () => {
    expect([printedCount(1043), printedCount(12), printedCount(1_234_567), printedCount(null)]).toEqual([
      '1,043',
      '12',
      '1,234,567',
      '—',
    ]);
    expect([printedValue(4, 'permille'), printedValue(80, 'percent'), printedValue(1234, 'count')]).toEqual([
      '4.00 ‰',
      '80.00 %',
      '1,234',
    ]);
  });
});
