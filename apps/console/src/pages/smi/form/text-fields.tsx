import { Input } from 'antd';
import { DayInput } from '../../../shared/day-input/day-input.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';
import { valueAt } from './record-draft.js';

interface TextFieldProps {
  readonly path: string;
  readonly label: string;
  readonly maxLength?: number;
  readonly long?: boolean;
}

const SHORT = 80;
const LONG = 500;

export function TextField({ path, label, long = false, maxLength = long ? LONG : SHORT }: TextFieldProps) {
  const { draft, set } = useRecordForm();
  const value = valueAt(draft, path);
  const text = typeof value === 'string' ? value : '';
  return (
    <Field path={path} label={label}>
      {({ describedBy }) =>
        long ? (
          <Input.TextArea
            aria-label={label}
            aria-describedby={describedBy}
            rows={2}
            maxLength={maxLength}
            value={text}
            onChange={({ target }) => set(path, target.value)}
          />
        ) : (
          <Input
            aria-label={label}
            aria-describedby={describedBy}
            maxLength={maxLength}
            value={text}
            onChange={({ target }) => set(path, target.value)}
          />
        )
      }
    </Field>
  );
}

interface DateFieldProps {
  readonly path: string;
  readonly label: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

export function DateField({ path, label, min, max }: DateFieldProps) {
  const { draft, set } = useRecordForm();
  const value = valueAt(draft, path);
  return (
    <Field path={path} label={label}>
      {({ describedBy }) => (
        <DayInput
          aria-label={label}
          aria-describedby={describedBy}
          min={min}
          max={max}
          value={typeof value === 'string' ? value : undefined}
          onChange={(day) => set(path, day)}
        />
      )}
    </Field>
  );
}

/** Yes or not; nothing said is not. */
export function FlagField({ path, label }: { readonly path: string; readonly label: string }) {
  const { draft, set } = useRecordForm();
  const isSet = valueAt(draft, path) === true;
  return (
    <Field path={path} label={label} isQuiet>
      {({ describedBy }) => (
        <label className={styles['choice']} data-chosen={isSet}>
          <input
            type="checkbox"
            checked={isSet}
            aria-describedby={describedBy}
            onChange={({ target }) => set(path, target.checked ? true : undefined)}
          />
          <span>{label}</span>
        </label>
      )}
    </Field>
  );
}
