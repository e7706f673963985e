import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useUser } from '../../session/use-session.js';
import { useFormat } from '../../shared/format.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import table from '../../shared/kpi/figure-table.module.css';
import type { Target } from './targets.js';

/** What a target was before, since when, and who set it. */
export function TargetHistory({ target, unit }: { readonly target: Target; readonly unit: string }) {
  const t = useTexts('indicators');
  const format = useFormat();
  const { id } = useUser();
  const { indicator, plan, org, year } = target;
  const history = useQuery({
    queryKey: ['kpi', 'targets', 'history', indicator, plan, org, year],
    queryFn: async ({ signal }) => {
      const query = { indicator, plan, org, year };
      return (await answer(api.GET('/api/v1/kpi/targets/history', { params: { query }, signal }))).items;
    },
  });
  if (history.isError) return <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} />;
  return (
    <ol aria-label={t('targets.history')}>
      {(history.data ?? []).map(({ recordedAt, value, source, actor }) => (
        <li key={recordedAt}>
          <strong className="xq-number">{format.measure(value, unit)}</strong> {format.time(recordedAt)}
          <span className={table['parts']}>
            {[
              t(
                actor === id ? 'targets.byYou' : actor.startsWith('system:') ? 'targets.byDocument' : 'targets.byOther',
              ),
              source,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}
