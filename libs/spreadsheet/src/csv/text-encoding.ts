import { isUtf8 } from 'node:buffer';
import { SpreadsheetError } from '../spreadsheet-error.js';
import { piecesOf, type RandomAccess } from '../table-source.js';

/** Encodings of text tables. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes beyond ASCII that agree with UTF-8 before the rest is believed: a thousand Chinese characters. Of the two-byte ones of
 * GB18030 not one in six happens to, so a text in it does not get there by chance.
 */
const ENOUGH = 3_000;

/**
 * The encoding of a text: its byte order mark, else UTF-8 when its bytes agree, else GB18030. It is looked at until enough of them
 * do, to its end if need be: the first Chinese name may stand in the last row.
 */
export async function detectEncoding(source: RandomAccess, signal: AbortSignal | undefined): Promise<TextEncoding> {
  const head = await source.read(0, Math.min(3, source.size));
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  if (marked) return marked[0];
  let carried: Uint8Array = new Uint8Array();
  let missing = ENOUGH;
  for await (const piece of piecesOf(source)) {
    signal?.throwIfAborted();
    const bytes = carried.byteLength === 0 ? piece : Buffer.concat([carried, piece]);
    const whole = bytes.byteLength - openSequence(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return 'gb18030';
    missing -= beyondAscii(bytes, whole, missing);
    if (missing === 0) return 'utf-8';
    carried = bytes.slice(whole);
  }
  return carried.byteLength === 0 ? 'utf-8' : 'gb18030';
}

/** The text of a source, piece by piece. */
export async function* decodedPieces(
  source: RandomAccess,
  encoding: TextEncoding,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of piecesOf(source)) {
      signal?.throwIfAborted();
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (isEncodingError(error)) throw new SpreadsheetError('ENCODING', encoding, error);
    throw error;
  }
}

/** By its code: what Node throws need not be of this realm's classes. */
function isEncodingError(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

/** Length of a UTF-8 sequence that the end of the bytes cuts off; 0 when none is. */
function openSequence(bytes: Uint8Array): number {
  const length = bytes.byteLength;
  for (let back = 1; back <= Math.min(3, length); back += 1) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** How many of the first `length` bytes are no ASCII, as far as `most` of them. */
function beyondAscii(bytes: Uint8Array, length: number, most: number): number {
  let count = 0;
  for (let place = 0; place < length && count < most; place += 1) if ((bytes[place] ?? 0) >= 0x80) count += 1;
  return count;
}
