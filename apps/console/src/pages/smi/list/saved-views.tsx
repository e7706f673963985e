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
const VIEWS = ['views', PAGE] as const;

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
  const [renamed, setRenamed] = useState<string | undefined>();
  const { views, keep, remove, rename } = useSavedViews();
  const problem = views.error ?? keep.error ?? remove.error ?? rename.error;
  const names = views.data?.items.map(({ name }) => name) ?? [];
  return (
    <div className={styles['views']}>
      {problem !== null && <ProblemAlert problem={problem} />}
      {views.data?.items.map((view) =>
        view.name === renamed ? (
          <NameForm
            key={view.name}
            name={view.name}
            label={t('views.newName', { name: view.name })}
            button={t('views.keep')}
            isBusy={rename.isPending}
            taken={names.filter((name) => name !== view.name)}
            onName={(next) => {
              setRenamed(undefined);
              if (next !== view.name) rename.mutate({ from: view.name, to: next, filter: filterOf(view.filter) });
            }}
          />
        ) : (
          <SavedView
            key={view.name}
            name={view.name}
            onChoose={() => onChoose(filterOf(view.filter))}
            onRename={() => setRenamed(view.name)}
            onRemove={() => remove.mutate(view.name)}
          />
        ),
      )}
      {views.data?.items.length === 0 && <p>{t('views.none')}</p>}
      <NameForm
        key={`new ${keep.submittedAt}`}
        name=""
        label={t('views.name')}
        button={t('views.keep')}
        replace={names}
        isBusy={keep.isPending}
        onName={(name) => keep.mutate({ name, filter })}
      />
    </div>
  );
}

interface SavedViewProps {
  readonly name: string;
  readonly onChoose: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function SavedView({ name, onChoose, onRename, onRemove }: SavedViewProps) {
  const t = useTexts('smi');
  const small = { type: 'text', size: 'small' } as const;
  return (
    <div className={styles['view']}>
      <Button type="link" className={styles['viewName'] ?? ''} title={name} onClick={onChoose}>
        {name}
      </Button>
      <Button
        {...small}
        aria-label={t('views.rename', { name })}
        icon={<Icon name="edit" size={14} />}
        onClick={onRename}
      />
      <Button
        {...small}
        aria-label={t('views.remove', { name })}
        icon={<Icon name="close" size={14} />}
        onClick={onRemove}
      />
    </div>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly label: string;
  readonly button: string;
  readonly isBusy: boolean;
  /** Names that are not to be had. */
  readonly taken?: readonly string[];
  /** Names that may be had: the button says that the one before is replaced. */
  readonly replace?: readonly string[];
  readonly onName: (name: string) => void;
}

function NameForm({ name, label, button, isBusy, taken = [], replace = [], onName }: NameFormProps) {
  const t = useTexts('smi');
  const [text, setText] = useState(name);
  const wanted = text.trim();
  const isTaken = taken.includes(wanted);
  return (
    <form
      className={styles['view']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '' && !isTaken) onName(wanted);
      }}
    >
      <div className={styles['viewName']}>
        <Input
          aria-label={label}
          placeholder={label}
          maxLength={40}
          value={text}
          autoFocus={name !== ''}
          onChange={({ target }) => setText(target.value)}
          {...(isTaken && { status: 'error' })}
        />
        {isTaken && <span role="alert">{t('views.taken')}</span>}
      </div>
      <Button htmlType="submit" loading={isBusy} disabled={isTaken}>
        {replace.includes(wanted) ? t('views.replace') : button}
      </Button>
    </form>
  );
}

function useSavedViews() {
  const queries = useQueryClient();
  const again = { onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }) };
  const views = useQuery({
    queryKey: VIEWS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/me/views/{page}', { params: { path: { page: PAGE } }, signal })),
  });
  const keep = useWrite(keepView, again);
  const remove = useWrite(removeView, again);
  // The new one is there before the old one goes: a cut in between leaves two, never none.
  const rename = useWrite(async ({ from, to, filter }: { readonly from: string; readonly to: string } & Filtered) => {
    await keepView({ name: to, filter });
    await removeView(from);
  }, again);
  return { views, keep, remove, rename };
}

interface Filtered {
  readonly filter: CaseFilter;
}

function keepView({ name, filter }: { readonly name: string } & Filtered) {
  return answer(
    api.PUT('/api/v1/me/views/{page}/{name}', { params: { path: { page: PAGE, name } }, body: { filter } }),
  );
}

function removeView(name: string) {
  return done(api.DELETE('/api/v1/me/views/{page}/{name}', { params: { path: { page: PAGE, name } } }));
}

function filterOf(kept: Readonly<Record<string, unknown>>): CaseFilter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = kept[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
