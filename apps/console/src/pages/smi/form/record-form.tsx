import { Alert, Button } from 'antd';
import { useEffect, useReducer, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FollowUpRecord, SmiCaseState } from '#domain';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { StatusMark } from '../../../shared/status-mark.js';
import { stabilityStatus } from '../../../shared/case-marks.js';
import { useFormat } from '../../../shared/format.js';
import { useTexts } from '../../../texts/texts.js';
import type { ApiProblem } from '../../../api/problem.js';
import { RecordFormContext } from './form-context.js';
import styles from './form.module.css';
import { OutcomePanel } from './outcome-panel.js';
import { bodyOf, valueAt } from './record-draft.js';
import { ShortSections } from './short-sections.js';
import { useCodeMessage, type RecordFormState } from './use-record-form-state.js';
import { VisitSections } from './visit-sections.js';

export interface RecordFormProps {
  readonly state: RecordFormState;
  readonly caseState: SmiCaseState;
  readonly today: string;
  readonly isWoman: boolean;
  readonly onSubmit: (body: FollowUpRecord) => void;
  readonly isSending: boolean;
  /** Sent, but the line is cut: it goes on by itself. */
  readonly isWaiting: boolean;
  readonly problem: ApiProblem | null;
  readonly submitLabel: string;
  /** Above the questions: what was taken over, which kind it is. */
  readonly head?: ReactNode;
  /** Below them: the reason of a correction. */
  readonly foot?: ReactNode;
  /** What else has to be there before it may be sent. */
  readonly isReady?: boolean;
  /** Somebody wanted to send it: what is missing outside may be shown. */
  readonly onAsked?: () => void;
}

/** The follow-up form: one screen, keyboard first, judged while it is filled in. */
export function RecordForm(props: RecordFormProps) {
  const { state, caseState, today, isWoman, onSubmit, isReady = true } = props;
  const place = useRef<HTMLFormElement>(null);
  const moving = useRef<string | undefined>(undefined);
  // A key that only moves on changes nothing else: without a rendering of its own the next key would meet the old question.
  const [, render] = useReducer((times: number) => times + 1, 0);
  const { kind, draft, judgement } = state;
  useEffect(() => {
    const from = moving.current;
    if (from === undefined || place.current === null) return;
    moving.current = undefined;
    focusNext(place.current, from, openQuestions(state));
  });
  useEffect(() => {
    if (place.current !== null) focusNext(place.current, '', openQuestions(state));
    // Only when the page opens or another kind is chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [kind]);
  const submit = (): void => {
    state.askForMissing();
    props.onAsked?.();
    const faulty = [...judgement.unanswered, ...judgement.refusals.map(({ field }) => field)];
    if (faulty.length === 0 && isReady) onSubmit(bodyOf(kind, draft));
    else if (place.current !== null) focusNext(place.current, '', isReady ? faulty : [...faulty, 'reason']);
  };
  const form = {
    draft,
    set: state.set,
    carried: state.carried,
    problemsOf: state.problemsOf,
    moveOn: (path: string) => {
      moving.current = path;
      render();
    },
  };
  const stability = judgement.outcome?.stability ?? null;
  return (
    <RecordFormContext value={form}>
      <form
        ref={place}
        className={styles['layout']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => onShortcut(event, submit)}
      >
        <div className={styles['questions']}>
          {props.head}
          <GeneralProblems state={state} problem={props.problem} />
          {kind === 'visit' ? (
            <VisitSections caseState={caseState} today={today} isWoman={isWoman} stability={stability} />
          ) : (
            <ShortSections kind={kind} today={today} earliest={caseState.fileBuiltOn} />
          )}
          {props.foot}
        </div>
        <OutcomePanel judgement={judgement} unanswered={judgement.unanswered.length} />
        <SaveBar {...props} />
      </form>
    </RecordFormContext>
  );
}

/** What concerns the record as a whole. */
function GeneralProblems({ state, problem }: Pick<RecordFormProps, 'state' | 'problem'>) {
  const messageOf = useCodeMessage();
  const general = state.judgement.refusals.filter(({ field }) => field === '');
  const warnings = state.judgement.warnings.filter(({ field }) => field === '');
  return (
    <>
      {general.map(({ code }) => (
        <Alert key={code} type="error" showIcon title={messageOf(code)} />
      ))}
      {warnings.map(({ code }) => (
        <Alert key={code} type="warning" showIcon title={messageOf(code)} />
      ))}
      {problem !== null && <ProblemAlert problem={problem} shownElsewhere={problem.fields.map(({ field }) => field)} />}
    </>
  );
}

function SaveBar({ state, isSending, isWaiting, submitLabel }: RecordFormProps) {
  const t = useTexts('smi');
  const format = useFormat();
  const { outcome } = state.judgement;
  return (
    <div className={`${styles['saveBar'] ?? ''} xq-no-print`}>
      <span className={styles['saveWords']}>
        {isWaiting ? (
          <span role="status">{t('form.waiting')}</span>
        ) : (
          <>
            {outcome?.lost === true && <StatusMark status="lost" />}
            {outcome?.stability != null && <StatusMark status={stabilityStatus(outcome.stability)} />}
            {outcome?.nextDueOn != null && (
              <span className="xq-number">{t('case.next', { day: format.shortDay(outcome.nextDueOn) })}</span>
            )}
          </>
        )}
      </span>
      <Button type="primary" size="large" htmlType="submit" loading={isSending} data-save>
        {submitLabel} <kbd className={styles['saveKey']}>Ctrl ⏎</kbd>
      </Button>
    </div>
  );
}

function onShortcut(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter') return;
  const isButton = event.target instanceof HTMLButtonElement;
  const isLongText = event.target instanceof HTMLTextAreaElement;
  if (event.ctrlKey || event.metaKey) submit();
  else if (isButton || isLongText) return;
  // Enter in a field would send half a form.
  event.preventDefault();
}

/** What nobody has answered, and what an answer has made necessary (a discharge has its date). */
function openQuestions({ judgement, draft }: RecordFormState): readonly string[] {
  const needed = judgement.refusals.map(({ field }) => field).filter((field) => valueAt(draft, field) == null);
  return [...judgement.unanswered, ...needed];
}

/** To the first of the wanted questions behind a place, else the first at all, else the button that saves. */
function focusNext(form: HTMLElement, from: string, wanted: readonly string[]): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const after = fields.slice(fields.findIndex((field) => field.dataset['field'] === from) + 1);
  const isWanted = (field: HTMLElement): boolean =>
    wanted.some((path) => path === field.dataset['field'] || path.startsWith(`${field.dataset['field'] ?? ''}.`));
  const next = after.find(isWanted) ?? fields.find(isWanted);
  const target = next?.querySelector<HTMLElement>('input:checked, input, textarea, button');
  (target ?? form.querySelector<HTMLElement>('[data-save]'))?.focus();
}
