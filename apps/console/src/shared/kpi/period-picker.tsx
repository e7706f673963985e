import type { ReactNode } from 'react';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import { BarField } from '../bar-field.js';
import { DayInput } from '../day-input/day-input.js';
import styles from './period-picker.module.css';
import {
  changeKind,
  lastDayOf,
  PARTS_OF_YEAR,
  PERIOD_KINDS,
  readPeriod,
  writePeriod,
  type PeriodParts,
} from './periods.js';
import type { KpiView } from './use-kpi-view.js';
import { monthName } from './use-period-name.js';

const YEARS_BACK = 5;

/** Year, half, quarter, month or range, and the day an unfinished one is measured to. All of it stands in the address. */
export function PeriodPicker({ view, children }: { readonly view: KpiView; readonly children?: ReactNode }) {
  const t = useTexts('shared');
  const { measure, today } = view;
  const period = readPeriod(measure.period) ?? { kind: 'year', year: Number(today.slice(0, 4)), part: 1 };
  const show = (next: PeriodParts) => view.change({ period: writePeriod(next), asOf: undefined });
  return (
    <div className={`${styles['bar'] ?? ''} xq-no-print`} role="group" aria-label={t('period.label')}>
      <BarField label={t('period.kind')}>
        <select
          value={period.kind}
          onChange={({ target }) => {
            const kind = PERIOD_KINDS.find((one) => one === target.value);
            if (kind !== undefined) show(changeKind(period, kind, today));
          }}
        >
          {PERIOD_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`period.kind.${kind}`)}
            </option>
          ))}
        </select>
      </BarField>
      {period.kind === 'range' ? (
        <RangeFields period={period} today={today} onChange={show} />
      ) : (
        <NamedFields period={period} today={today} onChange={show} />
      )}
      {lastDayOf(period) >= today && (
        <BarField label={t('period.asOf')}>
          <DayInput
            value={measure.asOf ?? today}
            max={today}
            onChange={(day) => isUntil(day, today) && view.change({ asOf: day === today ? undefined : day })}
          />
        </BarField>
      )}
      {children}
    </div>
  );
}

interface PartProps<P extends PeriodParts> {
  readonly period: P;
  readonly today: string;
  readonly onChange: (period: PeriodParts) => void;
}

function NamedFields({ period, today, onChange }: PartProps<Exclude<PeriodParts, { kind: 'range' }>>) {
  const t = useTexts('shared');
  const language = useLanguage();
  const thisYear = Number(today.slice(0, 4));
  const first = Math.min(thisYear - YEARS_BACK, period.year);
  const years = Array.from({ length: thisYear - first + 1 }, (_, i) => thisYear - i);
  const parts = PARTS_OF_YEAR[period.kind];
  // What has not begun cannot be measured.
  const begun = (part: number): boolean => {
    const month = (12 / parts) * (part - 1) + 1;
    return `${String(period.year)}-${String(month).padStart(2, '0')}-01` <= today;
  };
  return (
    <>
      <BarField label={t('period.year')}>
        <select
          value={period.year}
          onChange={({ target }) => onChange(clamped({ ...period, year: Number(target.value) }, today))}
        >
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </BarField>
      {parts > 1 && (
        <BarField label={t(`period.kind.${period.kind}`)}>
          <select value={period.part} onChange={({ target }) => onChange({ ...period, part: Number(target.value) })}>
            {Array.from({ length: parts }, (_, i) => i + 1)
              .filter(begun)
              .map((part) => (
                <option key={part} value={part}>
                  {period.kind === 'half' || period.kind === 'quarter'
                    ? t(`period.part.${period.kind}`, { part: String(part) })
                    : monthName(undefined, part, language)}
                </option>
              ))}
          </select>
        </BarField>
      )}
    </>
  );
}

function RangeFields({ period, today, onChange }: PartProps<Extract<PeriodParts, { kind: 'range' }>>) {
  const t = useTexts('shared');
  return (
    <>
      <BarField label={t('period.from')}>
        <DayInput
          value={period.from}
          max={period.to}
          onChange={(from) => isUntil(from, period.to) && onChange({ ...period, from })}
        />
      </BarField>
      <BarField label={t('period.to')}>
        <DayInput
          value={period.to}
          min={period.from}
          max={today}
          onChange={(to) => isUntil(to, today) && to >= period.from && onChange({ ...period, to })}
        />
      </BarField>
    </>
  );
}

/** The last part of its year that has begun. */
function clamped(period: Exclude<PeriodParts, { kind: 'range' }>, today: string): PeriodParts {
  if (period.year < Number(today.slice(0, 4))) return period;
  const current = Math.ceil(Number(today.slice(5, 7)) / (12 / PARTS_OF_YEAR[period.kind]));
  return { ...period, part: Math.min(period.part, current) };
}

/** A day to count from or to; what lies outside waits in its field. */
function isUntil(day: string | undefined, last: string): day is string {
  return day !== undefined && day <= last;
}
