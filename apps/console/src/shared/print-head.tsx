import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { area } from '../area/area-queries.js';
import { useUser } from '../session/use-session.js';
import { useTexts } from '../texts/texts.js';
import { useFormat } from './format.js';
import styles from './print-head.module.css';

interface PrintHeadProps {
  readonly org: string;
  /** What else this kind of sheet has to say, each in a `span`. */
  readonly children?: ReactNode;
}

/** First line of a printed page: of which area it is, when it was printed and by whom. Only on paper. */
export function PrintHead({ org, children }: PrintHeadProps) {
  const t = useTexts('shared');
  const format = useFormat();
  const { displayName } = useUser();
  const unit = useQuery(area(org));
  const [printedAt, setPrintedAt] = useState(() => new Date());
  useEffect(() => {
    // Before the page is laid out for paper; a later rendering would come too late.
    const now = (): void => flushSync(() => setPrintedAt(new Date()));
    addEventListener('beforeprint', now);
    return () => removeEventListener('beforeprint', now);
  }, []);
  return (
    <p className={styles['head']}>
      <span>{t('paper.area', { area: unit.data?.name ?? '', code: org })}</span>
      {children}
      <span>{t('paper.by', { name: displayName })}</span>
      <span>{t('paper.time', { time: format.time(printedAt) })}</span>
    </p>
  );
}
