import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { idempotencyKey, ifMatch } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { useToday } from '../../session/use-session.js';
import { useFormat } from '../../shared/format.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { populations, type Population } from './area-queries.js';
import styles from './system.module.css';

const YEARS = 2;

/** Residents at the end of the last years that have ended; what they change is said beside them. */
export function PopulationTable({ code }: { readonly code: string }) {
  const t = useTexts('system');
  const last = Number(useToday().slice(0, 4)) - 1;
  const years = Array.from({ length: YEARS }, (_, i) => last - i);
  const figures = useQuery(populations(code));
  return (
    <section className={styles['stack']}>
      <h2>{t('population.title')}</h2>
      <p className={styles['hint']}>{t('population.effect')}</p>
      {figures.isError && <ProblemAlert problem={figures.error} onRetry={() => void figures.refetch()} />}
      <div className={styles['cards']}>
        {figures.data !== undefined &&
          years.map((year) => (
            <Year
              key={`${code} ${year}`}
              code={code}
              year={year}
              known={figures.data.find((one) => one.year === year) ?? null}
            />
          ))}
      </div>
    </section>
  );
}

interface YearProps {
  readonly code: string;
  readonly year: number;
  readonly known: Population | null;
}

function Year({ code, year, known }: YearProps) {
  const t = useTexts('system');
  const format = useFormat();
  const queries = useQueryClient();
  const [resident, setResident] = useState<number>();
  const save = useWrite(
    (body: { resident: number; registered: number | null }, key) =>
      answer(
        api.PUT('/api/v1/orgs/{code}/population/{year}', {
          params: { path: { code, year } },
          body,
          // A correction says which figure it corrects.
          headers: { ...idempotencyKey(key), ...(known === null ? {} : ifMatch(known.version)) },
        }),
      ),
    {
      onSuccess: () => {
        setResident(undefined);
        return queries.invalidateQueries({ queryKey: ['population', code] });
      },
    },
  );
  const changed = resident !== undefined && resident !== known?.resident;
  return (
    <div className={styles['year']}>
      <label className={styles['year']}>
        {t('population.year', { year: String(year) })}
        <InputNumber
          value={resident ?? known?.resident ?? null}
          min={0}
          max={2_000_000_000}
          precision={0}
          placeholder={t('population.none')}
          style={{ width: '100%' }}
          onChange={(value) => setResident(value ?? undefined)}
        />
      </label>
      <p className={styles['hint']}>
        {known === null ? t('population.missing') : t('population.known', { n: format.count(known.resident) })}
      </p>
      {changed && (
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ resident, registered: known?.registered ?? null })}
        >
          {t('save')}
        </Button>
      )}
      {save.isError && <ProblemAlert problem={save.error} />}
    </div>
  );
}
