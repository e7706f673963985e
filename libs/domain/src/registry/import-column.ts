import type { CodeList } from '../kernel/code-list.js';

/**
 * How the text of a cell is read. Lists are separated by `;`. Dates are `YYYY-MM-DD`, or what Excel makes of them (`2026/3/2`,
 * `2026年3月2日`); a partial date may be year or year-month.
 */
export type CellType = 'text' | 'date' | 'partialDate' | 'integer' | 'decimal' | 'boolean' | 'integerList' | 'textList';

/** One column of an import file. The name is the JSON field of the resource (nested by dot path). */
export interface ImportColumn {
  readonly field: string;
  /** Title of the template; accepted as a header as well. */
  readonly zh: string;
  readonly en: string;
  readonly type: CellType;
  /** The column must be there and every row must fill it. */
  readonly required?: boolean;
  /** Only these values; a cell may hold the code or its label in either language. */
  readonly codes?: CodeList;
  /** Short forms of labels that people write, with their codes. */
  readonly alsoWritten?: Readonly<Record<string, string>>;
  /** Longest text in characters; default 200. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** The field before the dot is a list of objects; cells hold one value per object, separated by `;` (e.g. `medications.drug`). */
  readonly perItem?: boolean;
}
