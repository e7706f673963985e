import { describe, expect, it } from '@jest/globals';
import { cellsOf, handMade, refusalOf, rowsOf, zipped } from '../workbook.fixture.js';

const HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>h</t></is></c></row>';
const STYLES = (ids: readonly number[], formats = '') =>
  `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
  `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

async function cell(xml: string, own: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
  const rows = await cellsOf(await zipped(handMade(`${HEADER}<row r="2">${xml}</row>`, own)));
  return rows[1]?.[0];
}

describe('cells of a workbook', () => {
  it.each([
    ['inline text', '<c t="inlineStr"><is><t>张三</t></is></c>', '张三'],
    ['rich text', '<c t="inlineStr"><is><r><t>张</t></r><r><rPr><b/></rPr><t> 三</t></r></is></c>', '张 三'],
    [
      'phonetic hints are left out',
      '<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="1"><t>トウ</t></rPh></is></c>',
      '東京',
    ],
    [
      'escaped characters',
      '<c t="inlineStr"><is><t>a_x000A_b_x005F_x0041_&amp;&#x4E00;</t></is></c>',
      'a\nb_x0041_&一',
    ],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', 'a<b'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['false', '<c t="b"><v>0</v></c>', 'false'],
    ['whole number', '<c><v>42</v></c>', '42'],
    ['noise of binary fractions', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['exponent', '<c><v>1.2E+3</v></c>', '1200'],
    [
      'an ID number stored as a number keeps the 15 digits there are',
      '<c><v>9.90101199001010E+17</v></c>',
      '990101199001010000',
    ],
    ['ISO date', '<c t="d"><v>2026-03-02T00:00:00</v></c>', '2026-03-02'],
    ['result of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['text result of a formula', '<c t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['empty text result of a formula', '<c t="str"><f>""</f><v></v></c>', undefined],
  ])('%s', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected);
  });

  it('shared strings', async () => {
    const own = {
      'xl/sharedStrings.xml': '<sst><si><t>a</t></si><si><r><t>张</t></r><r><t>三</t></r></si><si/></sst>',
    };
    expect(await cell('<c t="s"><v>1</v></c>', own)).toBe('张三');
    expect(await cell('<c t="s"><v>2</v></c>', own)).toBeUndefined();
  });

  it.each([
    [14, '', '46083', '2026-03-02'],
    [31, '', '46083', '2026-03-02'],
    [58, '', '46083', '2026-03-02'],
    [14, '', '46083.75', '2026-03-02'],
    [22, '', '46083.354166666664', '2026-03-02 08:30:00'],
    [20, '', '0.5', '12:00:00'],
    [
      164,
      '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
      '46083',
      '2026-03-02',
    ],
    [164, '<numFmt numFmtId="164" formatCode="[$-804]yyyy/m/d;@"/>', '46083', '2026-03-02'],
    [164, '<numFmt numFmtId="164" formatCode="0.00&quot;days&quot;"/>', '46083', '46083'],
    [164, '<numFmt numFmtId="164" formatCode="[Red]#,##0"/>', '46083', '46083'],
    [49, '', '46083', '46083'],
    [14, '', '1', '1900-01-01'],
    [14, '', '59', '1900-02-28'],
    [14, '', '61', '1900-03-01'],
    [14, '', '-1', '-1'],
    [14, '', '1e300', `1${'0'.repeat(300)}`],
  ])('format %i %s shows %s as %s', async (id, formats, stored, expected) => {
    expect(await cell(`<c s="1"><v>${stored}</v></c>`, { 'xl/styles.xml': STYLES([0, id], formats) })).toBe(expected);
  });

  it('dates from 1904', async () => {
    const workbook = handMade('')['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const own = { 'xl/styles.xml': STYLES([14]), 'xl/workbook.xml': workbook };
    expect(await cell('<c s="0"><v>44621</v></c>', own)).toBe('2026-03-02');
  });

  it('errors and formulas without a result are faults of their cells', async () => {
    const sheet = `${HEADER}<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="C2"><f>1+1</f></c><c r="D2"><v>1</v></c></row>`;
    const rows = await rowsOf(await zipped(handMade(sheet)));
    expect(rows[1]).toEqual({
      row: 2,
      cells: ['', '', '', '1'],
      faults: [
        { column: 0, kind: 'error_value' },
        { column: 2, kind: 'formula_without_value' },
      ],
    });
  });

  it('formulas can be refused altogether', async () => {
    const bytes = await zipped(handMade(`${HEADER}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`));
    expect(await refusalOf(bytes, { formulas: 'refuse' })).toBe('FORMULA');
    expect(await refusalOf(bytes)).toBeNull();
  });
});

describe('rows and sheets', () => {
  it('keeps row numbers, fills gaps, passes over empty rows and formatted emptiness', async () => {
    const sheet =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5" s="1"/></row><row r="7"><c r="A7"><v>2</v></c></row>';
    const rows = await rowsOf(await zipped(handMade(sheet)));
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [2, ['', '1']],
      [7, ['2', '']],
    ]);
  });

  it('counts cells and rows that carry no reference', async () => {
    const rows = await rowsOf(
      await zipped(handMade('<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>')),
    );
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['1', '2']],
      [2, ['', '3']],
    ]);
  });

  it('formatted cells beyond the column limit are no cells', async () => {
    const bytes = await zipped(handMade('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>'));
    expect(await cellsOf(bytes)).toEqual([['1']]);
  });

  it('reads names with prefixes', async () => {
    const own = {
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect(await cellsOf(await zipped(handMade('', own)))).toEqual([['1']]);
  });

  it('takes the first visible sheet, or the one that is named', async () => {
    const base = handMade('<row r="1"><c r="A1"><v>1</v></c></row>');
    const parts = {
      ...base,
      'xl/workbook.xml': base['xl/workbook.xml']!.replace(
        '<sheet name="一" sheetId="1" r:id="rId1"/>',
        '<sheet name="暗" sheetId="1" state="hidden" r:id="rId1"/><sheet name="明" sheetId="2" r:id="rId9"/>',
      ),
      'xl/_rels/workbook.xml.rels': base['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet9.xml':
        '<worksheet><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>',
    };
    const bytes = await zipped(parts);
    expect(await cellsOf(bytes)).toEqual([['9']]);
    expect(await cellsOf(bytes, { sheet: '暗' })).toEqual([['1']]);
    expect(await refusalOf(bytes, { sheet: '无' })).toBe('SHEET_NOT_FOUND');
  });
});
