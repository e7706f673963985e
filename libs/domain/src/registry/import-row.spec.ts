import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IMPORT_COLUMNS, IMPORT_KINDS } from './import-columns.js';
import { bindHeader, columnTitle, isHeaderProblem, templateHeader, type BoundHeader } from './import-header.js';
import { compileRowReader } from './import-row.js';

function bound(kind: (typeof IMPORT_KINDS)[number], headers: string[]): BoundHeader {
  const result = bindHeader(kind, headers);
  if (isHeaderProblem(result)) throw new Error(result.code);
  return result;
}

const readFollowUp = (headers: string[], cells: string[]) => {
  const all = ['visitedOn', 'form', ...headers];
  return compileRowReader('smi-follow-ups', bound('smi-follow-ups', all))(['2026-03-02', '2', ...cells]);
};

describe('the header of an import', () => {
  it.each(IMPORT_KINDS)('is known by field, Chinese title, English title and template title: %s', (kind) => {
    const columns = IMPORT_COLUMNS[kind];
    for (const title of [
      columns.map((column) => column.field),
      columns.map((column) => column.zh),
      columns.map((column) => column.en),
      columns.map(templateHeader),
      columns.map((column) => ` ${column.field} `),
    ]) {
      expect(bindHeader(kind, title)).toEqual(columns);
    }
  });

  it.each(IMPORT_KINDS)('has no title that means two columns: %s', (kind) => {
    for (const title of ['field', 'zh', 'en'] as const) {
      const titles = IMPORT_COLUMNS[kind].map((column) => column[title]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('may carry a reason column and empty columns at its end', () => {
    const columns = ['org', 'year', 'resident', '错误原因', '', ' '];
    expect(bound('population', columns).map((column) => column?.field)).toEqual(['org', 'year', 'resident', undefined]);
  });

  it.each([
    ['persons', 'sex', 'zh', '性别'],
    ['persons', 'sex', 'en', 'Sex'],
    ['smi-follow-ups', 'medications[1].drug', 'zh', '用药·药物名'],
    ['persons', 'noColumn', 'zh', 'noColumn'],
  ] as const)('gives people the title of %s %s in %s', (kind, field, language, title) => {
    expect(columnTitle(kind, field, language)).toBe(title);
  });

  it.each([
    [['org', 'year'], 'REGISTRY.IMPORT.COLUMN_MISSING', 'resident'],
    [['org', 'year', 'resident', 'people'], 'REGISTRY.IMPORT.COLUMN_UNKNOWN', 'people'],
    [['org', '', 'year', 'resident'], 'REGISTRY.IMPORT.COLUMN_UNKNOWN', ''],
    [['org', '区划代码', 'year', 'resident'], 'REGISTRY.IMPORT.COLUMN_REPEATED', 'org'],
  ])('is refused: %j', (headers, code, column) => {
    expect(bindHeader('population', headers)).toEqual({ code, column });
  });
});

describe('a row of an import', () => {
  it('nests by dot path, splits lists, and leaves empty cells out', () => {
    const headers = ['contacts', 'socialFunction.work', 'socialFunction.study', 'incidents.none', 'remark', 'symptoms'];
    const { value, refusals } = readFollowUp(headers, ['1; 2', '9', '', '是', ' 好 ', '']);
    expect(refusals).toEqual([]);
    expect(value).toEqual({
      ...{ visitedOn: '2026-03-02', form: 2, contacts: [1, 2], remark: '好' },
      ...{ socialFunction: { work: 9 }, incidents: { none: true } },
    });
  });

  it('joins the n-th values of list columns to the n-th object', () => {
    const headers = ['medications.drug', 'medications.morningMg', 'medications.longActing'];
    const { value } = readFollowUp(headers, ['利培酮;氯氮平', '1;', 'false;true']);
    expect(value['medications']).toEqual([
      { drug: '利培酮', morningMg: 1, longActing: false },
      { drug: '氯氮平', longActing: true },
    ]);
    const uneven = readFollowUp(headers, ['利培酮;氯氮平', '1', '']);
    expect(uneven.refusals).toEqual([{ field: 'medications.morningMg', code: 'REGISTRY.IMPORT.LIST_LENGTHS' }]);
  });

  it.each([
    ['visitedOn', ['2026-02-30'], 'FIELD.DATE'],
    ['visitedOn', [''], 'FIELD.REQUIRED'],
    ['form', ['2026-03-02', '4'], 'FIELD.CODE'],
    ['form', ['2026-03-02', 'two'], 'FIELD.TYPE'],
  ])('is refused for %s', (field, cells, code) => {
    const read = compileRowReader('smi-follow-ups', bound('smi-follow-ups', ['visitedOn', 'form']));
    expect(read([...cells, '2'].slice(0, 2)).refusals).toContainEqual({ field, code });
  });

  it.each([
    ['riskLevel', '6', 'FIELD.CODE'],
    ['incidents.crime', '100', 'FIELD.RANGE'],
    ['incidents.crime', '-1', 'FIELD.RANGE'],
    ['medications.doseMg', '1,5', 'FIELD.TYPE'],
    ['referral.made', 'maybe', 'FIELD.TYPE'],
    ['contacts', '1;7', 'FIELD.CODE'],
    ['remark', 'x'.repeat(501), 'FIELD.TOO_LONG'],
    ['pregnancy', 'yes', 'FIELD.CODE'],
  ])('names %s = %s', (field, cell, code) => {
    expect(readFollowUp([field], [cell]).refusals).toEqual([{ field, code }]);
  });

  it.each([
    ['2026-3-2', '2026-03-02'],
    ['2026/3/2', '2026-03-02'],
    ['2026.03.02', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['2026/2/30', undefined],
    ['3/2/2026', undefined],
    ['20260302', undefined],
  ])('reads the day %s as Excel writes it', (cell, day) => {
    const read = compileRowReader('smi-follow-ups', bound('smi-follow-ups', ['visitedOn', 'form']));
    expect(read([cell, '2']).value['visitedOn']).toBe(day);
  });

  it.each([
    ['性别', '男', 'sex', '1'],
    ['性别', '男性', 'sex', '1'],
    ['性别', 'Female', 'sex', '2'],
    ['证件类型', '身份证', 'idType', 'resident_id'],
    ['民族', '汉族', 'ethnicity', '01'],
  ])('takes the label of a code: %s %s', (title, cell, field, code) => {
    const titles = ['姓名', '性别', '出生日期', '证件类型', '现住社区代码', '民族'];
    const read = compileRowReader('persons', bound('persons', titles));
    const row = ['李四', '1', '1990-01-01', 'none', '990101001001', '01'].map((usual, place) =>
      titles[place] === title ? cell : usual,
    );
    expect(read(row)).toMatchObject({ value: { [field]: code }, refusals: [] });
  });

  it('takes every label that means one code, for that code, in every column', () => {
    for (const kind of IMPORT_KINDS) {
      for (const column of IMPORT_COLUMNS[kind].filter(({ perItem, codes }) => codes !== undefined && !perItem)) {
        const read = compileRowReader(kind, [column]);
        const codeOf = (cell: string) => JSON.stringify(read([cell]).value);
        const texts = (column.codes ?? []).map(({ code, zh, en }) => [String(code), zh, en] as const);
        for (const [code, ...labels] of texts) {
          for (const label of labels.filter((one) => texts.filter((text) => text.includes(one)).length === 1)) {
            // A list is written with the mark that some labels hold.
            if (column.type.endsWith('List') && /[;；]/u.test(label)) continue;
            expect([column.field, label, codeOf(label)]).toEqual([column.field, label, codeOf(code)]);
          }
        }
      }
    }
  });

  it('gathers everything that is wrong, and never throws', () => {
    const { refusals } = readFollowUp(['riskLevel', 'insight', 'sleep'], ['9', '9', 'x']);
    expect(refusals.map((refusal) => refusal.field)).toEqual(['riskLevel', 'insight', 'sleep']);
    const columns = IMPORT_COLUMNS['smi-follow-ups'];
    const read = compileRowReader('smi-follow-ups', columns);
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom('1', ';', '1;2', '2026-01-01', '__proto__')));
    fc.assert(fc.property(cells, (row) => read(row).refusals.every((refusal) => refusal.code.length > 0)));
  });

  it('reads partial dates of cases', () => {
    const headers = IMPORT_COLUMNS['smi-cases'].map((column) => column.field);
    const read = compileRowReader('smi-cases', bound('smi-cases', headers));
    const row = headers.map((field) => (field === 'firstOnset' ? '2022-06' : field === 'firstTreated' ? '22' : ''));
    const { value, refusals } = read(row);
    expect(value['firstOnset']).toBe('2022-06');
    expect(refusals).toContainEqual({ field: 'firstTreated', code: 'FIELD.DATE' });
    for (const [cell, date] of [
      ['2022年', '2022'],
      ['2022/6', '2022-06'],
      ['2022年6月', '2022-06'],
      ['2022/6/5', '2022-06-05'],
    ]) {
      expect(read(headers.map((field) => (field === 'firstOnset' ? cell! : ''))).value['firstOnset']).toBe(date);
    }
  });
});
