import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './offline-bar.module.css';

/** A thin bar while the line is cut. What is being saved goes on by itself when it is back. */
export function OfflineBar() {
  const t = useTexts('app');
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return (
    <div className={styles['place']} role="status">
      {!online && <div className={styles['bar']}>{t('offline')}</div>}
    </div>
  );
}
