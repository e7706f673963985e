import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as delay } from 'node:timers/promises';
import type { CellValue } from '../csv/write-csv.js';
import { bytesOf, cellsOf, rowsOf } from '../workbook.fixture.js';
import { columnLetters, columnOf } from './cell-reference.js';
import { escapeText, unescapeText } from './escaped-text.js';
import { plainNumber } from './number-text.js';
import { writeXlsx, type XlsxSheet } from './write-xlsx.js';
import { ZipArchive } from './zip-archive.js';
import { DEFAULT_TABLE_LIMITS } from '../table.js';

const written = (rows: XlsxSheet['rows'], audience: 'people' | 'reimport' = 'reimport') =>
  bytesOf(writeXlsx([{ name: '数据', columns: [{ header: 'h1' }, { header: 'h2' }], rows }], { audience }));

async function part(bytes: Buffer, name: string): Promise<string> {
  const source = {
    size: bytes.byteLength,
    read: (at: number, n: number) => Promise.resolve(bytes.subarray(at, at + n)),
  };
  const archive = await ZipArchive.open(source, DEFAULT_TABLE_LIMITS);
  return (await bytesOf(archive.read(name) as AsyncGenerator<Buffer>)).toString('utf8');
}

describe('writing workbooks', () => {
  it('any text is read back unchanged when written for re-import', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('_x0041_', '_', 'x', '=', "'", '\r', '\n', ' ', '<', '&', '\0', '张', '\uD800', '\uFFFE'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 20, maxLength: 60 }), async (rows) => {
        const full = [['h1', 'h2'], ...rows.filter(([a, b]) => a !== '' || b !== '')];
        expect(await cellsOf(await written(rows))).toEqual(full);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps digits, writes numbers and booleans as such and leaves out null', async () => {
    const rows: CellValue[][] = [
      ['990101199001010019', 12.5],
      [null, true],
      ['007', -3],
      ['x', Number.NaN],
    ];
    expect(await cellsOf(await written(rows))).toEqual([
      ['h1', 'h2'],
      ['990101199001010019', '12.5'],
      ['', 'true'],
      ['007', '-3'],
      ['x', 'NaN'],
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@x', '\tx'])('for people %j gets an apostrophe', async (text) => {
    expect(await cellsOf(await written([[text]], 'people'))).toEqual([
      ['h1', 'h2'],
      [`'${text}`, ''],
    ]);
  });

  it('marks texts as texts: format @, quote prefix, no formula anywhere', async () => {
    const bytes = await written([['=1+1', '2']]);
    const xml = await part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<c r="A2" s="2" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(xml).not.toContain('<f');
    expect(await part(bytes, 'xl/styles.xml')).toContain(
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"',
    );
  });

  it('freezes the header and gives empty columns the text format, so that what is typed keeps its digits', async () => {
    const xml = await part(await written([]), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<col min="1" max="1" width="10" customWidth="1" style="2"/>');
  });

  it('is printed on A4 with all columns on one page and the header on every one', async () => {
    const bytes = await bytesOf(
      writeXlsx([{ name: "甲's", columns: [{ header: 'h' }], rows: [] }], { audience: 'people' }),
    );
    const xml = await part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(await part(bytes, 'xl/workbook.xml')).toContain("'甲''s'!$1:$1</definedName>");
  });

  it('writes several sheets in order', async () => {
    const sheet = (name: string): XlsxSheet => ({
      name,
      columns: [{ header: name, width: 30, kind: 'number' }],
      rows: [[1]],
    });
    const bytes = await bytesOf(writeXlsx([sheet('甲'), sheet('乙 & 丙')], { audience: 'reimport' }));
    expect(await cellsOf(bytes, { sheet: '乙 & 丙' })).toEqual([['乙 & 丙'], ['1']]);
    expect(await cellsOf(bytes)).toEqual([['甲'], ['1']]);
  });

  it('the same contents are the same bytes', async () => {
    expect(await written([['a', 'b']])).toEqual(await written([['a', 'b']]));
  });

  it.each([[[]], [['a', 'A']], [['x'.repeat(32)]], [['a/b']], [['']]])('refuses the sheet names %j', (names) => {
    const sheets = names.map((name) => ({ name, columns: [], rows: [] }));
    expect(() => writeXlsx(sheets, { audience: 'people' })).toThrow(RangeError);
  });

  it('refuses a text no cell can hold', async () => {
    await expect(written([['x'.repeat(32_768)]])).rejects.toMatchObject({ code: 'CELL_TOO_LONG' });
  });

  it('an error of the rows ends the file with it', async () => {
    const failing = (async function* () {
      yield ['a'];
      await delay(1);
      throw new Error('database gone');
    })();
    await expect(written(failing)).rejects.toThrow('database gone');
  });

  it('asks for rows only as the file is taken, and ends them when it is given up', async () => {
    let asked = 0;
    let ended = false;
    function* endless(): Generator<string[]> {
      try {
        for (;;) {
          asked += 1;
          yield [String(asked), 'x'.repeat(1000)];
        }
      } finally {
        ended = true;
      }
    }
    const output = writeXlsx([{ name: 'a', columns: [{ header: 'h' }], rows: endless() }], {
      audience: 'reimport',
      compressionLevel: 1,
    });
    output.once('readable', () => undefined);
    await delay(100);
    const soFar = asked;
    expect(soFar).toBeLessThan(200_000);
    output.destroy();
    await delay(50);
    expect(ended).toBe(true);
  });

  it('what was written is numbered like a spreadsheet', async () => {
    expect((await rowsOf(await written([['a'], [null], ['b']]))).map(({ row }) => row)).toEqual([1, 2, 4]);
  });
});

describe('small parts', () => {
  it('columns and their letters', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnOf(`${columnLetters(column)}17`)).toBe(column)));
  });

  it('escapes give the text back and hold nothing XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeText(text).replace(
          /&(amp|lt|gt|quot);/g,
          (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
        );
        expect(unescapeText(escaped)).toBe(text);
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(escapeText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
      }),
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-123.456, '-123.456'],
    [0.1 + 0.2, '0.3'],
    [123_456_789_012_345, '123456789012345'],
    [0.5, '0.5'],
    [100, '100'],
  ])('%d as %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it('plain numbers mean the same number, to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainNumber(value)).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(plainNumber(value))).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});
