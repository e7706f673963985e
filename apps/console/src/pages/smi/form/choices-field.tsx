import type { KeyboardEvent } from 'react';
import type { CodeList } from '#domain';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { isTyping } from './choice-field.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';
import { valueAt } from './record-draft.js';
import { Tick } from './tick.js';

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
            <Tick keyName="0" label={none} chosen={ticked?.length === 0} describedBy={describedBy} onTick={takeNone} />
          )}
          {codes.map(({ code }, i) => (
            <Tick
              key={code}
              keyName={keyOf(i)}
              label={labelOf(codes, code)}
              chosen={ticked?.includes(code)}
              describedBy={describedBy}
              onTick={() => tick(code)}
            />
          ))}
          <span className="xq-hidden">{t('form.severalHint')}</span>
        </div>
      )}
    </Field>
  );
}

const keyOf = (place: number): string => (place < 9 ? String(place + 1) : (LETTERS[place - 9] ?? ''));
