import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTexts } from '../texts/texts.js';
import { Icon } from './icon.js';
import styles from './modal-dialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  /** Where it stands, how large it is, and its border. */
  readonly className: string | undefined;
  readonly onClose: () => void;
  /** What takes the letters typed; without it the cross has the focus. */
  readonly first?: RefObject<{ focus: () => void } | null>;
  readonly children: ReactNode;
}

/**
 * The browser's own dialog, open as long as it is mounted: it keeps the focus inside and gives it back where it was.
 * Escape, the cross and a click outside close it.
 */
export function ModalDialog({ title, className, onClose, first, children }: ModalDialogProps) {
  const t = useTexts('shared');
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is painted: who sees the field may type at once.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    first?.current?.focus();
    return () => shown?.close();
  }, [first]);
  return (
    <dialog
      ref={dialog}
      className={`${styles['dialog']} ${className ?? ''}`}
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
