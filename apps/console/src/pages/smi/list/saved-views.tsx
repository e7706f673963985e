import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { answer, api, done } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Icon } from '../../../shared/icon.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { useTexts } from '../../../texts/texts.js';
import { FILTERS, type CaseFilter } from './cases-query.js';
import styles from './case-list.module.css';

const PAGE = 'smi-cases';
const VIEWS = ['views', PAGE];

interface SavedViewsProps {
  readonly filter: CaseFilter;
  readonly onChoose: (filter: CaseFilter) => void;
}

/** Filters somebody comes back to, kept with the account. */
export function SavedViews({ filter, onChoose }: SavedViewsProps) {
  const t = useTexts('smi');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('views.title')}
      content={
        isOpen && (
          <ViewList
            filter={filter}
            onChoose={(chosen) => {
              setOpen(false);
              onChoose(chosen);
            }}
          />
        )
      }
    >
      <Button>{t('views.title')}</Button>
    </Popover>
  );
}

function ViewList({ filter, onChoose }: SavedViewsProps) {
  const t = useTexts('smi');
  const [name, setName] = useState('');
  const { views, keep, remove } = useSavedViews();
  const problem = views.error ?? keep.error ?? remove.error;
  return (
    <div className={styles['views']}>
      {problem !== null && <ProblemAlert problem={problem} />}
      {views.data?.items.map((view) => (
        <div key={view.name} className={styles['view']}>
          <Button type="link" onClick={() => onChoose(filterOf(view.filter))}>
            {view.name}
          </Button>
          <Button
            type="text"
            size="small"
            aria-label={t('views.remove', { name: view.name })}
            icon={<Icon name="close" size={14} />}
            onClick={() => remove.mutate(view.name)}
          />
        </div>
      ))}
      {views.data?.items.length === 0 && <p>{t('views.none')}</p>}
      <form
        className={styles['view']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') keep.mutate({ name: name.trim(), filter });
        }}
      >
        <Input
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          maxLength={40}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" loading={keep.isPending}>
          {t('views.keep')}
        </Button>
      </form>
    </div>
  );
}

function useSavedViews() {
  const queries = useQueryClient();
  const again = { onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }) };
  const views = useQuery({
    queryKey: VIEWS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/me/views/{page}', { params: { path: { page: PAGE } }, signal })),
  });
  const keep = useWrite(
    ({ name, filter }: { readonly name: string; readonly filter: CaseFilter }) =>
      answer(api.PUT('/api/v1/me/views/{page}/{name}', { params: { path: { page: PAGE, name } }, body: { filter } })),
    again,
  );
  const remove = useWrite(
    (name: string) => done(api.DELETE('/api/v1/me/views/{page}/{name}', { params: { path: { page: PAGE, name } } })),
    again,
  );
  return { views, keep, remove };
}

function filterOf(kept: Readonly<Record<string, unknown>>): CaseFilter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = kept[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
