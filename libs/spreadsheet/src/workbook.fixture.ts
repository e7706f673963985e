import { ZipFile } from 'yazl';
import { readTable } from './read-table.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import type { ReadTableOptions, TableRow } from './table.js';
import type { TableSource } from './table-source.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook made by hand; specs replace what they are about. */
export function handMade(sheetData: string, own: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...own,
  };
}

/** Packs parts into an archive. */
export async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return bytesOf(zip.outputStream as AsyncIterable<Buffer>);
}

/** All bytes of a stream. */
export async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** All rows of a table. */
export async function rowsOf(source: TableSource, options?: ReadTableOptions): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readTable(source, options)) rows.push(row);
  return rows;
}

/** The cells of a table without their row numbers. */
export async function cellsOf(source: TableSource, options?: ReadTableOptions): Promise<string[][]> {
  return (await rowsOf(source, options)).map(({ cells }) => cells);
}

/** The code a table is refused with; null when it is read. Anything but a refusal is thrown. */
export async function refusalOf(source: TableSource, options?: ReadTableOptions): Promise<string | null> {
  try {
    await rowsOf(source, options);
    return null;
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.code;
    throw error;
  }
}
