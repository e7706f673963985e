import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { line } from '../session/line.js';
import { session } from '../session/session.js';
import { useTexts } from '../texts/texts.js';
import styles from './offline-bar.module.css';

const TRY_MS = 4_000;

/**
 * A thin bar while the server is not reached, whether the device or the server is off the line, and for a moment when it is
 * through again. What is being saved goes on by itself then, and what could not be read is read.
 */
export function OfflineBar() {
  const t = useTexts('app');
  const state = useLine();
  useEffect(() => {
    if (state !== 'cut') return undefined;
    const timer = setInterval(() => void session.knock(), TRY_MS);
    return () => clearInterval(timer);
  }, [state]);
  return (
    <div className={styles['place']} role="status">
      {state !== 'open' && <div className={styles[state]}>{t(`line.${state}`)}</div>}
    </div>
  );
}

function useLine() {
  const queries = useQueryClient();
  const state = useSyncExternalStore(line.listen, () => line.state);
  useEffect(() => onlineManager.subscribe((online) => (online ? void session.knock() : line.lost())), []);
  useEffect(() => {
    if (state === 'back') void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  }, [state, queries]);
  return state;
}
