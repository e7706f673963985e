import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../shared/format.js';
import { useTexts } from '../../texts/texts.js';
import { EditAreaForm } from './area-forms.js';
import type { Unit } from './area-queries.js';
import { PopulationTable } from './population-table.js';
import styles from './system.module.css';

/** The unit that is open: what it is, since when, and how many live there. */
export function AreaCard({ unit }: { readonly unit: Unit }) {
  const t = useTexts('system');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  return (
    <section className={styles['card']} aria-label={unit.name}>
      <dl className={styles['facts']}>
        <Fact name={t('areas.code')} value={<span className="xq-number">{unit.code}</span>} />
        <Fact name={t('areas.tier')} value={t(`tier.${unit.tier}`)} />
        <Fact name={t('areas.from')} value={format.day(unit.validFrom)} />
        <Fact name={t('areas.to')} value={unit.validTo === null ? t('areas.open') : format.day(unit.validTo)} />
      </dl>
      <div>
        <Button onClick={() => setEditing(true)}>{t('areas.edit')}</Button>
      </div>
      <PopulationTable code={unit.code} />
      <EditAreaForm key={`${unit.code} ${unit.version}`} unit={unit} open={editing} onClose={() => setEditing(false)} />
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
