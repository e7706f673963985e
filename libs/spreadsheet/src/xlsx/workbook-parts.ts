import { SpreadsheetError } from '../spreadsheet-error.js';
import type { ReadContext } from '../table.js';
import { numberKind, type NumberKind } from './number-text.js';
import { readXml, type XmlHandler } from './safe-xml.js';
import type { ZipArchive } from './zip-archive.js';

/** Where a workbook keeps what a table needs. */
export interface WorkbookParts {
  readonly sheetPath: string;
  readonly sharedStringsPath: string | null;
  readonly stylesPath: string | null;
  /** Dates count from 1904. */
  readonly date1904: boolean;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

const ignore = (): void => undefined;

/** Follows the relations from the package to the workbook and its sheet. */
export async function findParts(archive: ZipArchive, context: ReadContext): Promise<WorkbookParts> {
  const workbookPath = await findWorkbook(archive);
  const relations = await readRelations(archive, workbookPath);
  const { sheets, date1904 } = await readWorkbook(archive, workbookPath);
  const sheet =
    context.sheet === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === context.sheet);
  const path = relations.find(({ id }) => id === sheet?.relation)?.path;
  if (path === undefined || !archive.has(path)) throw new SpreadsheetError('SHEET_NOT_FOUND');
  const partOf = (type: string): string | null => {
    const found = relations.find((relation) => relation.type.endsWith(`/${type}`))?.path;
    return found !== undefined && archive.has(found) ? found : null;
  };
  return { sheetPath: path, sharedStringsPath: partOf('sharedStrings'), stylesPath: partOf('styles'), date1904 };
}

/** What the number formats of the cell styles make of numbers, by style index. */
export async function readStyles(archive: ZipArchive, path: string | null): Promise<readonly NumberKind[]> {
  if (path === null) return [];
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? '0');
        kinds.push(numberKind(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: ignore,
  };
  await readXml(archive.read(path), handler);
  return kinds;
}

/** An archive without a workbook part is some other document. */
async function findWorkbook(archive: ZipArchive): Promise<string> {
  if (!archive.has('_rels/.rels')) throw new SpreadsheetError('NOT_A_TABLE');
  const relations = await readRelations(archive, '');
  const path = relations.find(({ type }) => type.endsWith('/officeDocument'))?.path;
  if (path === undefined || !path.endsWith('.xml') || !archive.has(path)) throw new SpreadsheetError('NOT_A_TABLE');
  return path;
}

async function readRelations(archive: ZipArchive, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  if (!archive.has(path)) return [];
  const relations: Relation[] = [];
  const open: XmlHandler['open'] = (name, attributes) => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const target = attributes['Target'] ?? '';
    relations.push({
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      path: target.startsWith('/') ? target.slice(1) : folder + target,
    });
  };
  await readXml(archive.read(path), { open, close: ignore, text: ignore });
  return relations;
}

async function readWorkbook(
  archive: ZipArchive,
  path: string,
): Promise<{ readonly sheets: readonly Sheet[]; readonly date1904: boolean }> {
  const sheets: Sheet[] = [];
  const found = { isWorkbook: false, date1904: false };
  const open: XmlHandler['open'] = (name, attributes) => {
    if (name === 'workbook') found.isWorkbook = true;
    else if (name === 'workbookPr') found.date1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
    else if (name === 'sheet') {
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
      sheets.push({ name: attributes['name'] ?? '', relation, hidden });
    }
  };
  await readXml(archive.read(path), { open, close: ignore, text: ignore });
  if (!found.isWorkbook) throw new SpreadsheetError('NOT_A_TABLE');
  return { sheets, date1904: found.date1904 };
}
