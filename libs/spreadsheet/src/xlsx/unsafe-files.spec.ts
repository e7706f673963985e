import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTable } from '../read-table.js';
import { cellsOf, handMade, refusalOf, rowsOf, zipped } from '../workbook.fixture.js';
import { SharedStringStore } from './shared-strings.js';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (xml: string) => handMade('', { 'xl/worksheets/sheet1.xml': xml });
const MIB = 1024 ** 2;

/** Overwrites the size an entry declares in the central directory and in its local header. */
function withDeclaredSize(bytes: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(bytes);
  const central = changed.lastIndexOf(name) - 46;
  expect(changed.readUInt32LE(central)).toBe(0x02014b50);
  changed.writeUInt32LE(size, central + 24);
  return changed;
}

describe('files that attack', () => {
  it('a bomb that says so is refused before anything is unpacked', async () => {
    const bomb = await zipped(sheet(`<worksheet>${' '.repeat(12 * MIB)}</worksheet>`));
    expect(bomb.byteLength).toBeLessThan(64 * 1024);
    expect(await refusalOf(bomb)).toBe('ZIP_BOMB');
  });

  it('so is one that is too large although it packs badly', async () => {
    const bytes = await zipped(handMade(ROW));
    expect(await refusalOf(bytes, { limits: { maxUnpackedBytes: 500 } })).toBe('ZIP_BOMB');
  });

  it('a bomb that lies about its size is stopped when it has put out what it declared', async () => {
    const bomb = await zipped(sheet(`<worksheet><sheetData>${ROW}</sheetData>${'<a/>'.repeat(3 * MIB)}</worksheet>`));
    expect(await refusalOf(bomb)).toBe('ZIP_BOMB');
    const lying = withDeclaredSize(bomb, 'xl/worksheets/sheet1.xml', 1000);
    expect(await refusalOf(lying)).toBe('ZIP_BOMB');
  });

  it('an archive of many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`x/${i}.xml`, '']));
    expect(await refusalOf(await zipped(handMade(ROW, many)))).toBe('TOO_MANY_ENTRIES');
  });

  it.each([
    [
      'of the sheet',
      sheet(`<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet><sheetData>${ROW}</sheetData></worksheet>`),
    ],
    ['of the workbook', handMade(ROW, { 'xl/workbook.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>' })],
    [
      'of the shared strings',
      handMade(ROW, {
        'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY x SYSTEM "http://127.0.0.1/">]><sst><si><t>&x;</t></si></sst>',
      }),
    ],
    ['of the styles', handMade(ROW, { 'xl/styles.xml': '<!DOCTYPE a><styleSheet/>' })],
  ])('a document type %s', async (_, parts) => {
    expect(await refusalOf(await zipped(parts))).toBe('DTD');
  });

  it('an entity nobody declared', async () => {
    const parts = sheet(
      '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&lol;</t></is></c></row></sheetData></worksheet>',
    );
    expect(await refusalOf(await zipped(parts))).toBe('DAMAGED');
  });

  it('a text, a tag or a comment without end', async () => {
    const noise = Array.from({ length: MIB }, (_, i) => String.fromCharCode(97 + ((i * 7919) % 26))).join('');
    for (const xml of [`<worksheet>${noise}`, `<worksheet a="${noise}`, `<worksheet><!--${noise}`]) {
      expect(await refusalOf(await zipped(sheet(xml)))).toBe('CELL_TOO_LONG');
    }
  });

  it('elements within elements without end', async () => {
    expect(await refusalOf(await zipped(sheet('<a>'.repeat(1000))))).toBe('DAMAGED');
  });

  it.each([
    ['row numbers that jump beyond the sheet', '<row r="1048577"><c><v>1</v></c></row>', 'DAMAGED'],
    ['row numbers that go back', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', 'DAMAGED'],
    ['row numbers that are none', '<row r="x"><c><v>1</v></c></row>', 'DAMAGED'],
    ['cell names that are none', '<row r="1"><c r="1"><v>1</v></c></row>', 'DAMAGED'],
    ['a column far out', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'TOO_MANY_COLUMNS'],
    ['a column beyond all', '<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>', 'TOO_MANY_COLUMNS'],
    ['a shared string that is not there', '<row r="1"><c t="s"><v>7</v></c></row>', 'DAMAGED'],
    ['a shared string index that is none', '<row r="1"><c t="s"><v>-1</v></c></row>', 'DAMAGED'],
    [
      'a cell of 32,768 characters',
      `<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`,
      'CELL_TOO_LONG',
    ],
    [
      'a cell of 32,767 characters',
      `<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(32_767)}</t></is></c></row>`,
      null,
    ],
  ])('%s', async (_, rows, code) => {
    expect(await refusalOf(await zipped(handMade(rows)))).toBe(code);
  });

  it('more rows than allowed', async () => {
    const rows = Array.from({ length: 4 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`).join('');
    const bytes = await zipped(handMade(rows));
    expect(await refusalOf(bytes, { limits: { maxRows: 3 } })).toBeNull();
    expect(await refusalOf(bytes, { limits: { maxRows: 2 } })).toBe('TOO_MANY_ROWS');
  });

  it('shared strings beyond their cap', async () => {
    const strings = Array.from(
      { length: 3000 },
      (_, i) => `<si><t>${String(i).padStart(4, '0').repeat(700)}</t></si>`,
    ).join('');
    const bytes = await zipped(handMade(ROW, { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }));
    expect(await refusalOf(bytes, { limits: { maxSharedStringBytes: 5 * MIB } })).toBe('TOO_MANY_STRINGS');
    expect(await refusalOf(bytes)).toBeNull();
  });

  it('the store of shared strings keeps every one of many', () => {
    const store = new SharedStringStore(64 * MIB);
    for (let i = 0; i < 200_000; i += 1) store.add(`姓名${i}`);
    store.add('x'.repeat(32_767));
    expect([0, 65_535, 65_536, 131_071, 199_999].map((i) => store.get(i))).toEqual(
      [0, 65_535, 65_536, 131_071, 199_999].map((i) => `姓名${i}`),
    );
    expect(store.get(200_000)).toHaveLength(32_767);
    expect([store.get(200_001), store.get(-1), store.get(0.5), store.get(Number.NaN)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('files that are something else, or broken', () => {
  it.each([
    ['a zip that is no workbook', () => zipped({ 'readme.txt': 'x' }), 'NOT_A_TABLE'],
    ['a text document', () => zipped(handMade('', { 'xl/workbook.xml': '<w:document xmlns:w="w"/>' })), 'NOT_A_TABLE'],
    [
      'the old format or one with a password',
      () => Promise.resolve(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      'OLD_OR_ENCRYPTED',
    ],
    ['an empty archive', () => zipped({}), 'NOT_A_TABLE'],
    [
      'a workbook without its sheet',
      () => zipped(Object.fromEntries(Object.entries(handMade(ROW)).filter(([name]) => !name.includes('sheet1')))),
      'SHEET_NOT_FOUND',
    ],
    ['XML that is cut off', () => zipped(sheet(`<worksheet><sheetData>${ROW}`)), 'DAMAGED'],
    ['XML in another encoding', () => zipped(sheet('<?xml version="1.0" encoding="GB2312"?><worksheet/>')), 'ENCODING'],
    [
      'XML with bytes that are no UTF-8',
      () => zipped({ ...handMade(ROW), 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0xff]) }),
      'ENCODING',
    ],
  ])('%s', async (_, make, code) => {
    expect(await refusalOf(await make())).toBe(code);
  });

  it('an archive that is cut off anywhere is refused, never half read as if whole', async () => {
    const bytes = await zipped(handMade(ROW));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: bytes.byteLength - 1 }), async (length) => {
        expect(await refusalOf(bytes.subarray(0, length))).not.toBeNull();
      }),
    );
  });

  it('flipped bytes give rows or a refusal, never anything else', async () => {
    const bytes = await zipped(handMade(`${ROW}<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c></row>`));
    const flips = fc.array(fc.tuple(fc.nat(bytes.byteLength - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const broken = Buffer.from(bytes);
        for (const [at, bits] of changes) broken[at] = (broken[at] ?? 0) ^ bits;
        await refusalOf(broken);
      }),
      { numRuns: 150 },
    );
  });
});

describe('resources', () => {
  const folder = mkdtemp(path.join(tmpdir(), 'spreadsheet-'));
  afterAll(async () => rm(await folder, { recursive: true }));

  it('reads a file in place and closes it, also when the reader leaves early', async () => {
    const file = path.join(await folder, 'a.xlsx');
    await writeFile(file, await zipped(handMade(`${ROW}<row r="2"><c><v>2</v></c></row>`)));
    expect(await cellsOf(file)).toEqual([['1'], ['2']]);
    const open = async () => (await readdir('/proc/self/fd')).length;
    const before = await open();
    for await (const row of readTable(file)) {
      expect(row.row).toBe(1);
      break;
    }
    expect(await refusalOf(file, { sheet: 'none' })).toBe('SHEET_NOT_FOUND');
    expect(await open()).toBe(before);
  });

  it('a file that is not there is the error of the file system', async () => {
    await expect(rowsOf(path.join(await folder, 'none.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('ends with the reason of the signal', async () => {
    const reason = new Error('given back');
    const bytes = await zipped(handMade(ROW));
    await expect(rowsOf(bytes, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(rowsOf(Buffer.from('a\n1\n'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
