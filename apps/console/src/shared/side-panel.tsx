import type { ReactNode } from 'react';
import { ModalDialog } from './modal-dialog.js';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something more about what is on the page, beside it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  return (
    <ModalDialog title={title} className={styles['panel']} onClose={onClose}>
      {children}
    </ModalDialog>
  );
}
