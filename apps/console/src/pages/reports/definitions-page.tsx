import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Definition } from '../../shared/kpi/definition.js';
import { indicatorList } from '../../shared/kpi/kpi-queries.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { useKpiView } from '../../shared/kpi/use-kpi-view.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import styles from './report-page.module.css';

/** Every indicator: formula, document and clause, and how well it is supported. */
export default function DefinitionsPage() {
  const t = useTexts('reports');
  const nameOf = useIndicatorName();
  const view = useKpiView();
  const list = useQuery(indicatorList);
  return (
    <Page
      title={t('definitions.titleCount', { n: list.data?.length ?? 0 })}
      lead={t('definitions.lead')}
      width="form"
      actions={<Link to={`/reports${view.search({})}`}>{t('definitions.back')}</Link>}
    >
      {list.isError && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      <div className={styles['definitions']}>
        {(list.data ?? []).map((indicator) => (
          <section key={indicator.id} id={indicator.id} className={styles['definition']}>
            <h2>
              {nameOf(indicator)}
              <small>{indicator.id}</small>
            </h2>
            <Definition indicator={indicator} />
          </section>
        ))}
      </div>
    </Page>
  );
}
