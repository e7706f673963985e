import { queryOptions, useQuery } from '@tanstack/react-query';
import { Input, Select, Skeleton } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useParameters, type ParameterChanges } from '../../shared/use-parameters.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import styles from './system.module.css';

type Rule = Schemas['RuleDto'];
type Mark = Rule['evidence'];

const MARKS = ['C', 'I', 'L', 'M', 'P'] as const;
const CONTEXTS = ['smi', 'diagnosis', 'kpi'] as const;

const rules = queryOptions({
  queryKey: ['rules'],
  staleTime: 10 * 60_000,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/rules', { signal })),
});

/** Every figure the rules compute with: how much, how sure, and where it stands. */
export default function RulesPage() {
  const t = useTexts('system');
  const found = useQuery(rules);
  const [parameters, change] = useParameters();
  const put = (changes: ParameterChanges): void => change(changes, { replace: true });
  const mark = MARKS.find((one) => one === parameters.get('mark'));
  const q = parameters.get('q') ?? '';
  const open = found.data?.items.filter(({ evidence }) => evidence === 'M').length ?? 0;
  const shown = found.data?.items.filter((rule) => matches(rule, q) && (mark === undefined || rule.evidence === mark));
  return (
    <Page
      title={found.data === undefined ? t('rules.title') : t('rules.count', { n: found.data.items.length, open })}
      lead={t('rules.lead')}
    >
      <MarksExplained />
      <div className={styles['bar']}>
        <Input.Search
          defaultValue={q}
          allowClear
          placeholder={t('rules.search')}
          aria-label={t('rules.search')}
          style={{ maxWidth: 320 }}
          onChange={({ target }) => put({ q: target.value })}
        />
        <Select
          value={mark ?? ''}
          aria-label={t('rules.mark')}
          style={{ minWidth: 160 }}
          onChange={(value) => put({ mark: value })}
          options={[
            { value: '', label: t('rules.all') },
            ...MARKS.map((one) => ({ value: one, label: `${one} ${t(`mark.${one}`)}` })),
          ]}
        />
      </div>
      {found.isError && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {shown?.length === 0 && <EmptyState text={t('rules.none')} />}
      {CONTEXTS.map((context) => (
        <RuleTable
          key={context}
          title={t(`context.${context}`)}
          rules={shown?.filter((one) => one.context === context)}
        />
      ))}
      {found.data !== undefined && <Holidays years={found.data.holidays} />}
    </Page>
  );
}

function matches({ nameZh, nameEn, clause, clauseEn, source, sourceEn, id }: Rule, q: string): boolean {
  const wanted = q.trim().toLowerCase();
  return [nameZh, nameEn, clause, clauseEn, source, sourceEn, id].some((text) => text.toLowerCase().includes(wanted));
}

function MarksExplained() {
  const t = useTexts('system');
  return (
    <dl className={`${styles['card'] ?? ''} ${styles['marks'] ?? ''}`}>
      {MARKS.map((mark) => (
        <div key={mark}>
          <dt>
            <MarkTag mark={mark} />
          </dt>
          <dd>{t(`markAbout.${mark}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function MarkTag({ mark }: { readonly mark: Mark }) {
  const t = useTexts('system');
  return (
    <span className={styles['evidence']} data-mark={mark}>
      <b>{mark}</b> {t(`mark.${mark}`)}
    </span>
  );
}

function RuleTable({ title, rules: items }: { readonly title: string; readonly rules: readonly Rule[] | undefined }) {
  const t = useTexts('system');
  const english = useLanguage() === 'en';
  const valueText = useValueText();
  if (items === undefined || items.length === 0) return null;
  return (
    <section className={styles['stack']}>
      <h2>{title}</h2>
      <DataTable
        caption={title}
        rows={items}
        rowKey={({ id }) => id}
        empty={null}
        sortParameter={`sort-${title}`}
        columns={[
          {
            key: 'name',
            title: t('rules.name'),
            width: '38%',
            onCard: 'heading',
            render: (rule) => (english ? rule.nameEn : rule.nameZh),
          },
          { key: 'value', title: t('rules.value'), kind: 'number', width: '14%', render: valueText },
          {
            key: 'evidence',
            title: t('rules.evidence'),
            width: '16%',
            render: ({ evidence }) => <MarkTag mark={evidence} />,
          },
          {
            key: 'source',
            title: t('rules.source'),
            render: (rule) => (
              <>
                {english ? rule.clauseEn : rule.clause}
                {english && <span className={styles['source']}>{rule.sourceEn}</span>}
                <span className={styles['source']} lang="zh-CN">
                  {rule.source}
                </span>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

const UNITS = ['days', 'working days', 'months', 'hours', 'times', 'grade', 'rows', 'decimals'] as const;

function useValueText(): (rule: Rule) => string {
  const t = useTexts('system');
  return ({ value, unit }) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string') return value;
    const known = UNITS.find((one) => one === unit);
    return known === undefined ? String(value) : t(`unit.${known}`, { n: value });
  };
}

function Holidays({ years }: { readonly years: Schemas['RulesDto']['holidays'] }) {
  const t = useTexts('system');
  const format = useFormat();
  const english = useLanguage() === 'en';
  return (
    <section className={styles['stack']}>
      <h2>{t('holidays.title')}</h2>
      <p className={styles['hint']}>{t('holidays.hint')}</p>
      <div className={styles['cards']}>
        {years.map(({ year, evidence, source, entries }) => (
          <div key={year} className={styles['card']}>
            <h3>
              {year} <MarkTag mark={evidence} />
            </h3>
            <ul className={styles['days']}>
              {entries.map((entry) => (
                <li key={entry.from}>
                  {english ? entry.nameEn : entry.nameZh}{' '}
                  <span className="xq-number">
                    {format.shortDay(entry.from)}
                    {entry.to !== entry.from && ` – ${format.shortDay(entry.to)}`}
                  </span>
                  {entry.makeUpDays.length > 0 && (
                    <span className={styles['source']}>
                      {t('holidays.worked', {
                        days: entry.makeUpDays.map((day) => format.shortDay(day)).join(t('separator')),
                      })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            <span className={styles['source']} lang="zh-CN">
              {source}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
