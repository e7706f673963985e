import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardFormula } from '../formula-guard.js';
import { bytesOf, cellsOf, refusalOf, rowsOf } from '../workbook.fixture.js';
import { CsvParser } from './csv-parser.js';
import { writeCsv } from './write-csv.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
/** 姓名,张三 in GB18030, and a character of its four-byte part (𠮷). */
const GB_NAME = [0xd0, 0xd5, 0xc3, 0xfb];
const GB_ZHANG = [0xd5, 0xc5, 0xc8, 0xfd];
const GB_FOUR = [0x95, 0x34, 0xb2, 0x35];

describe('reading text tables', () => {
  it.each([
    [
      'lines',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF and no line end at the end',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, doubled quotes, delimiters and line ends inside',
      'a,b\n"x ""y"", z","1\r\n2"\n',
      [
        ['a', 'b'],
        ['x "y", z', '1\r\n2'],
      ],
    ],
    [
      'empty quoted cells',
      'a,b\n"","x"\n',
      [
        ['a', 'b'],
        ['', 'x'],
      ],
    ],
    ['a quote inside a bare cell', 'a\n5" pipe\n', [['a'], ['5" pipe']]],
    ['text behind a closing quote', 'a\n"x"y\n', [['a'], ['xy']]],
    [
      'short rows get the length of the header',
      'a,b,c\n1\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
      ],
    ],
    ['empty cells behind the header are dropped, full ones kept', 'a\n1,,\n1,,2\n', [['a'], ['1'], ['1', '', '2']]],
    [
      'blank lines are passed over',
      '\n\na,b\n\n,,\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons inside a comma table',
      'a,b\n1;2,3\n',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    ['leading zeros and long digits stay', 'a\n007\n990101199001010019\n', [['a'], ['007'], ['990101199001010019']]],
  ])('%s', async (_, text, expected) => {
    expect(await cellsOf(utf8(text))).toEqual(expected);
  });

  it('numbers rows as a spreadsheet shows them', async () => {
    const rows = await rowsOf(utf8('a\n\n1\n"x\ny"\n2\n'));
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 4, 5]);
  });

  it('knows UTF-8 with and without its mark', async () => {
    expect(await cellsOf(utf8('\uFEFF姓名\n张三\n'))).toEqual([['姓名'], ['张三']]);
    expect(await cellsOf(utf8('姓名\n张三\n'))).toEqual([['姓名'], ['张三']]);
  });

  it('knows GB18030', async () => {
    const bytes = Buffer.from([...GB_NAME, 0x0a, ...GB_ZHANG, ...GB_FOUR, 0x0a]);
    expect(await cellsOf(bytes)).toEqual([['姓名'], ['张三𠮷']]);
  });

  it('knows UTF-16 by its mark', async () => {
    expect(await cellsOf(Buffer.from('\uFEFF姓名\t年龄\n张三\t5\n', 'utf16le'))).toEqual([
      ['姓名', '年龄'],
      ['张三', '5'],
    ]);
  });

  it.each([0, 1, 2, 3])(
    'looks at the whole file: the first Chinese name stands far behind (shifted by %i)',
    async (shift) => {
      const filler = `a\n${'x'.repeat(shift)}${'0123456789\n'.repeat(60_000)}`;
      const last = async (tail: Buffer) => (await rowsOf(Buffer.concat([Buffer.from(filler), tail]))).at(-1)?.cells;
      expect(await last(Buffer.from(GB_ZHANG))).toEqual(['张三']);
      expect(await last(utf8('张三'))).toEqual(['张三']);
      // One character after the other over the borders of the pieces that are read.
      expect(await last(utf8('三'.repeat(10_000)))).toEqual(['三'.repeat(10_000)]);
    },
  );

  it('believes a text that agreed for a thousand characters, and refuses the place where it does not', async () => {
    const begun = utf8(`姓名\n${'张三李四王五赵六周七\n'.repeat(100_000)}`);
    const bytes = Buffer.concat([begun, Buffer.from(GB_ZHANG), utf8('\n')]);
    const places: number[] = [];
    const source = {
      size: bytes.length,
      read: (position: number, length: number) => {
        places.push(position);
        return Promise.resolve(bytes.subarray(position, position + length));
      },
    };
    expect(await refusalOf(source)).toBe('ENCODING');
    // The mark, the format and the encoding were told from the first piece; nothing behind it was read twice.
    expect(places.filter((place) => place > 0)).toEqual([...new Set(places)].filter((place) => place > 0));
    expect(await refusalOf(Buffer.concat([utf8('姓名\n张三\n'.repeat(100)), Buffer.from(GB_ZHANG)]))).toBe(null);
  });

  it('refuses what is neither', async () => {
    expect(await refusalOf(Buffer.from([0x61, 0x0a, 0xff, 0xff, 0x0a]))).toBe('ENCODING');
    expect(await refusalOf(Buffer.concat([utf8('a\n张'), Buffer.from([0xff])]))).toBe('ENCODING');
  });

  it.each([
    ['a quote that is never closed', 'a\n"x\n1\n2\n', 'DAMAGED'],
    ['an empty file', '', 'NOT_A_TABLE'],
    ['a web page', '<html><table><tr><td>1', 'NOT_A_TABLE'],
    ['a web page with a mark', '\uFEFF<!DOCTYPE html>', 'NOT_A_TABLE'],
    ['a PDF', '%PDF-1.7\n', 'NOT_A_TABLE'],
    ['binary bytes', 'a\0b', 'NOT_A_TABLE'],
  ])('refuses %s', async (_, text, code) => {
    expect(await refusalOf(utf8(text))).toBe(code);
  });

  it.each([
    [{ maxRows: 2 }, 'a\n1\n2\n', null],
    [{ maxRows: 2 }, 'a\n1\n\n2\n3\n', 'TOO_MANY_ROWS'],
    [{ maxColumns: 2 }, 'a,b\n1,2\n', null],
    [{ maxColumns: 2 }, 'a,b\n1,2,3\n', 'TOO_MANY_COLUMNS'],
    [{ maxCellLength: 3 }, 'a\n123\n', null],
    [{ maxCellLength: 3 }, 'a\n1234\n', 'CELL_TOO_LONG'],
    [{ maxCellLength: 3 }, 'a\n"12""4"\n', 'CELL_TOO_LONG'],
  ])('limits %j on %j: %s', async (limits, text, code) => {
    expect(await refusalOf(utf8(text), { limits })).toBe(code);
  });

  it('a cell without end stops at the limit and is not read on', async () => {
    let lastPlace = 0;
    const huge = {
      size: 16 * 1024 ** 2,
      read: (position: number, length: number) => {
        lastPlace = position;
        return Promise.resolve(Buffer.alloc(length, 'x'));
      },
    };
    expect(await refusalOf(huge)).toBe('CELL_TOO_LONG');
    // The encoding was told from the whole; the table was left at its first piece.
    expect(lastPlace).toBe(0);
  });

  it('gives the same records wherever the pieces are cut', () => {
    const texts = fc.array(fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', '""', '张', ' '), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (parts, size) => {
        const text = parts.join('');
        const parse = (pieces: readonly string[]) => {
          const parser = new CsvParser(',', { maxColumns: 200, maxCellLength: 100 });
          try {
            return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
          } catch (error) {
            return String(error);
          }
        };
        const cut = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
          text.slice(i * size, (i + 1) * size),
        );
        expect(parse(cut)).toEqual(parse([text]));
      }),
    );
  });
});

