import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { useFormat } from '../../shared/format.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';

interface SignInProblemProps {
  readonly problem: unknown;
  /** A code was asked for: then it is the code that is wrong. */
  readonly withCode?: boolean;
}

/** Why somebody is not let in, and for how long not. */
export function SignInProblem({ problem, withCode = false }: SignInProblemProps) {
  const t = useTexts('sign-in');
  if (!(problem instanceof ApiProblem)) return <ProblemAlert problem={problem} />;
  if (problem.code === 'IDENTITY.LOGIN.LOCKED' || problem.code === 'COMMON.RATE_LIMITED') {
    return <LockNotice key={problem.correlationId} problem={problem} />;
  }
  if (problem.code !== 'IDENTITY.LOGIN.FAILED') return <ProblemAlert problem={problem} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={withCode ? t('code.wrong') : t('wrong')}
      description={withCode ? t('code.wrongHint') : t('wrongHint')}
    />
  );
}

/** Counts down; when it is over, says so. */
export function LockNotice({ problem }: { readonly problem: ApiProblem }) {
  const t = useTexts('sign-in');
  const format = useFormat();
  const [until] = useState(() => Date.now() + (problem.retryAfter ?? 0) * 1_000);
  const left = useSecondsUntil(until);
  if (left === 0) return <Alert type="info" showIcon role="status" title={t('locked.over')} />;
  const locked = problem.code === 'IDENTITY.LOGIN.LOCKED';
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={locked ? t('locked.title') : t('locked.busyTitle')}
      description={
        <>
          <p>{t('locked.until', { time: format.time(new Date(until)) })}</p>
          <p className="xq-number" aria-hidden="true">
            {t('locked.left', { clock })}
          </p>
          {locked && <p>{t('locked.help')}</p>}
        </>
      }
    />
  );
}

/** Whole seconds until an instant, down to 0. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [left]);
  return left;
}
