import { useMemo } from 'react';
import { session } from '../session/session.js';
import type { Language } from '../texts/language.js';
import { useLanguage } from '../texts/language.js';
import { TIME_ZONE } from './local-day.js';

const NOTHING = '—';
const DAY_MS = 86_400_000;
/** Beyond this a day without its year could be taken for another one. */
const NEAR_DAYS = 270;

/** Numbers and days as people write them; `—` for what is not there. */
export interface Format {
  /** `1,043` */
  count(value: number | null | undefined): string;
  /** `82.69 %`; ‰ for `permille`; a plain number for counts. */
  measure(value: number | null | undefined, unit: string): string;
  /** `82.69`, where the unit stands elsewhere. */
  ratio(value: number | null | undefined): string;
  /** `1,043 / 1,261` */
  fraction(numerator: number | null | undefined, denominator: number | null | undefined): string;
  /** A calendar day `YYYY-MM-DD`: `2026年3月16日`, `16 Mar 2026`. */
  day(value: string | null | undefined): string;
  /** Without the year where nobody can mistake it, a few months back and ahead: `3月16日`, `16 Mar`; else as `day`. */
  shortDay(value: string | null | undefined): string;
  /** An instant, to the minute. */
  time(value: string | Date | null | undefined): string;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

/** After a space that no line breaks at. */
const UNITS: Readonly<Record<string, string>> = { percent: '\u00a0%', permille: '\u00a0‰' };

/** The forms of a language. */
export function formatFor(language: Language): Format {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const shortDay = new Intl.DateTimeFormat(locale, {
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE });
  const count = (value: number | null | undefined): string => (value == null ? NOTHING : whole.format(value));
  const calendar = (form: Intl.DateTimeFormat, value: string | null | undefined): string =>
    value == null ? NOTHING : form.format(new Date(`${value}T00:00:00Z`));
  return {
    count,
    measure: (value, unit) => {
      if (value == null) return NOTHING;
      return unit in UNITS ? ratio.format(value) + (UNITS[unit] ?? '') : whole.format(value);
    },
    ratio: (value) => (value == null ? NOTHING : ratio.format(value)),
    fraction: (numerator, denominator) => `${count(numerator)} / ${count(denominator)}`,
    day: (value) => calendar(day, value),
    shortDay: (value) => calendar(isNear(value) ? shortDay : day, value),
    time: (value) => (value == null ? NOTHING : time.format(new Date(value))),
  };
}

function isNear(value: string | null | undefined): boolean {
  return value == null || Math.abs(Date.parse(value) - Date.parse(todayHere())) < NEAR_DAYS * DAY_MS;
}

/** Today as the server says it, for what is written outside a component. */
function todayHere(): string {
  return session.state.user?.today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(new Date());
}
