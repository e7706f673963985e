import type { ReactNode } from 'react';
import styles from './sign-in.module.css';

interface SectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One matter of the account. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {children}
    </section>
  );
}
