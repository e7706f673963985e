import { Input, Select } from 'antd';
import { CASE_STATUSES, DIAGNOSES, STABILITIES, type CodeList } from '#domain';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import type { ParameterChanges } from '../../../shared/use-parameters.js';
import { useLanguage } from '../../../texts/language.js';
import { useTexts } from '../../../texts/texts.js';
import { NO_FILTER, type CaseFilter } from './cases-query.js';
import styles from './case-list.module.css';
import { SavedViews } from './saved-views.js';

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  readonly onChange: (changes: ParameterChanges) => void;
  readonly onSearch: (text: string) => void;
}

const RISKS = [0, 1, 2, 3, 4, 5];

/** One line of filters; what is chosen stands in the address, but for the text. */
export function CaseFilters({ filter, onChange, onSearch }: CaseFiltersProps) {
  const t = useTexts('smi');
  const language = useLanguage();
  const labelOf = useCodeLabel();
  const options = (list: CodeList) => list.map(({ code }) => ({ value: String(code), label: labelOf(list, code) }));
  const choices: readonly (readonly [keyof CaseFilter, string, { value: string; label: string }[]])[] = [
    ['stability', t('filter.stability'), options(STABILITIES)],
    ['riskLevel', t('filter.riskLevel'), RISKS.map((n) => ({ value: String(n), label: t('filter.risk', { n }) }))],
    ['status', t('filter.status'), options(CASE_STATUSES)],
    [
      'overdue',
      t('filter.overdue'),
      [
        { value: 'true', label: t('filter.overdueYes') },
        { value: 'false', label: t('filter.overdueNo') },
      ],
    ],
    [
      'diagnosisGroup',
      t('filter.diagnosis'),
      DIAGNOSES.map(({ group, zh, en }) => ({ value: group, label: language === 'en' ? en : zh })),
    ],
  ];
  return (
    <search className={`${styles['filters'] ?? ''} xq-no-print`}>
      <Input.Search
        allowClear
        className={styles['text'] ?? ''}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        maxLength={40}
        onSearch={(text) => onSearch(text.trim())}
      />
      {choices.map(([name, label, own]) => (
        <Select
          key={name}
          allowClear
          className={styles['choice'] ?? ''}
          aria-label={label}
          placeholder={label}
          value={filter[name] ?? null}
          options={own}
          onChange={(value: string | null | undefined) => onChange({ [name]: value ?? undefined })}
        />
      ))}
      <SavedViews filter={filter} onChoose={(chosen) => onChange({ ...NO_FILTER, ...chosen })} />
    </search>
  );
}
