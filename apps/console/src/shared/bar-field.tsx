import type { ReactNode } from 'react';
import styles from './bar-field.module.css';

interface BarFieldProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** One labelled control of those that stand side by side above what they choose. */
export function BarField({ label, children }: BarFieldProps) {
  return (
    <label className={styles['field']}>
      {label}
      {children}
    </label>
  );
}
