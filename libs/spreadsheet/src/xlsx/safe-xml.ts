import { SaxesParser } from 'saxes';
import { SpreadsheetError } from '../spreadsheet-error.js';

/** What a part's reader hears. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Elements within elements; workbooks need fewer than ten. */
const MAX_DEPTH = 32;
/** Characters without any event: a longer text, tag or comment is no table. Excel's longest cell escapes to about 230,000. */
const MAX_SILENCE = 512 * 1024;

/** A SAX parser that takes bytes in pieces and refuses document types, other encodings, deep nesting and endless texts. */
export class SafeXml {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private depth = 0;
  private silence = 0;

  constructor(private readonly handler: XmlHandler) {
    this.parser.on('doctype', () => {
      throw new SpreadsheetError('DTD');
    });
    this.parser.on('error', (error) => {
      throw new SpreadsheetError('DAMAGED', 'the XML is not well-formed', error);
    });
    this.parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/iu.test(encoding)) throw new SpreadsheetError('ENCODING', 'not UTF-8');
    });
    this.parser.on('opentag', ({ name, attributes }) => this.opened(localName(name), attributes));
    this.parser.on('closetag', ({ name }) => this.closed(localName(name)));
    this.parser.on('text', (text) => this.heard(text));
    this.parser.on('cdata', (text) => this.heard(text));
  }

  /** Parses a piece. */
  write(bytes: Uint8Array): void {
    const text = this.decode(bytes);
    this.silence += text.length;
    this.parser.write(text);
    if (this.silence > MAX_SILENCE) throw new SpreadsheetError('CELL_TOO_LONG');
  }

  /** The part is over; whatever is still open is an error. */
  end(): void {
    this.parser.close();
  }

  private decode(bytes: Uint8Array): string {
    try {
      return this.decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw new SpreadsheetError('ENCODING', 'not UTF-8', error);
    }
  }

  private opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.silence = 0;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new SpreadsheetError('DAMAGED', 'the XML is nested too deeply');
    this.handler.open(name, attributes);
  }

  private closed(name: string): void {
    this.silence = 0;
    this.depth -= 1;
    this.handler.close(name);
  }

  private heard(text: string): void {
    this.silence = 0;
    this.handler.text(text);
  }
}

/** Feeds a whole part to a handler. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  signal?: AbortSignal,
): Promise<void> {
  const xml = new SafeXml(handler);
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    xml.write(piece);
  }
  xml.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
