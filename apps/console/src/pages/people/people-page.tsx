import { useInfiniteQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { SEXES } from '#domain';
import { answer, api, type Schemas } from '../../api/client.js';
import { useArea } from '../../area/use-area.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useCodeLabel } from '../../shared/use-code-label.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import type { Column } from '../../shared/data-table/column.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import styles from './people-page.module.css';

const PAGE = 200;

/** Residents of the area by name, pinyin, document or telephone. */
export default function PeoplePage() {
  const t = useTexts('people');
  const labelOf = useCodeLabel();
  const columns = useMemo(() => columnsOf(t, labelOf), [t, labelOf]);
  const { code, area } = useArea();
  // What was searched for may be a name or a number: it stands in no address.
  const [q, setQ] = useState('');
  const people = useInfiniteQuery({
    queryKey: ['persons', code, q],
    enabled: code !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { org: code ?? '', limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return answer(
        q === ''
          ? api.GET('/api/v1/persons', { params: { query }, signal })
          : api.POST('/api/v1/persons/search', { body: { ...query, q }, signal }),
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = people.data?.pages.flatMap(({ items }) => items) ?? [];
  const values = { n: rows.length, area: area?.name ?? '' };
  const whole = q === '' ? t('all', values) : t('found', values);
  const title = people.data === undefined ? t('title') : people.hasNextPage ? t('more', values) : whole;
  return (
    <Page title={title}>
      <search className={styles['search']}>
        <Input.Search
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={60}
          onSearch={(text) => setQ(text.trim())}
        />
      </search>
      {people.isError && <ProblemAlert problem={people.error} onRetry={() => void people.refetch()} />}
      <DataTable
        caption={t('title')}
        rows={rows}
        columns={columns}
        isFixed
        rowKey={({ id }) => id}
        isLoading={people.isPending}
        onMore={people.hasNextPage ? () => void people.fetchNextPage({ cancelRefetch: false }) : undefined}
        empty={!people.isError && <EmptyState text={q === '' ? t('empty') : t('nobody')} />}
      />
    </Page>
  );
}

function columnsOf(
  t: Translate<'people'>,
  labelOf: ReturnType<typeof useCodeLabel>,
): readonly Column<Schemas['PersonDto']>[] {
  return [
    {
      key: 'name',
      title: t('column.name'),
      onCard: 'heading',
      render: ({ id, name }) => (
        <Link to={`/people/${id}`}>
          <strong>{name}</strong>
        </Link>
      ),
    },
    { key: 'sex', title: t('column.sex'), width: '88px', render: ({ sex }) => labelOf(SEXES, sex) },
    { key: 'age', title: t('column.age'), width: '104px', render: ({ ageBand }) => ageBand ?? '—' },
    { key: 'document', title: t('column.document'), width: '180px', render: ({ idNumber }) => idNumber ?? '—' },
    { key: 'phone', title: t('column.phone'), width: '160px', render: ({ phone }) => phone ?? '—' },
  ];
}
