import type { KeyboardEvent } from 'react';
import type { CodeList } from '#domain';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';
import { valueAt } from './record-draft.js';

type Code = string | number | boolean;

interface ChoiceFieldProps {
  readonly path: string;
  readonly label: string;
  readonly codes: CodeList;
  /** What a code is kept as, where the form's code is not the value. */
  readonly values?: Readonly<Record<string, Code>>;
  /** One below the other, for long texts. */
  readonly wide?: boolean;
  /** May be taken back by choosing it again. */
  readonly optional?: boolean;
}

/** One of a few: the code's number chooses and goes on to the next open question, arrows change, Tab passes. */
export function ChoiceField({ path, label, codes, values, wide = false, optional = false }: ChoiceFieldProps) {
  const form = useRecordForm();
  const labelOf = useCodeLabel();
  const chosen = valueAt(form.draft, path);
  const valueOf = (code: string | number): Code => values?.[code] ?? code;
  const choose = (code: string | number): void => form.set(path, valueOf(code));
  const byNumber = (event: KeyboardEvent): void => {
    const found = isTyping(event) ? undefined : codes.find(({ code }, i) => keyOf(code, i) === event.key);
    if (found === undefined) return;
    event.preventDefault();
    choose(found.code);
    form.moveOn(path);
  };
  return (
    <Field path={path} label={label} onKeyDown={byNumber}>
      {({ describedBy }) => (
        <div className={wide ? styles['wideChoices'] : styles['choices']} role="radiogroup" aria-label={label}>
          {codes.map(({ code }, i) => (
            <label key={code} className={styles['choice']} data-chosen={valueOf(code) === chosen}>
              <input
                type="radio"
                name={path}
                checked={valueOf(code) === chosen}
                aria-describedby={describedBy}
                onChange={() => choose(code)}
                onClick={() => optional && valueOf(code) === chosen && form.set(path, undefined)}
              />
              <kbd>{keyOf(code, i)}</kbd>
              <span>{labelOf(codes, code)}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

/** The key that chooses a code: its own number, else its place. */
export function keyOf(code: string | number, place: number): string {
  return typeof code === 'number' ? String(code) : String(place + 1);
}

/** Numbers belong to the text they are typed into. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  const field = target as HTMLElement;
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && !['radio', 'checkbox'].includes(field.type))
  );
}
