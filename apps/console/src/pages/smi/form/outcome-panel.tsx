import { SMI_ACTIONS, SMI_CHECKS, SMI_RULE_WORDS } from '#domain';
import { stabilityStatus } from '../../../shared/case-marks.js';
import { useFormat } from '../../../shared/format.js';
import { StatusMark } from '../../../shared/status-mark.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useLanguage } from '../../../texts/language.js';
import { useTexts } from '../../../texts/texts.js';
import type { DraftJudgement, Outcome } from './assess-draft.js';
import styles from './outcome-panel.module.css';

/** Class, next date and what must be done, while the form is being filled in. */
export function OutcomePanel({
  judgement,
  unanswered,
}: {
  readonly judgement: DraftJudgement;
  readonly unanswered: number;
}) {
  const t = useTexts('smi');
  const { outcome } = judgement;
  return (
    <aside className={styles['outcome']} aria-label={t('outcome.title')} aria-live="polite">
      <h2>{t('outcome.title')}</h2>
      {unanswered > 0 && <p className={styles['provisional']}>{t('outcome.unanswered', { n: unanswered })}</p>}
      {outcome === null ? <p className={styles['mend']}>{t('outcome.mend')}</p> : <Computed outcome={outcome} />}
    </aside>
  );
}

function Computed({ outcome }: { readonly outcome: Outcome }) {
  const t = useTexts('smi');
  const format = useFormat();
  const labelOf = useCodeLabel();
  const language = useLanguage();
  const { stability, nextDueOn, computed, provisional, lost } = outcome;
  return (
    <>
      <dl className={styles['facts']}>
        {stability !== null && (
          <div>
            <dt>{provisional ? t('outcome.classAtLeast') : t('outcome.class')}</dt>
            <dd>
              <StatusMark status={stabilityStatus(stability)} />
            </dd>
          </div>
        )}
        {lost && (
          <div>
            <dt>{t('outcome.status')}</dt>
            <dd>
              <StatusMark status="lost" />
            </dd>
          </div>
        )}
        <div>
          <dt>{provisional && nextDueOn !== null ? t('outcome.nextBy') : t('outcome.next')}</dt>
          <dd className="xq-number">{nextDueOn === null ? t('outcome.noNext') : format.day(nextDueOn)}</dd>
        </div>
      </dl>
      <h3>{t('outcome.actions')}</h3>
      <ul className={styles['actions']}>
        {computed.actions.map((action) => (
          <li key={action}>{labelOf(SMI_ACTIONS, action)}</li>
        ))}
        {computed.checks.map(({ kind, dueOn }) => (
          <li key={kind}>{t('outcome.check', { what: labelOf(SMI_CHECKS, kind), on: format.shortDay(dueOn) })}</li>
        ))}
      </ul>
      <h3>{t('outcome.rules')}</h3>
      <ul className={styles['rules']}>
        {computed.rules.map((rule) => (
          <li key={rule}>
            {SMI_RULE_WORDS[rule][language === 'en' ? 'en' : 'zh']} <span>{rule}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
