import { Button } from 'antd';
import { SEXES } from '#domain';
import type { Schemas } from '../../../api/client.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import styles from './register.module.css';

type Person = Schemas['PersonDto'];

/** People to choose from, masked. */
export function PersonChoice({
  people,
  onFound,
}: {
  readonly people: readonly Person[];
  readonly onFound: (person: Person) => void;
}) {
  const t = useTexts('smi');
  const labelOf = useCodeLabel();
  if (people.length === 0) return <p>{t('register.nobody')}</p>;
  return (
    <ul className={styles['people']}>
      {people.map((person) => (
        <li key={person.id}>
          <strong>{person.name}</strong>
          <span>{labelOf(SEXES, person.sex)}</span>
          <span className="xq-number">{person.ageBand}</span>
          <span className="xq-number">{person.idNumber}</span>
          <span className="xq-number">{person.phone}</span>
          <Button size="small" onClick={() => onFound(person)}>
            {t('register.choose')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
