import { shapeRows } from '../shape-rows.js';
import type { ReadContext, TableRow } from '../table.js';
import type { RandomAccess } from '../table-source.js';
import { SafeXml, readXml } from './safe-xml.js';
import { SharedStringStore, SharedStringsReader } from './shared-strings.js';
import { SheetReader } from './sheet-reader.js';
import { findParts, readStyles } from './workbook-parts.js';
import { ZipArchive } from './zip-archive.js';

/** Reads one sheet of a workbook. Formulas are never computed, macros and links never followed. */
export async function* readXlsx(source: RandomAccess, context: ReadContext): AsyncGenerator<TableRow> {
  const { limits, formulas, signal } = context;
  const archive = await ZipArchive.open(source, limits);
  const parts = await findParts(archive, context);
  const strings = new SharedStringStore(limits.maxSharedStringBytes);
  if (parts.sharedStringsPath !== null) {
    await readXml(archive.read(parts.sharedStringsPath), new SharedStringsReader(strings, limits), signal);
  }
  const styles = await readStyles(archive, parts.stylesPath);
  const sheet = new SheetReader({ strings, styles, date1904: parts.date1904, limits, formulas });
  const xml = new SafeXml(sheet);
  const shape = shapeRows(limits);
  for await (const piece of archive.read(parts.sheetPath)) {
    signal?.throwIfAborted();
    xml.write(piece);
    for (const { row, cells, faults } of sheet.take()) {
      const shaped = shape(row, cells, faults);
      if (shaped !== null) yield shaped;
    }
  }
  xml.end();
}
