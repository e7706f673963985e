import { Readable } from 'node:stream';
import { RandomAccessReader, fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { SpreadsheetError } from '../spreadsheet-error.js';
import type { TableLimits } from '../table.js';
import { piecesOf, type RandomAccess } from '../table-source.js';

/** From this size on the ratio counts; small parts of XML pack extremely well. */
const RATIO_COUNTS_FROM = 10 * 1024 ** 2;

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: RandomAccess) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.source, start, end), { objectMode: false });
  }
}

/** A zip archive whose directory has been checked against the limits before anything is unpacked. */
export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: TableLimits,
  ) {}

  /** Reads and checks the central directory. */
  static async open(source: RandomAccess, limits: TableLimits): Promise<ZipArchive> {
    const file = await damagedUnless(
      fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false }),
    );
    if (file.entryCount > limits.maxEntries) throw new SpreadsheetError('TOO_MANY_ENTRIES', String(file.entryCount));
    const entries = new Map<string, Entry>();
    let declared = 0;
    let packed = 0;
    for (const entry of await damagedUnless(collect(file, limits))) {
      if (entry.isEncrypted()) throw new SpreadsheetError('OLD_OR_ENCRYPTED');
      if (entries.has(entry.fileName)) throw new SpreadsheetError('DAMAGED', 'an entry stands twice in the archive');
      entries.set(entry.fileName, entry);
      declared += entry.uncompressedSize;
      packed += entry.compressedSize;
    }
    if (declared > limits.maxUnpackedBytes) throw new SpreadsheetError('ZIP_BOMB', `${declared} bytes unpacked`);
    // Entries that overlap in the file would count their packed bytes twice.
    const ratio = declared / Math.max(Math.min(packed, source.size), 1);
    if (declared > RATIO_COUNTS_FROM && ratio > limits.maxRatio) {
      throw new SpreadsheetError('ZIP_BOMB', `ratio ${Math.round(ratio)}`);
    }
    return new ZipArchive(file, entries, limits);
  }

  /** Whether a part exists. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a part; what really comes out is counted, whatever the directory said. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new SpreadsheetError('DAMAGED', `the part ${name} is missing`);
    const stream = await damagedUnless(this.file.openReadStreamPromise(entry));
    try {
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        this.unpacked += piece.byteLength;
        if (this.unpacked > this.limits.maxUnpackedBytes) throw new SpreadsheetError('ZIP_BOMB');
        yield piece;
      }
    } catch (error) {
      throw asSpreadsheetError(error);
    } finally {
      stream.destroy();
    }
  }
}

async function collect(file: ZipFile, limits: TableLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of file.eachEntry()) {
    entries.push(entry);
    if (entries.length > limits.maxEntries) throw new SpreadsheetError('TOO_MANY_ENTRIES');
  }
  return entries;
}

async function damagedUnless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asSpreadsheetError(error);
  }
}

function asSpreadsheetError(error: unknown): unknown {
  // Not instanceof Error: what zlib throws need not be of this realm's classes.
  if (error instanceof SpreadsheetError || !isErrorLike(error) || error.name === 'AbortError') return error;
  if (error.message.includes('too many bytes')) return new SpreadsheetError('ZIP_BOMB', 'more than declared', error);
  return new SpreadsheetError('DAMAGED', 'the archive cannot be read', error);
}

function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}
