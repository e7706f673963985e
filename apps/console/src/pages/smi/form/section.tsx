import type { ReactNode } from 'react';
import styles from './form.module.css';

/** A group of questions under a heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      <div className={styles['fields']}>{children}</div>
    </section>
  );
}
