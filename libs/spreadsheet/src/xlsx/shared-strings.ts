import { SpreadsheetError } from '../spreadsheet-error.js';
import type { TableLimits } from '../table.js';
import { unescapeText } from './escaped-text.js';
import type { XmlHandler } from './safe-xml.js';

const CHUNK = 4 * 1024 ** 2;
const PAGE = 64 * 1024;

/**
 * The shared strings as UTF-8 in a few large buffers outside the heap, with start and length of each. Half a million rows of
 * different names would otherwise be millions of small objects.
 */
export class SharedStringStore {
  private readonly chunks: Buffer[] = [];
  /** Start and length of each string, in pages. */
  private readonly pages: Uint32Array[] = [];
  private used = CHUNK;
  private count = 0;

  constructor(private readonly maxBytes: number) {}

  /** Appends a string. */
  add(text: string): void {
    const length = Buffer.byteLength(text, 'utf8');
    if (this.used + length > CHUNK) this.nextChunk();
    const page = Math.floor(this.count / PAGE);
    const place = (this.count % PAGE) * 2;
    if (this.pages[page] === undefined) this.pages[page] = new Uint32Array(PAGE * 2);
    this.pages[page][place] = (this.chunks.length - 1) * CHUNK + this.used;
    this.pages[page][place + 1] = length;
    this.chunks.at(-1)?.write(text, this.used, 'utf8');
    this.used += length;
    this.count += 1;
  }

  /** The string of an index; null when there is none. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return null;
    const page = this.pages[Math.floor(index / PAGE)];
    const place = (index % PAGE) * 2;
    const start = page?.[place] ?? 0;
    const at = start % CHUNK;
    return this.chunks[Math.floor(start / CHUNK)]?.toString('utf8', at, at + (page?.[place + 1] ?? 0)) ?? null;
  }

  private nextChunk(): void {
    const bytes = this.chunks.length * CHUNK + this.pages.length * PAGE * 8;
    if (bytes + CHUNK > Math.max(this.maxBytes, CHUNK)) throw new SpreadsheetError('TOO_MANY_STRINGS');
    this.chunks.push(Buffer.allocUnsafeSlow(CHUNK));
    this.used = 0;
  }
}

/** Reads sharedStrings.xml into a store. Runs of rich text are joined; phonetic hints are left out. */
export class SharedStringsReader implements XmlHandler {
  private text_ = '';
  private isOpen = false;
  private phonetic = 0;

  constructor(
    private readonly store: SharedStringStore,
    private readonly limits: Pick<TableLimits, 'maxCellLength'>,
  ) {}

  open(name: string): void {
    if (name === 'si') this.text_ = '';
    else if (name === 'rPh') this.phonetic += 1;
    else if (name === 't') this.isOpen = this.phonetic === 0;
  }

  close(name: string): void {
    if (name === 'si') this.store.add(unescapeText(this.text_));
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.isOpen = false;
  }

  text(text: string): void {
    if (!this.isOpen) return;
    this.text_ += text;
    // Escapes are seven characters for one.
    if (this.text_.length > this.limits.maxCellLength * 7) throw new SpreadsheetError('CELL_TOO_LONG', 'shared string');
  }
}
