import { useTexts } from '../texts/texts.js';
import { STATUS_SHAPES, type Status } from './status-shapes.js';
import styles from './status-mark.module.css';

interface StatusMarkProps {
  readonly status: Status;
  /** In place of the usual word, where the page has a better one. */
  readonly label?: string;
}

/** A state as colour, word and shape: never colour alone. */
export function StatusMark({ status, label }: StatusMarkProps) {
  const t = useTexts('shared');
  const { path, tone } = STATUS_SHAPES[status];
  return (
    <span className={styles['mark']}>
      <svg className={styles[tone]} width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        <path d={path} fill="currentColor" />
      </svg>
      {label ?? t(`status.${status}`)}
    </span>
  );
}
