import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormat } from '../../shared/format.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import styles from './access.module.css';

type Verdict = Schemas['AuditVerdictDto'];

/** Recomputes the chain of every service and says in words what the result means. */
export function ChainCheck() {
  const t = useTexts('system-access');
  const check = useMutation({ mutationFn: () => answer(api.GET('/api/v1/audit/verify')) });
  return (
    <section className={styles['section']} aria-live="polite">
      <div className={styles['checkHead']}>
        <div>
          <h2>{t('chain.title')}</h2>
          <p>{t('chain.lead')}</p>
        </div>
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {t('chain.check')}
        </Button>
      </div>
      {check.isError && <ProblemAlert problem={check.error} onRetry={() => check.mutate()} />}
      {check.isSuccess && <Result verdict={check.data} />}
    </section>
  );
}

function Result({ verdict }: { readonly verdict: Verdict }) {
  const t = useTexts('system-access');
  const damaged = verdict.items.some(({ intact }) => intact === false);
  const kind = verdict.intact ? 'intact' : damaged ? 'damaged' : 'unknown';
  return (
    <>
      <Alert
        type={kind === 'intact' ? 'success' : kind === 'damaged' ? 'error' : 'warning'}
        showIcon
        title={t(`chain.${kind}`)}
        description={t(`chain.${kind}Means`)}
      />
      <ul className={styles['verdicts']}>
        {verdict.items.map((item) => (
          <li key={item.service}>
            <strong>{t(`service.${item.service}`)}</strong>
            <OneResult item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneResult({ item }: { readonly item: Verdict['items'][number] }) {
  const t = useTexts('system-access');
  const format = useFormat();
  if (item.error !== null) return <span>{t('chain.notReached')}</span>;
  const counts = t('chain.counts', { sealed: format.count(item.sealed), pending: format.count(item.pending) });
  if (item.intact === true) {
    return (
      <span>
        ✓ {counts} <code className={styles['hash']}>{item.headHash?.slice(0, 16)}</code>
      </span>
    );
  }
  return (
    <span className={styles['refused']}>
      ✗ {t(`fault.${(item.fault ?? 'changed') as 'changed'}`, { n: String(item.brokenAt ?? '?') })}
    </span>
  );
}
