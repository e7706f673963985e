import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { ActionButtons } from '../../shared/close-action.js';
import { stabilityStatus } from '../../shared/case-marks.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useTexts } from '../../texts/texts.js';
import styles from './saved-record.module.css';

interface SavedRecordProps {
  readonly file: Schemas['SmiCaseDto'];
  readonly answer: Schemas['FollowUpAnswerDto'];
}

/** What happened and what comes next, with the actions as buttons. */
export function SavedRecord({ file, answer }: SavedRecordProps) {
  const t = useTexts('smi');
  const format = useFormat();
  const [open, setOpen] = useState(answer.computed.actions);
  const { stability, nextDueOn } = answer.case;
  const days = Object.fromEntries(answer.computed.checks.map(({ kind, dueOn }) => [kind, dueOn]));
  return (
    <Page
      title={titleOf(answer, t, format)}
      lead={t('saved.of', { name: file.personName, no: file.caseNo })}
      width="form"
    >
      <section className={styles['card']} role="status">
        <dl className={styles['facts']}>
          {answer.computed.stability !== null && (
            <div>
              <dt>{t('outcome.class')}</dt>
              <dd>
                <StatusMark status={stabilityStatus(stability)} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('outcome.next')}</dt>
            <dd className="xq-number">{nextDueOn === null ? t('outcome.noNext') : format.day(nextDueOn)}</dd>
          </div>
        </dl>
        {open.length > 0 && (
          <>
            <h2>{t('saved.actions')}</h2>
            <ActionButtons
              caseId={file.id}
              actions={open}
              days={days}
              onClosed={({ openActions }) => setOpen(open.filter((action) => openActions.includes(action)))}
            />
          </>
        )}
        {answer.warnings.map(({ code, message }) => (
          <Alert key={code} type="warning" showIcon title={message} />
        ))}
      </section>
      <p className={styles['ways']}>
        <Link to="/today">
          <Button type="primary" autoFocus>
            {t('saved.toToday')}
          </Button>
        </Link>
        <Link to={`/smi/cases/${file.id}`}>{t('saved.toCase')}</Link>
      </p>
    </Page>
  );
}

function titleOf(
  { computed, case: after }: Schemas['FollowUpAnswerDto'],
  t: ReturnType<typeof useTexts<'smi'>>,
  format: ReturnType<typeof useFormat>,
): string {
  const parts = [
    t('saved.title'),
    after.status === 'registered' ? '' : t(`status.${after.status as 'lost'}`),
    computed.stability === null ? '' : t(`class.${computed.stability as 1}`),
    after.nextDueOn === null ? '' : t('saved.nextBy', { day: format.shortDay(after.nextDueOn) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
