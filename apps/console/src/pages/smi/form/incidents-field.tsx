import { InputNumber } from 'antd';
import { INCIDENT_MAX, type Incidents } from '#domain';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { isTyping } from './choice-field.js';
import { Field } from './field.js';
import { useRecordForm } from './form-context.js';
import styles from './form.module.css';
import { INCIDENT_KINDS } from './incident-kinds.js';
import { Tick } from './tick.js';

/** How often each happened; "none" is an answer of its own (key 0) and excludes the others (V1). */
export function IncidentsField() {
  const t = useTexts('smi');
  const labelOf = useCodeLabel();
  const { draft, set, moveOn } = useRecordForm();
  const counts: Incidents = draft.incidents ?? {};
  // A stored record says it by its counts.
  const isNone = draft.incidents != null && INCIDENT_KINDS.every(({ code }) => (counts[code] ?? 0) === 0);
  const takeNone = (): void => set('incidents', { none: true });
  const change = (kind: (typeof INCIDENT_KINDS)[number]['code'], count: number | null): void => {
    const { none: _, ...others } = counts;
    const next = { ...others, [kind]: count ?? 0 };
    set('incidents', Object.values(next).some((one) => (one ?? 0) > 0) ? { ...next, none: false } : undefined);
  };
  return (
    <Field
      path="incidents"
      label={t('field.incidents')}
      onKeyDown={(event) => {
        if (event.key !== '0' || isTyping(event)) return;
        event.preventDefault();
        takeNone();
        moveOn('incidents');
      }}
    >
      {({ describedBy }) => (
        <div className={styles['choices']}>
          <Tick keyName="0" label={t('form.none')} chosen={isNone} describedBy={describedBy} onTick={takeNone} />
          {INCIDENT_KINDS.map(({ code }) => (
            <label key={code} className={styles['count']}>
              <span>{labelOf(INCIDENT_KINDS, code)}</span>
              <InputNumber
                min={0}
                max={INCIDENT_MAX}
                precision={0}
                value={counts[code] ?? 0}
                onChange={(count) => change(code, count)}
              />
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
