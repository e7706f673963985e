import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { DEFAULT_SMI_POLICY, LONG_ACTING_INTERVALS, type Medication } from '#domain';
import { Icon } from '../../../shared/icon.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';

/** Drugs in common use, to choose from while typing; any other may be written. */
const COMMON = [
  '利培酮',
  '奥氮平',
  '喹硫平',
  '阿立哌唑',
  '氯氮平',
  '氨磺必利',
  '齐拉西酮',
  '帕利哌酮',
  '氯丙嗪',
  '奋乃静',
  '氟哌啶醇',
  '碳酸锂',
  '丙戊酸钠',
  '拉莫三嗪',
];

type Row = Medication;

interface MedicationsFieldProps {
  readonly path: 'medications' | 'medicationGuidance';
  readonly label: string;
}

/** 用药情况 or 用药指导: up to six rows, by mouth or long-acting (smi.md 3.3 items 27, 28). */
export function MedicationsField({ path, label }: MedicationsFieldProps) {
  const t = useTexts('smi');
  const { draft, set, problemsOf } = useRecordForm();
  const list = useId();
  const rows = draft[path] ?? [];
  const change = (place: number, changes: Partial<Row>): void =>
    set(
      path,
      rows.map((row, i) => (i === place ? { ...row, ...changes } : row)),
    );
  const most = DEFAULT_SMI_POLICY.medicationRows;
  return (
    <Field path={path} label={label}>
      {() => (
        <div className={styles['drugs']}>
          <datalist id={list}>
            {COMMON.map((drug) => (
              <option key={drug} value={drug} />
            ))}
          </datalist>
          {rows.map((row, place) => (
            <div key={place} className={styles['drug']} role="group" aria-label={t('drug.row', { n: place + 1 })}>
              <DrugRow row={row} list={list} onChange={(changes) => change(place, changes)} />
              <Button
                type="text"
                aria-label={t('drug.remove', { n: place + 1 })}
                icon={<Icon name="close" size={16} />}
                onClick={() =>
                  set(
                    path,
                    rows.filter((_, i) => i !== place),
                  )
                }
              />
              <RowProblems messages={problemsOf(`${path}.${place}`).map(({ message }) => message)} />
            </div>
          ))}
          {rows.length < most && (
            <Button
              type="dashed"
              icon={<Icon name="add" size={16} />}
              onClick={() => set(path, [...rows, { drug: '', longActing: false }])}
            >
              {t('drug.add')}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

function RowProblems({ messages }: { readonly messages: readonly string[] }) {
  return messages.length === 0 ? null : <span className={styles['error']}>{messages.join(' ')}</span>;
}

interface DrugRowProps {
  readonly row: Row;
  readonly list: string;
  readonly onChange: (changes: Partial<Row>) => void;
}

function DrugRow({ row, list, onChange }: DrugRowProps) {
  const t = useTexts('smi');
  return (
    <>
      <label className={styles['drugName']}>
        <span>{t('drug.name')}</span>
        <Input
          value={row.drug}
          // A row just added waits for its name.
          autoFocus={row.drug === ''}
          list={list}
          maxLength={40}
          onChange={({ target }) => onChange({ drug: target.value })}
        />
      </label>
      <label>
        <span>{t('drug.spec')}</span>
        <Input
          value={row.spec ?? ''}
          maxLength={20}
          placeholder="1mg"
          onChange={({ target }) => onChange({ spec: target.value === '' ? null : target.value })}
        />
      </label>
      {row.longActing === true ? (
        <LongActing row={row} onChange={onChange} />
      ) : (
        <ByMouth row={row} onChange={onChange} />
      )}
      <Checkbox
        checked={row.longActing === true}
        onChange={({ target }) =>
          onChange(
            target.checked
              ? { longActing: true, morningMg: null, noonMg: null, eveningMg: null, every: 'month', times: 1 }
              : { longActing: false, every: null, times: null, doseMg: null },
          )
        }
      >
        {t('drug.longActing')}
      </Checkbox>
    </>
  );
}

const TIMES = ['morningMg', 'noonMg', 'eveningMg'] as const;

function ByMouth({ row, onChange }: Omit<DrugRowProps, 'list'>) {
  const t = useTexts('smi');
  return TIMES.map((time) => (
    <label key={time} className={styles['dose']}>
      <span>{t(`drug.${time}`)}</span>
      <InputNumber min={0} max={10_000} value={row[time] ?? null} onChange={(dose) => onChange({ [time]: dose })} />
    </label>
  ));
}

function LongActing({ row, onChange }: Omit<DrugRowProps, 'list'>) {
  const t = useTexts('smi');
  const labelOf = useCodeLabel();
  return (
    <>
      <label className={styles['dose']}>
        <span>{t('drug.every')}</span>
        <Select
          value={row.every ?? 'month'}
          aria-label={t('drug.every')}
          options={LONG_ACTING_INTERVALS.map(({ code }) => ({
            value: code,
            label: labelOf(LONG_ACTING_INTERVALS, code),
          }))}
          onChange={(every) => onChange({ every })}
        />
      </label>
      <label className={styles['dose']}>
        <span>{t('drug.times')}</span>
        <InputNumber
          min={1}
          max={31}
          precision={0}
          value={row.times ?? null}
          onChange={(times) => onChange({ times })}
        />
      </label>
      <label className={styles['dose']}>
        <span>{t('drug.doseMg')}</span>
        <InputNumber min={0} max={10_000} value={row.doseMg ?? null} onChange={(doseMg) => onChange({ doseMg })} />
      </label>
    </>
  );
}
