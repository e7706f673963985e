import type { CodeList } from '../kernel/code-list.js';

/** How the text of a cell is read. Lists are separated by `;`, dates are `YYYY-MM-DD`, a partial date may be year or year-month. */
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
  /** Only these values. */
  readonly codes?: CodeList;
  /** Longest text in characters; default 200. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** The field before the dot is a list of objects; cells hold one value per object, separated by `;` (e.g. `medications.drug`). */
  readonly perItem?: boolean;
}
