import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** The answer to the page's question ("3 people are overdue in 新城街道"), not a noun. Also the document's title. */
  readonly title: string;
  /** One line under the title: period, as-of day, what is counted. */
  readonly lead?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** Tables take all there is (default), forms and texts at most 960 px. */
  readonly width?: 'wide' | 'form';
  readonly children?: ReactNode;
}

/** Outermost part of every page. */
export function Page({ title, lead, actions, width = 'wide', children }: PageProps) {
  return (
    <article className={width === 'form' ? styles['form'] : styles['wide']}>
      <title>{`${title} · 心桥`}</title>
      <header className={styles['header']}>
        <div className={styles['words']}>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={`${styles['actions'] ?? ''} xq-no-print`}>{actions}</div>}
      </header>
      {children}
    </article>
  );
}
