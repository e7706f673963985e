import { useMutation } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ApiProblem } from '../api/problem.js';
import { ProblemAlert } from './problem-alert.js';
import { useTexts } from '../texts/texts.js';
import styles from './reveal-button.module.css';

/** How long it stays clear. */
const CLEAR_SECONDS = 60;

/** Reasons offered, each one click; the text goes into the audit trail. */
const REASONS = ['follow_up', 'emergency', 'correction', 'referral'] as const;

interface RevealButtonProps<T> {
  /** Asks the server for the clear values, with the reason in the user's language. */
  readonly reveal: (reason: string) => Promise<T>;
  /** What is shown while it is masked. */
  readonly masked: ReactNode;
  /** What is shown while it is clear. */
  readonly children: (clear: T) => ReactNode;
}

/** Masked until somebody says why: one click on a reason, clear for a minute, and it says that it is recorded. */
export function RevealButton<T>({ reveal, masked, children }: RevealButtonProps<T>) {
  const t = useTexts('shared');
  const [open, setOpen] = useState(false);
  const asked = useMutation<T, ApiProblem, string>({ mutationFn: reveal, onSuccess: () => setOpen(false), gcTime: 0 });
  const left = useCountdown(asked.data !== undefined, asked.reset);
  if (asked.data !== undefined) {
    return (
      <span className={styles['clear']}>
        {children(asked.data)}
        <Button size="small" onClick={asked.reset}>
          {t('reveal.hide', { n: left })}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles['masked']}>
      {masked}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        title={t('reveal.why')}
        content={
          <div className={styles['reasons']}>
            {REASONS.map((reason) => (
              <Button
                key={reason}
                block
                disabled={asked.isPending}
                onClick={() => asked.mutate(t(`reveal.reason.${reason}`))}
              >
                {t(`reveal.reason.${reason}`)}
              </Button>
            ))}
            <p className={styles['note']}>{t('reveal.recorded')}</p>
            {asked.isError && <ProblemAlert problem={asked.error} />}
          </div>
        }
      >
        <Button size="small" type="link">
          {t('reveal.show')}
        </Button>
      </Popover>
    </span>
  );
}

/** Seconds until the end, told every second; calls `onEnd` then. Goes on by the clock, also in a tab that slept. */
function useCountdown(running: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(CLEAR_SECONDS);
  useEffect(() => {
    if (!running) return undefined;
    const end = Date.now() + CLEAR_SECONDS * 1_000;
    const tick = () => {
      const seconds = Math.ceil((end - Date.now()) / 1_000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) onEnd();
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [running, onEnd]);
  return left;
}
