import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '../../shared/day-input/day-input.js';
import { dayOf, startOf } from '../../shared/local-day.js';
import { useTexts } from '../../texts/texts.js';
import { actors, type Actor, type AuditFilter } from './access-queries.js';
import styles from './access.module.css';
import { ACTIONS, SERVICES, useActionName } from './audit-names.js';
import type { Narrow } from './use-audit-filter.js';

const OUTCOMES = ['done', 'refused'] as const;

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  /** Whose rows are shown, as far as these tell: an address knows only a number. */
  readonly actor: Actor | undefined;
  readonly onChange: Narrow;
  readonly onClear: () => void;
}

/** Time, who, what, on whom, how it ended, and the number of one request. */
export function AuditFilters({ filter, actor, onChange, onClear }: AuditFiltersProps) {
  const t = useTexts('system-access');
  const actionName = useActionName();
  return (
    <search className={styles['filters']}>
      <Days filter={filter} onChange={onChange} />
      <ActorSelect value={filter.actorId} known={actor} onChange={(actorId) => onChange({ actorId })} />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('audit.action')}
        placeholder={t('audit.action')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.action}
        options={ACTIONS.map((value) => ({ value, label: actionName(value) }))}
        onChange={(action?: string) => onChange({ action })}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('audit.outcome')}
        placeholder={t('audit.outcome')}
        allowClear
        value={filter.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChange={(outcome?: string) => onChange({ outcome })}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('audit.service')}
        placeholder={t('audit.service')}
        allowClear
        value={filter.service}
        options={SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
        onChange={(service?: string) => onChange({ service })}
      />
      <Numbers filter={filter} onChange={onChange} />
      <Button onClick={onClear} disabled={Object.keys(filter).length === 0}>
        {t('audit.clear')}
      </Button>
    </search>
  );
}

/** Whole days, the last one included; the API takes the instant after it. */
function Days({ filter: { from, to }, onChange }: Pick<AuditFiltersProps, 'filter' | 'onChange'>) {
  const t = useTexts('system-access');
  const first = from === undefined ? undefined : dayOf(from);
  const last = to === undefined ? undefined : dayOf(to, -1);
  return (
    <span className={styles['days']} role="group" aria-label={t('audit.period')}>
      <DayInput
        aria-label={t('audit.from')}
        value={first}
        max={last}
        onChange={(day) => onChange({ from: day === undefined ? undefined : startOf(day) })}
      />
      <span aria-hidden="true">–</span>
      <DayInput
        aria-label={t('audit.to')}
        value={last}
        min={first}
        onChange={(day) => onChange({ to: day === undefined ? undefined : startOf(day, 1) })}
      />
    </span>
  );
}

/** Of the subject, and of one request. */
function Numbers({ filter: { subjectId, correlationId }, onChange }: Pick<AuditFiltersProps, 'filter' | 'onChange'>) {
  const t = useTexts('system-access');
  return (
    <>
      <IdInput
        key={`subject ${subjectId ?? ''}`}
        label={t('audit.subjectId')}
        value={subjectId}
        onChange={(value) => onChange({ subjectId: value })}
      />
      <IdInput
        key={`request ${correlationId ?? ''}`}
        label={t('audit.correlationId')}
        value={correlationId}
        onChange={(value) => onChange({ correlationId: value })}
      />
    </>
  );
}

interface OneValueProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function IdInput({ label, value, onChange }: OneValueProps & { readonly label: string }) {
  return (
    <Input.Search
      className={styles['id']}
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={64}
      defaultValue={value}
      onSearch={(given) => onChange(given.trim())}
    />
  );
}

/** Accounts by a part of their name, asked of the server while one types. */
function ActorSelect({ value, known, onChange }: OneValueProps & { readonly known: Actor | undefined }) {
  const t = useTexts('system-access');
  const [typed, setTyped] = useState('');
  const { data: found = [], isFetching } = useQuery(actors(typed));
  const offered = (typed === '' && known !== undefined ? [known] : found).map(({ id, username, displayName }) => ({
    value: id,
    label: `${displayName} · ${username}`,
  }));
  return (
    <Select
      className={styles['select'] ?? ''}
      aria-label={t('audit.actor')}
      placeholder={t('audit.actor')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value}
      options={offered}
      notFoundContent={typed === '' ? t('audit.typeName') : t('audit.nobody')}
      onChange={onChange}
    />
  );
}
