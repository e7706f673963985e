import { createContext, use } from 'react';
import type { RecordDraft } from './record-draft.js';

/** What a field beside or above a field is told. */
export interface FieldProblem {
  readonly code: string;
  readonly message: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly rule?: string | undefined;
}

/** What every field of the form needs. */
export interface RecordForm {
  readonly draft: RecordDraft;
  set(path: string, value: unknown): void;
  /** Whether the field says what the last visit said, unchecked. */
  carried(path: string): boolean;
  problemsOf(path: string): readonly FieldProblem[];
  /** On to the next question nobody has answered. */
  moveOn(path: string): void;
}

export const RecordFormContext = createContext<RecordForm | undefined>(undefined);

export function useRecordForm(): RecordForm {
  const form = use(RecordFormContext);
  if (form === undefined) throw new Error('a field outside a form');
  return form;
}
