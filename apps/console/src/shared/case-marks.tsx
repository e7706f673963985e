import { useTexts } from '../texts/texts.js';
import styles from './case-marks.module.css';
import { StatusMark } from './status-mark.js';
import type { Status } from './status-shapes.js';

const CLASSES: Readonly<Record<number, Status>> = { 1: 'unstable', 2: 'basically_stable', 3: 'stable' };

/** The mark of a class as the form numbers them. */
export function stabilityStatus(stability: number | null | undefined): Status {
  return CLASSES[stability ?? 0] ?? 'unknown';
}

interface CaseMarkProps {
  readonly status: string;
  readonly stability: number | null;
}

/** The one mark of a case: where it is when that matters more than its class. */
export function CaseMark({ status, stability }: CaseMarkProps) {
  const t = useTexts('shared');
  if (status === 'in_hospital' || status === 'lost') return <StatusMark status={status} />;
  if (status === 'dead' || status === 'transferred_out' || status === 'cancelled') {
    return <StatusMark status="unknown" label={t(`caseStatus.${status}`)} />;
  }
  return <StatusMark status={stabilityStatus(stability)} />;
}

const GRAVE = 3;

/** Risk as a word with its number; grave ones framed, never by colour alone. */
export function RiskMark({ level }: { readonly level: number | null | undefined }) {
  const t = useTexts('shared');
  if (level == null) return <span className={styles['none']}>—</span>;
  return <span className={level >= GRAVE ? styles['grave'] : styles['risk']}>{t('risk', { n: level })}</span>;
}
