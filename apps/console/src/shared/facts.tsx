import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** A name and a value; a sentence wants the whole width. */
type Fact = readonly [name: string, value: ReactNode, width?: 'whole'];

/** Names and values in a grid; `—` for what is not there. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value, width]) => (
        <div key={name} className={width === undefined ? undefined : styles['whole']}>
          <dt>{name}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
