import { useTexts, type Translate } from '../../texts/texts.js';
import styles from './system.module.css';

type Key = Parameters<Translate<'system'>>[0];

interface CodedProps {
  /** What words of this kind begin with in the texts. */
  readonly kind: 'reason' | 'serviceName';
  readonly code: string;
}

/** A code of the system in words, and the code below for whoever has to look for it; only the code where there are no words. */
export function Coded({ kind, code }: CodedProps) {
  const t = useTexts('system');
  const key = kind === 'reason' ? `reason.${code}` : `serviceName.${code}`;
  const words = t(key as Key);
  if (words === key) return <>{code}</>;
  return (
    <span>
      {words}
      <small className={styles['source']}>{code}</small>
    </span>
  );
}
