import { SpreadsheetError } from './spreadsheet-error.js';
import type { RandomAccess } from './table-source.js';

/** What the first bytes say; names and media types are the sender's word and are not asked. */
export type TableFormat = 'xlsx' | 'text';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;
const SNIFFED = 4096;

/** Tells a workbook from a text table by its first bytes. */
export async function detectFormat(source: RandomAccess): Promise<TableFormat> {
  const head = await source.read(0, Math.min(SNIFFED, source.size));
  if (startsWith(head, ZIP)) return 'xlsx';
  if (startsWith(head, COMPOUND)) throw new SpreadsheetError('OLD_OR_ENCRYPTED');
  const isBinary = head.includes(0) && !UTF16.some((mark) => startsWith(head, mark));
  if (startsWith(head, EMPTY_ZIP) || isBinary || looksLikeMarkup(head)) throw new SpreadsheetError('NOT_A_TABLE');
  return 'text';
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

/** Web pages and XML that call themselves tables. */
function looksLikeMarkup(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 64))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  return /^<(?:!doctype|html|\?xml|table)/iu.test(text) || text.startsWith('%PDF');
}
