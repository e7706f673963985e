import { useCallback, useMemo, useState } from 'react';
import type { SmiCaseState } from '#domain';
import type { ApiProblem } from '../../../api/problem.js';
import { useTexts } from '../../../texts/texts.js';
import { judgeDraft, type DraftJudgement } from './assess-draft.js';
import { isCarried, type Beginning } from './carried-over.js';
import type { FieldProblem } from './form-context.js';
import { consequences, withValue, type RecordDraft, type RecordKind } from './record-draft.js';

/** What is kept of a form that was not saved yet. */
export interface KeptDraft {
  readonly kind: RecordKind;
  readonly draft: RecordDraft;
  /** Fields the user has answered or checked. */
  readonly touched: readonly string[];
}

export interface RecordFormState extends KeptDraft {
  readonly judgement: DraftJudgement;
  set(path: string, value: unknown): void;
  setKind(kind: RecordKind): void;
  carried(path: string): boolean;
  problemsOf(path: string): readonly FieldProblem[];
  /** From now on what is missing is shown beside its field. */
  askForMissing(): void;
}

export interface RecordFormOptions {
  readonly beginning: Beginning;
  readonly kept?: KeptDraft | undefined;
  /** What the user came to record; what was kept of another kind stays in the draft. */
  readonly kind?: RecordKind | undefined;
  readonly caseState: SmiCaseState;
  readonly today: string;
  /** What the server refused. */
  readonly problem?: ApiProblem | null | undefined;
}

/** State of the form and the live judgement on it. */
export function useRecordFormState(options: RecordFormOptions): RecordFormState {
  const { beginning, kept, caseState, today, problem } = options;
  const messageOf = useCodeMessage();
  const [state, setState] = useState<KeptDraft>(() => ({
    ...(kept ?? { draft: beginning.draft, touched: [] }),
    kind: options.kind ?? kept?.kind ?? 'visit',
  }));
  const [isAsking, setAsking] = useState(false);
  const { kind, draft, touched } = state;
  const judgement = useMemo(() => judgeDraft(kind, draft, caseState, today), [kind, draft, caseState, today]);
  const set = useCallback((path: string, value: unknown) => {
    setState((now) => ({
      ...now,
      draft: consequences(withValue(now.draft, path, value), path),
      touched: now.touched.includes(path) ? now.touched : [...now.touched, path],
    }));
  }, []);
  const setKind = useCallback((next: RecordKind) => setState((now) => ({ ...now, kind: next })), []);
  const problems = useMemo(
    () => problemsIn(judgement, isAsking, problem, messageOf),
    [judgement, isAsking, problem, messageOf],
  );
  return {
    ...state,
    judgement,
    set,
    setKind,
    carried: (path) => isCarried(beginning.carried, path) && !touched.includes(path),
    problemsOf: (path) => problems.filter(({ field }) => concerns(field, path)),
    askForMissing: () => setAsking(true),
  };
}

const ROW = /^\w+\.\d+$/;

/** A row of a list speaks for everything in it. */
function concerns(field: string, path: string): boolean {
  return field === path || (ROW.test(path) && field.startsWith(`${path}.`));
}

interface PlacedProblem extends FieldProblem {
  readonly field: string;
}

function problemsIn(
  { refusals, unanswered, warnings }: DraftJudgement,
  isAsking: boolean,
  problem: ApiProblem | null | undefined,
  messageOf: (code: string) => string,
): PlacedProblem[] {
  const live: PlacedProblem[] = [
    ...refusals.map(({ field, code, rule }) => ({ field, code, rule, level: 'error' as const })),
    ...(isAsking ? unanswered : []).map((field) => ({ field, code: 'FIELD.REQUIRED', level: 'error' as const })),
    ...warnings.map(({ field, code, rule, level }) => ({ field, code, rule, level })),
  ].map((one) => ({ ...one, message: messageOf(one.code) }));
  const told = (problem?.fields ?? []).map(({ field, code, message, rule }) => ({
    field: draftPath(field),
    code,
    message,
    rule,
    level: 'error' as const,
  }));
  return [...live, ...told.filter(({ field, code }) => !live.some((one) => one.field === field && one.code === code))];
}

/** `input.medications[0].drug` → `medications.0.drug`. */
export function draftPath(field: string): string {
  return field.replace(/^input\./, '').replace(/\[(\d+)\]/g, '.$1');
}

/** What a rule says, in the user's language; the texts are those of the server. */
export function useCodeMessage(): (code: string) => string {
  const t = useTexts('smi');
  return useCallback((code) => t(`code.${code}` as 'code.FIELD.REQUIRED'), [t]);
}
