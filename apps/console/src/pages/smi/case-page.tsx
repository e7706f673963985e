import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { ActionButtons } from '../../shared/close-action.js';
import { useFormat } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Page } from '../../shared/page.js';
import { PersonFacts } from '../../shared/person-facts.js';
import { PrintHead } from '../../shared/print-head.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useMay } from '../../session/use-session.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { CaseFile } from './case/case-file.js';
import { StepDialog, type StepKind } from './case/step-dialog.js';
import { Timeline } from './case/timeline.js';
import { CaseLine } from './case-line.js';
import styles from './case-page.module.css';
import { isFollowed, smiCase } from './case-queries.js';

/** One person's file: who, how it stands, what is open, what happened. */
export default function CasePage() {
  const t = useTexts('smi');
  const format = useFormat();
  const { caseId = '' } = useParams();
  const file = useQuery(smiCase(caseId));
  if (file.isError) {
    return (
      <Page title={t('case.title')}>
        <ProblemAlert problem={file.error} onRetry={() => void file.refetch()} />
      </Page>
    );
  }
  if (file.data === undefined) {
    return (
      <Page title={t('case.title')}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </Page>
    );
  }
  return (
    <Page
      title={titleOf(t, format, file.data)}
      lead={<CaseLine file={file.data} />}
      actions={<CaseActions file={file.data} />}
    >
      <PrintHead org={file.data.org} />
      <CaseBody file={file.data} />
    </Page>
  );
}

function CaseBody({ file }: { readonly file: Schemas['SmiCaseDto'] }) {
  const t = useTexts('smi');
  const details = file.openActionDetails;
  const days = Object.fromEntries(details.map(({ action, dueOn }) => [action, dueOn]));
  return (
    <div className={styles['grid']}>
      <div className={styles['side']}>
        {details.length > 0 && (
          <section className={styles['card']}>
            <h2>{t('case.open')}</h2>
            <ActionButtons caseId={file.id} actions={details.map(({ action }) => action)} days={days} />
          </section>
        )}
        <section className={styles['card']}>
          <h2>{t('case.who')}</h2>
          <PersonFacts personId={file.personId} />
        </section>
        <CaseFile file={file} />
      </div>
      <section className={styles['card']}>
        <h2>{t('case.timeline')}</h2>
        <Timeline caseId={file.id} />
      </section>
    </div>
  );
}

function CaseActions({ file }: { readonly file: Schemas['SmiCaseDto'] }) {
  const t = useTexts('smi');
  const may = useMay();
  const navigate = useNavigate();
  const [step, setStep] = useState<StepKind | undefined>();
  const isRegistered = isFollowed(file);
  const steps: readonly StepKind[] = isRegistered
    ? ['consent', 'exam', ...(file.status === 'in_hospital' ? (['discharge'] as const) : []), 'transfer', 'cancel']
    : ['cancel'];
  const paths = isRegistered ? (['attempt', 'hospital', 'loss', 'death'] as const) : [];
  return (
    <>
      {isRegistered && may('smi.follow_up.write') && (
        <Link to={`/smi/cases/${file.id}/visit`}>
          <Button type="primary">{t('case.record')}</Button>
        </Link>
      )}
      {may('smi.case.write') && file.status !== 'cancelled' && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...paths.map((kind) => ({ key: `visit:${kind}`, label: t(`kind.${kind}`) })),
              { type: 'divider' as const },
              ...steps.map((kind) => ({ key: kind, label: t(`step.${kind}`) })),
            ],
            onClick: ({ key }) => {
              const [, kind] = key.split(':');
              if (kind === undefined) setStep(key as StepKind);
              else void navigate(`/smi/cases/${file.id}/visit?kind=${kind}`);
            },
          }}
        >
          <Button icon={<Icon name="more" size={18} />}>{t('case.more')}</Button>
        </Dropdown>
      )}
      <Button icon={<Icon name="print" size={18} />} onClick={() => print()}>
        {t('case.print')}
      </Button>
      {step !== undefined && <StepDialog kind={step} file={file} onDone={() => setStep(undefined)} />}
    </>
  );
}

function titleOf(t: Translate<'smi'>, format: ReturnType<typeof useFormat>, file: Schemas['SmiCaseDto']): string {
  const { personName: name, status, overdue, nextDueOn } = file;
  if (status !== 'registered') return t('case.titleStatus', { name, status: t(`status.${status as 'lost'}`) });
  if (nextDueOn === null) return t('case.titleNone', { name });
  const day = format.day(nextDueOn);
  return overdue ? t('case.titleOverdue', { name, day }) : t('case.titleNext', { name, day });
}
