import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Noto Sans SC as the package ships it; only the characters used go into a file. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const FACES = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;
export type Face = keyof typeof FACES;

/** 8 MB each: reports made one after another share what was read, and nothing is kept once none is made. */
const read = new Map<Face, WeakRef<Buffer>>();

function fontOf(face: Face): Buffer {
  const known = read.get(face)?.deref();
  if (known !== undefined) return known;
  const font = readFileSync(join(FONTS, FACES[face]));
  read.set(face, new WeakRef(font));
  return font;
}

const FACE_NAMES: readonly Face[] = ['regular', 'bold'];

/** Height of a table's row. */
export const ROW_HEIGHT = 15;
const A4_HEIGHT = 841.89;
/** Points: the text of a page lies between these. */
export const LEFT = 40;
export const WIDTH = 515;
const TOP = 64;
const BOTTOM = A4_HEIGHT - 52;
const RUNNING_HEAD = 34;
const RUNNING_FOOT = A4_HEIGHT - 38;
const RULE = '#8c959f';
const SHADE = '#eef1f4';

/** How a text stands in its place. */
export interface TextStyle {
  readonly face?: Face;
  readonly size?: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** A4 pages that are filled from the top; black on white, nothing said by colour. */
export class PdfPages {
  readonly document: PDFKit.PDFDocument;
  private y = TOP;

  constructor(title: string, language: string) {
    const info = { Title: title, Author: '心桥', Creator: '心桥' };
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info,
    });
    for (const face of FACE_NAMES) this.document.registerFont(face, fontOf(face));
  }

  /** Begins a new page when so much is no longer free on this one; whether it did. */
  reserve(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.document.addPage();
    this.y = TOP;
  }

  skip(height: number): void {
    this.y += height;
  }

  /** One line across the page. */
  line(text: string, style: TextStyle = {}): void {
    const size = style.size ?? 9;
    this.reserve(size * 1.7);
    this.place(text, LEFT, this.y, WIDTH, style);
    this.y += size * 1.7;
  }

  /** A text of as many lines as it takes. */
  paragraph(text: string, style: TextStyle = {}): void {
    this.use(style);
    const options = { width: WIDTH, lineGap: 2 };
    const height = this.document.heightOfString(text, options);
    this.reserve(height);
    this.document.text(text, LEFT, this.y, options);
    this.y += height + 2;
  }

  /** A row of cells with a thin rule below. */
  row(cells: readonly string[], columns: readonly RowColumn[], style: TextStyle & { readonly shaded?: boolean }): void {
    const height = ROW_HEIGHT;
    this.reserve(height);
    if (style.shaded === true) this.document.rect(LEFT, this.y, WIDTH, height).fill(SHADE).fillColor('black');
    let x = LEFT;
    columns.forEach(({ width, align }, index) => {
      this.place(cells[index] ?? '', x + 3, this.y + 2.5, width - 6, { ...style, align });
      x += width;
    });
    this.y += height;
    this.rule(this.y);
  }

  /** Head and foot of every page, once their number is known; then the file ends. */
  finish(head: readonly [left: string, right: string], foot: (page: number, pages: number) => string): void {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      this.place(head[0], LEFT, RUNNING_HEAD, WIDTH * 0.62, { size: 8 });
      this.place(head[1], LEFT + WIDTH * 0.62, RUNNING_HEAD, WIDTH * 0.38, { size: 8, align: 'right' });
      this.rule(RUNNING_HEAD + 14);
      this.place(foot(page + 1, count), LEFT, RUNNING_FOOT, WIDTH, { size: 8, align: 'center' });
    }
    this.document.end();
  }

  /** One line in a box; what is too long is set smaller. */
  private place(text: string, x: number, y: number, width: number, style: TextStyle): void {
    this.use(style);
    const natural = this.document.widthOfString(text);
    const size = style.size ?? 9;
    if (natural > width) this.document.fontSize((size * width) / natural);
    const used = Math.min(natural, width);
    const indent = { left: 0, right: width - used, center: (width - used) / 2 }[style.align ?? 'left'];
    this.document.text(text, x + indent, y, { lineBreak: false });
  }

  private use({ face = 'regular', size = 9 }: TextStyle): void {
    this.document.font(face).fontSize(size).fillColor('black');
  }

  private rule(y: number): void {
    this.document
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(0.4)
      .stroke(RULE);
  }
}

/** A column of a table; the widths of all make up the page. */
export interface RowColumn {
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}
