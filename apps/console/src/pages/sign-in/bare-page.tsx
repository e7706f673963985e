import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../app/language-switch.js';
import { Page } from '../../shared/page.js';
import styles from './sign-in.module.css';

interface BarePageProps {
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page of somebody who is not quite in yet: no navigation, the language at hand. */
export function BarePage({ title, lead, wide = false, children }: BarePageProps) {
  return (
    <main className={styles[wide ? 'wide' : 'page']}>
      <div className={`${styles['language'] ?? ''} xq-no-print`}>
        <LanguageSwitch />
      </div>
      <Page title={title} lead={lead} width="form">
        {children}
      </Page>
    </main>
  );
}
