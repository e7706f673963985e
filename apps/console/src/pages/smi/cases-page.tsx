import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useArea } from '../../area/use-area.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { useLanguage } from '../../texts/language.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useMay } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { CaseFilters } from './list/case-filters.js';
import { caseColumns } from './list/case-columns.js';
import { casesOf, filterIn, type CaseFilter } from './list/cases-query.js';

/** Cases of the area, filtered by what is in the address. */
export default function CasesPage() {
  const t = useTexts('smi');
  const may = useMay();
  const format = useFormat();
  const language = useLanguage();
  const columns = useMemo(() => caseColumns(t, format, language), [t, format, language]);
  const { code, area } = useArea();
  const [parameters, setParameters] = useSearchParams();
  const filter = filterIn(parameters);
  const [q, setQ] = useState('');
  const cases = useInfiniteQuery({ ...casesOf(code ?? '', filter, q), enabled: code !== undefined });
  const rows = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const apply = (next: CaseFilter): void =>
    setParameters((now) => {
      const org = now.get('org');
      return new URLSearchParams({ ...(org === null ? {} : { org }), ...next });
    });
  const isFiltered = q !== '' || Object.keys(filter).length > 0;
  const found = { n: rows.length, area: area?.name ?? '' };
  const whole = isFiltered ? t('cases.found', found) : t('cases.all', found);
  const counted = cases.hasNextPage ? t('cases.more', found) : whole;
  return (
    <Page
      title={cases.data === undefined ? t('cases.title') : counted}
      actions={
        may('smi.case.write') && (
          <Link to="/smi/register">
            <Button type="primary">{t('cases.register')}</Button>
          </Link>
        )
      }
    >
      <CaseFilters filter={filter} onChange={apply} onSearch={setQ} />
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
              action={
                isFiltered
                  ? { label: t('cases.clear'), onClick: () => apply({}) }
                  : { label: t('cases.register'), to: '/smi/register' }
              }
            />
          )
        }
      />
    </Page>
  );
}
