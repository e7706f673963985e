import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../texts/texts.js';
import { Icon } from './icon.js';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something more about what is on the page, beside it. Escape, the cross and a click outside close it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const t = useTexts('shared');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const panel = dialog.current;
    panel?.showModal();
    return () => panel?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['panel']}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <header className={styles['head']}>
        <h2>{title}</h2>
        <button type="button" className={styles['close']} onClick={onClose}>
          <Icon name="close" />
          <span className="xq-hidden">{t('close')}</span>
        </button>
      </header>
      <div className={styles['body']}>{children}</div>
    </dialog>
  );
}
