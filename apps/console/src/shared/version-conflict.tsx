import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './version-conflict.module.css';

export interface ComparedField {
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  /** Whether the two say the same: such lines are shown quietly. */
  readonly same: boolean;
}

interface VersionConflictProps {
  readonly fields: readonly ComparedField[];
  /** Takes what is stored now, and lets go of the own entries. */
  readonly onTakeTheirs: () => void;
  /** Saves the own entries over it, with the version that was shown here. */
  readonly onKeepMine: () => void;
  readonly isSaving?: boolean;
}

/** Somebody else saved first (412): both versions side by side, and the choice stays with the user. */
export function VersionConflict({ fields, onTakeTheirs, onKeepMine, isSaving = false }: VersionConflictProps) {
  const t = useTexts('shared');
  return (
    <section className={styles['conflict']} role="alert">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.hint')}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, mine, theirs, same }) => (
            <tr key={label} className={same ? styles['same'] : styles['different']}>
              <th scope="row">
                {label}
                {!same && <span className="xq-hidden">{t('conflict.different')}</span>}
              </th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['choice']}>
        <Button onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button type="primary" loading={isSaving} onClick={onKeepMine}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </section>
  );
}
