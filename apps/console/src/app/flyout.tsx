import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useLocation } from 'react-router';
import styles from './flyout.module.css';

interface FlyoutProps {
  /** What stands on the button. */
  readonly button: ReactNode;
  readonly buttonClass?: string | undefined;
  /** The edge of the button the panel keeps to, or above it. Default: the end, where the buttons of the top bar are. */
  readonly side?: 'start' | 'end' | 'above' | undefined;
  /** The panel, made when it is opened. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A button with a panel beside it. Escape, a press outside, leaving it by the keyboard and
 * another page close it. Of the components at hand those with the same effect weigh more than the rest of the frame.
 */
export function Flyout({ button, buttonClass, side = 'end', children }: FlyoutProps) {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const { pathname } = useLocation();
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === pathname;
  const close = () => setOpenOn(undefined);
  useClosing(place, open, close);
  return (
    <div ref={place} className={styles['place']}>
      <button
        type="button"
        className={buttonClass}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpenOn(open ? undefined : pathname)}
      >
        {button}
      </button>
      {open && (
        <div id={id} className={`${styles['panel'] ?? ''} ${styles[side] ?? ''}`}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

function useClosing(place: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && place.current?.contains(target) !== true) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      place.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  });
}
