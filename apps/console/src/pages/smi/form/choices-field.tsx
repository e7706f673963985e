import type { KeyboardEvent } from 'react';
import type { CodeList } from '#domain';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { isTyping } from './choice-field.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';
import { valueAt } from './record-draft.js';

type Code = string | number;

interface ChoicesFieldProps {
  readonly path: string;
  readonly label: string;
  readonly codes: CodeList;
  /** "None of them" is an answer of its own, key 0. */
  readonly none?: string;
}

const LETTERS = 'abcdefgh';

/** Any of them: numbers (then letters) tick, 0 is none, Enter goes on. */
export function ChoicesField({ path, label, codes, none }: ChoicesFieldProps) {
  const t = useTexts('smi');
  const form = useRecordForm();
  const labelOf = useCodeLabel();
  const value = valueAt(form.draft, path);
  const ticked = Array.isArray(value) ? (value as readonly Code[]) : undefined;
  const tick = (code: Code): void => {
    const now = ticked ?? [];
    const next = now.includes(code) ? now.filter((one) => one !== code) : [...now, code];
    form.set(
      path,
      codes.map((entry) => entry.code).filter((one) => next.includes(one)),
    );
  };
  const takeNone = (): void => form.set(path, []);
  const byKey = (event: KeyboardEvent): void => {
    if (isTyping(event)) return;
    if (event.key === 'Enter') form.moveOn(path);
    else if (event.key === '0' && none !== undefined) {
      takeNone();
      form.moveOn(path);
    } else {
      const found = codes.find((_, i) => keyOf(i) === event.key.toLowerCase());
      if (found === undefined) return;
      tick(found.code);
    }
    event.preventDefault();
  };
  return (
    <Field path={path} label={label} onKeyDown={byKey}>
      {({ describedBy }) => (
        <div className={styles['choices']}>
          {none !== undefined && (
            <label className={styles['choice']} data-chosen={ticked?.length === 0}>
              <input
                type="checkbox"
                checked={ticked?.length === 0}
                aria-describedby={describedBy}
                onChange={takeNone}
              />
              <kbd>0</kbd>
              <span>{none}</span>
            </label>
          )}
          {codes.map(({ code }, i) => (
            <label key={code} className={styles['choice']} data-chosen={ticked?.includes(code)}>
              <input
                type="checkbox"
                checked={ticked?.includes(code) === true}
                aria-describedby={describedBy}
                onChange={() => tick(code)}
              />
              <kbd>{keyOf(i)}</kbd>
              <span>{labelOf(codes, code)}</span>
            </label>
          ))}
          <span className="xq-hidden">{t('form.severalHint')}</span>
        </div>
      )}
    </Field>
  );
}

const keyOf = (place: number): string => (place < 9 ? String(place + 1) : (LETTERS[place - 9] ?? ''));
