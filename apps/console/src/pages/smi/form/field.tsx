import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';

interface FieldProps {
  readonly path: string;
  readonly label: string;
  /** The answer says the words itself. */
  readonly isQuiet?: boolean;
  /** Codes by their numbers, and other keys. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: (ids: { readonly describedBy: string | undefined }) => ReactNode;
}

/** One question: its words, whether its answer was taken over, its answer, and what is wrong with it. */
export function Field({ path, label, isQuiet = false, onKeyDown, children }: FieldProps) {
  const t = useTexts('smi');
  const { carried, problemsOf } = useRecordForm();
  const id = useId();
  const problems = problemsOf(path);
  return (
    <fieldset
      className={`${styles['field'] ?? ''} ${isQuiet ? (styles['quiet'] ?? '') : ''}`}
      data-field={path}
      onKeyDown={onKeyDown}
    >
      <legend className={isQuiet ? 'xq-hidden' : undefined}>
        {label}
        {carried(path) && <span className={styles['carried']}>{t('form.carried')}</span>}
      </legend>
      {children({ describedBy: problems.length > 0 ? id : undefined })}
      {problems.length > 0 && (
        <ul id={id} className={styles['problems']}>
          {problems.map(({ code, message, level, rule }) => (
            <ProblemLine key={code} level={level}>
              {message}
              {rule !== undefined && rule.startsWith('V') && <span className={styles['rule']}>{rule}</span>}
            </ProblemLine>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const SHAPES = {
  error: 'M6 .2 11.8 6 6 11.8.2 6z',
  warning: 'M6 .8 11.6 11H.4z',
  info: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
};

/** A line of what is wrong with an answer, marked by colour and shape. */
export function ProblemLine({
  level,
  children,
}: {
  readonly level: keyof typeof SHAPES;
  readonly children: ReactNode;
}) {
  return (
    <li className={styles[level]}>
      <ProblemShape level={level} />
      {children}
    </li>
  );
}

function ProblemShape({ level }: { readonly level: keyof typeof SHAPES }) {
  return (
    <svg width={10} height={10} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SHAPES[level]} fill="currentColor" />
    </svg>
  );
}
