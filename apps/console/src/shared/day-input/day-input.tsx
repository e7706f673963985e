import { useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../../texts/texts.js';
import { Icon } from '../icon.js';
import { useIsTouch } from '../use-media.js';
import styles from './day-input.module.css';
import { dayOfText } from './typed-day.js';

interface DayInputProps {
  readonly id?: string;
  /** `2026-11-23`; a form hands these two in. */
  readonly value?: string | undefined;
  readonly onChange?: (day: string | undefined) => void;
  /** What the calendar offers; a day that is typed is for the form to judge. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
  readonly 'aria-required'?: boolean | 'true' | 'false';
}

/** A day, year first whatever language the browser has: typed in one go, or chosen in the calendar. */
export function DayInput(props: DayInputProps) {
  return useIsTouch() ? <TouchedDay {...props} /> : <TypedDay {...props} />;
}

/** A phone has a calendar for thumbs, in its user's language. */
function TouchedDay({ value, onChange, ...own }: DayInputProps) {
  return (
    <input
      {...own}
      type="date"
      className={styles['touched']}
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.value)}
    />
  );
}

function TypedDay({ value, onChange, min, max, ...own }: DayInputProps) {
  const t = useTexts('shared');
  const { text, isWrong, type, leave, isAt } = useTyped(value, onChange);
  const calendar = useRef<HTMLInputElement>(null);
  const open = (): void => calendar.current?.showPicker();
  const byKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  };
  return (
    <span className={styles['whole']}>
      <span className={styles['frame']}>
        <input
          {...own}
          {...(isWrong ? { 'aria-invalid': true } : {})}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          placeholder={t('day.form')}
          value={text}
          onChange={({ target }) => type(target.value)}
          onFocus={() => isAt(true)}
          onBlur={leave}
          onKeyDown={byKey}
        />
        {/* For the mouse: the keys have Alt+↓, and who cannot see it types. */}
        <button type="button" tabIndex={-1} aria-hidden="true" title={t('day.open')} onClick={open}>
          <Icon name="today" />
        </button>
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          className={styles['calendar']}
          min={min}
          max={max}
          value={value ?? ''}
          onChange={({ target }) => target.value !== '' && onChange?.(target.value)}
        />
      </span>
      {isWrong && (
        <span role="alert" className={styles['wrong']}>
          {t('day.how')}
        </span>
      )}
    </span>
  );
}

/** What stands in the field: as typed while somebody is in it, else the day it means. What means no day is left to be mended. */
function useTyped(value: string | undefined, onChange: DayInputProps['onChange']) {
  const [typed, setTyped] = useState<string | undefined>();
  const [isIn, isAt] = useState(false);
  const isMine = typed !== undefined && (isIn || (value ?? '') === '');
  return {
    text: isMine ? typed : (value ?? ''),
    isWrong: isMine && !isIn,
    isAt,
    type(text: string): void {
      setTyped(text);
      const day = dayOfText(text);
      // Half a day is not told: the form would ask for what is being typed.
      if ((day ?? '') !== (value ?? '')) onChange?.(day);
    },
    leave(): void {
      isAt(false);
      setTyped((text) =>
        text === undefined || text.trim() === '' || dayOfText(text) !== undefined ? undefined : text,
      );
    },
  };
}
