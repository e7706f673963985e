import type { ActionClosing, CaseStep } from '#domain';

/** A row of `case_step`. `details` holds codes, days and areas; free texts are sealed. */
export interface CaseStepRow {
  id: string;
  county: string;
  case_id: string;
  org: string;
  kind: CaseStep['kind'] | 'action';
  happened_on: string;
  details: Readonly<Record<string, string>>;
  /** As PostgreSQL's hex text. */
  texts: string | null;
  recorded_at: string;
  recorded_by: string;
}

/** The place the ciphertext of a step's free texts is bound to. */
export const stepPlace = (stepId: string) => ({ table: 'case_step', column: 'texts', rowId: stepId });

/** A stored step as the rules want it. */
export function stepOf(row: CaseStepRow): CaseStep {
  if (row.kind === 'discharge') {
    return { kind: 'discharge', on: row.happened_on, informedOn: row.details['informedOn'] ?? row.happened_on };
  }
  return { kind: row.kind === 'transfer' ? 'transfer' : 'cancel', on: row.happened_on };
}

/** The psychiatrist's answer on art. 30 as it is stored among the details of a step. */
export function answerOf(article30: boolean | undefined): Readonly<Record<string, string>> {
  return article30 === undefined ? {} : { article30: article30 ? 'yes' : 'no' };
}

/** A stored answer to an action as the rules want it. */
export function closingOf(row: CaseStepRow): ActionClosing {
  const { action = '', outcome = 'done', article30 } = row.details;
  return {
    action,
    closedOn: row.happened_on,
    outcome,
    ...(article30 === undefined ? {} : { article30: article30 === 'yes' }),
  };
}
