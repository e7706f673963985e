import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useArea } from '../../area/use-area.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { useLanguage } from '../../texts/language.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useMay } from '../../session/use-session.js';
import { useParameters } from '../../shared/use-parameters.js';
import { useTexts } from '../../texts/texts.js';
import { CaseFilters } from './list/case-filters.js';
import { caseColumns } from './list/case-columns.js';
import { casesOf, filterIn, NO_FILTER } from './list/cases-query.js';

/** Cases of the area, filtered by what is in the address. */
export default function CasesPage() {
  const t = useTexts('smi');
  const mayRegister = useMay()('smi.case.write');
  const format = useFormat();
  const language = useLanguage();
  const columns = useMemo(() => caseColumns(t, format, language), [t, format, language]);
  const { code, area } = useArea();
  const [parameters, change] = useParameters();
  const filter = filterIn(parameters);
  const [q, setQ] = useState('');
  const [clearings, setClearings] = useState(0);
  const cases = useInfiniteQuery({ ...casesOf(code ?? '', filter, q), enabled: code !== undefined });
  const rows = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const clear = (): void => {
    change(NO_FILTER);
    setQ('');
    // The words stand in their field until it is made anew.
    setClearings((n) => n + 1);
  };
  const isFiltered = q !== '' || Object.keys(filter).length > 0;
  const found = { n: rows.length, area: area?.name ?? '' };
  const whole = isFiltered ? t('cases.found', found) : t('cases.all', found);
  const counted = cases.hasNextPage ? t('cases.more', found) : whole;
  return (
    <Page
      title={cases.data === undefined ? t('cases.title') : counted}
      actions={
        mayRegister && (
          <Link to="/smi/register">
            <Button type="primary">{t('cases.register')}</Button>
          </Link>
        )
      }
    >
      <CaseFilters key={clearings} filter={filter} onChange={change} onSearch={setQ} />
      {cases.isError && <ProblemAlert problem={cases.error} onRetry={() => void cases.refetch()} />}
      <DataTable
        caption={t('cases.title')}
        rows={rows}
        columns={columns}
        isFixed
        rowKey={({ id }) => id}
        isLoading={cases.isPending}
        onMore={cases.hasNextPage ? () => void cases.fetchNextPage({ cancelRefetch: false }) : undefined}
        empty={
          !cases.isError && (
            <EmptyState
              text={isFiltered ? t('cases.noneFound') : t('cases.none')}
              {...(isFiltered && { action: { label: t('cases.clear'), onClick: clear } })}
              {...(!isFiltered && mayRegister && { action: { label: t('cases.register'), to: '/smi/register' } })}
            />
          )
        }
      />
    </Page>
  );
}
