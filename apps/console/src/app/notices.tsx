import { useEffect, useState } from 'react';
import { onNotice } from '../shared/notice.js';
import styles from './notices.module.css';

const SHOWN_MS = 5_000;

/** The line of `say()`, above everything. Its place is always there: reading programs tell only what changes in it. */
export function Notices() {
  const [notice, setNotice] = useState<{ readonly text: string }>();
  useEffect(() => onNotice((text) => setNotice({ text })), []);
  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setNotice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" className={styles['place']}>
      {notice !== undefined && <p className={styles['notice']}>{notice.text}</p>}
    </div>
  );
}
