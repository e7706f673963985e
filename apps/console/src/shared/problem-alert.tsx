import { Alert, Button } from 'antd';
import { ApiProblem } from '../api/problem.js';
import { useTexts } from '../texts/texts.js';
import styles from './problem-alert.module.css';

interface ProblemAlertProps {
  /** Whatever was thrown. */
  readonly problem: unknown;
  readonly onRetry?: () => void;
  /** Fields whose fault stands beside them already and need not be told again. */
  readonly shownElsewhere?: readonly string[];
}

/** What went wrong and what to do, in the user's words; the number to quote is small and copyable. */
export function ProblemAlert({ problem, onRetry, shownElsewhere = [] }: ProblemAlertProps) {
  const t = useTexts('shared');
  const known = problem instanceof ApiProblem ? problem : undefined;
  const fields = known?.fields.filter(({ field }) => !shownElsewhere.includes(field)) ?? [];
  return (
    <Alert
      type={known?.isTransient === true ? 'warning' : 'error'}
      showIcon
      title={titleOf(known, t)}
      description={
        <>
          {fields.length > 0 && (
            <ul className={styles['fields']}>
              {fields.map(({ field, code, message }) => (
                <li key={`${field} ${code}`}>{message}</li>
              ))}
            </ul>
          )}
          {known?.correlationId !== undefined && <Reference id={known.correlationId} />}
        </>
      }
      {...(onRetry === undefined
        ? {}
        : {
            action: (
              <Button size="small" onClick={onRetry}>
                {t('problem.retry')}
              </Button>
            ),
          })}
    />
  );
}

function titleOf(problem: ApiProblem | undefined, t: ReturnType<typeof useTexts<'shared'>>): string {
  if (problem === undefined) return t('problem.unexpected');
  if (problem.isNotReached) return t('problem.notReached');
  return problem.code === 'CONSOLE.UNKNOWN' ? t('problem.unexpected') : problem.title;
}

function Reference({ id }: { readonly id: string }) {
  const t = useTexts('shared');
  return (
    <p className={styles['reference']}>
      {t('problem.reference')} <code>{id}</code>{' '}
      <Button type="link" size="small" onClick={() => void navigator.clipboard.writeText(id)}>
        {t('copy')}
      </Button>
    </p>
  );
}