describe('writing text tables', () => {
  const written = async (rows: (string | number | boolean | null)[][], audience: 'people' | 'reimport') =>
    (await bytesOf(writeCsv(rows, { audience }))).toString('utf8');

  it('quotes what needs it, ends lines with CRLF and starts with the mark', async () => {
    expect(
      await written(
        [
          ['a', 'x"y'],
          ['1,2', null],
          [3.5, true],
        ],
        'reimport',
      ),
    ).toBe('\uFEFFa,"x""y"\r\n"1,2",\r\n3.5,true\r\n');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'for people %j gets an apostrophe, for re-import it stays',
    async (text) => {
      const people = await cellsOf(utf8(await written([['h'], [text]], 'people')));
      const reimport = await written([['h'], [text]], 'reimport');
      expect(people[1]).toEqual([`'${text}`]);
      expect(reimport).not.toContain("'");
    },
  );

  it('the guard knows NUL too, which no text table can hold', () => {
    expect(guardFormula('\0x')).toBe("'\0x");
    expect(guardFormula('1=1')).toBe('1=1');
  });

  it('numbers are no formulas', async () => {
    expect(await written([[-5]], 'people')).toBe('\uFEFF-5\r\n');
  });

  it('what is written for re-import is read back unchanged', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', ';', '=', "'", ' ', '张', '𠮷', '\uFEFF'),
    });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const full: [string, string][] = [['h1', 'h2'], ...rows];
        const read = await cellsOf(utf8(await written(full, 'reimport')));
        expect(read).toEqual(full.filter(([a, b]) => a !== '' || b !== ''));
      }),
    );
  });
});
