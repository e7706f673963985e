import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { useFormat } from '../../shared/format.js';
import type { Figure, Indicator } from '../../shared/kpi/figures.js';
import { BarField } from '../../shared/bar-field.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { say } from '../../shared/notice.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { effectOf } from './target-effect.js';
import type { Target } from './targets.js';
import styles from './targets-page.module.css';

interface TargetFormProps {
  readonly org: string;
  readonly year: number;
  readonly indicators: readonly Indicator[];
  readonly figures: readonly Figure[];
  readonly targets: readonly Target[];
}

const LARGEST: Readonly<Record<string, number>> = { percent: 100, permille: 1000 };

/** What stands in the form. Texts, as they are typed. */
interface Entries {
  readonly indicator: string;
  readonly value: string;
  readonly year: string;
  readonly plan: string;
  readonly source: string;
}

/** One target of this area; while it is typed, the page says what it would mean today. */
export function TargetForm({ org, year, indicators, figures, targets }: TargetFormProps) {
  const t = useTexts('indicators');
  const noteId = useId();
  const [entries, setEntries] = useState<Entries>({
    ...{ indicator: indicators[0]?.id ?? '', value: '', year: String(year), plan: '', source: '' },
  });
  const enter = (change: Partial<Entries>) => setEntries((now) => ({ ...now, ...change }));
  const save = useSaveTarget(() => enter({ value: '' }));
  const indicator = indicators.find(({ id }) => id === entries.indicator);
  const value = valueOf(entries.value, indicator);
  const known = targets.find((one) => isSame(one, entries, org));
  const submit = () => {
    if (typeof value !== 'number' || entries.plan.trim() === '') return;
    const source = entries.source.trim();
    save.mutate([
      {
        ...{ indicator: entries.indicator, org, plan: entries.plan.trim(), year: Number(entries.year), value },
        ...(source === '' ? {} : { source }),
      },
    ]);
  };
  return (
    <form
      className={`${styles['form'] ?? ''} xq-no-print`}
      aria-label={t('targets.set')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={styles['title']}>{t('targets.set')}</h2>
      <TargetFields {...{ entries, enter, indicators, indicator, noteId, isWrong: value === 'wrong' }} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('targets.save')}
      </Button>
      <p className={styles['effect']} id={noteId} aria-live="polite">
        <Note {...{ value, indicator, known }} figure={figures.find((one) => one.indicator === entries.indicator)} />
      </p>
      {save.isError && <ProblemAlert problem={save.error} />}
    </form>
  );
}

type TargetBody = Schemas['KpiTargetDto'];

function useSaveTarget(onSaved: () => void) {
  const t = useTexts('indicators');
  const queries = useQueryClient();
  return useWrite(
    (body: TargetBody[], key) => answer(api.PUT('/api/v1/kpi/targets', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: ['kpi'] });
        say(t('targets.saved'));
        onSaved();
      },
    },
  );
}

/** The number that was typed; `wrong` when it is none or out of range, nothing while the field is empty. */
function valueOf(text: string, indicator: Indicator | undefined): number | 'wrong' | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 && value <= largestOf(indicator) ? value : 'wrong';
}

function largestOf(indicator: Indicator | undefined): number {
  return LARGEST[indicator?.unit ?? ''] ?? 10_000_000;
}

function isSame(target: Target, entries: Entries, org: string): boolean {
  const { indicator, plan, year } = entries;
  return target.indicator === indicator && target.org === org && target.plan === plan && String(target.year) === year;
}

interface TargetFieldsProps {
  readonly entries: Entries;
  readonly enter: (change: Partial<Entries>) => void;
  readonly indicators: readonly Indicator[];
  readonly indicator: Indicator | undefined;
  readonly noteId: string;
  readonly isWrong: boolean;
}

function TargetFields({ entries, enter, indicators, indicator, noteId, isWrong }: TargetFieldsProps) {
  const t = useTexts('indicators');
  const nameOf = useIndicatorName();
  return (
    <>
      <span className={styles['wide']}>
        <BarField label={t('indicator')}>
          <select value={entries.indicator} onChange={({ target }) => enter({ indicator: target.value })}>
            {indicators.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </BarField>
      </span>
      <BarField label={t(indicator?.unit === 'permille' ? 'targets.inPermille' : 'targets.inPercent')}>
        <input
          inputMode="decimal"
          required
          value={entries.value}
          aria-invalid={isWrong}
          aria-describedby={noteId}
          onChange={({ target }) => enter({ value: target.value })}
        />
      </BarField>
      <BarField label={t('targets.year')}>
        <input
          type="number"
          min={2000}
          max={2200}
          required
          value={entries.year}
          onChange={({ target }) => enter({ year: target.value })}
        />
      </BarField>
      <span className={styles['wide']}>
        <BarField label={t('targets.plan')}>
          <input
            required
            maxLength={64}
            value={entries.plan}
            onChange={({ target }) => enter({ plan: target.value })}
          />
        </BarField>
      </span>
      <span className={styles['wide']}>
        <BarField label={t('targets.source')}>
          <input maxLength={200} value={entries.source} onChange={({ target }) => enter({ source: target.value })} />
        </BarField>
      </span>
    </>
  );
}

interface NoteProps {
  readonly value: number | 'wrong' | undefined;
  readonly indicator: Indicator | undefined;
  readonly figure: Figure | undefined;
  readonly known: Target | undefined;
}

/** What is wrong with the target, or what it would mean, and what it replaces. */
function Note({ value, indicator, figure, known }: NoteProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  if (value === 'wrong') {
    const largest = format.count(largestOf(indicator));
    return <span className={styles['fault']}>{t('targets.range', { largest })}</span>;
  }
  return (
    <>
      {value !== undefined && indicator !== undefined && figure !== undefined && (
        <Effect {...{ indicator, figure, value }} />
      )}
      {known !== undefined && value !== undefined && (
        <> {t('targets.replaces', { value: format.measure(known.value, indicator?.unit ?? '') })}</>
      )}
    </>
  );
}

interface EffectProps {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly value: number;
}

function Effect({ indicator, figure, value }: EffectProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  const effect = effectOf(indicator, figure, value);
  if (effect === undefined) return <>{t('targets.effect.none')}</>;
  const now = format.measure(figure.value, figure.unit);
  if (effect.met) return <>{t('targets.effect.met', { now })}</>;
  return <>{t('targets.effect.missed', { now, n: effect.heads })}</>;
}
