import styles from './form.module.css';

interface TickProps {
  readonly keyName: string;
  readonly label: string;
  /** Left out while the field has no answer. */
  readonly chosen: boolean | undefined;
  readonly describedBy: string | undefined;
  readonly onTick: () => void;
}

/** One answer that is ticked, with the key that ticks it. */
export function Tick({ keyName, label, chosen, describedBy, onTick }: TickProps) {
  return (
    <label className={styles['choice']} data-chosen={chosen}>
      <input type="checkbox" checked={chosen === true} aria-describedby={describedBy} onChange={onTick} />
      <kbd>{keyName}</kbd>
      <span>{label}</span>
    </label>
  );
}
