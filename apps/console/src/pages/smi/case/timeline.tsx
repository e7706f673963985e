import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import {
  ACTION_OUTCOMES,
  CANCEL_REASONS,
  CONSENT_DECISIONS,
  DEATH_CAUSES,
  FOLLOW_UP_FORMS,
  LOSS_REASONS,
  SMI_ACTIONS,
  SMI_CHECKS,
} from '#domain';
import type { Schemas } from '../../../api/client.js';
import { RiskMark, stabilityStatus } from '../../../shared/case-marks.js';
import { useFormat } from '../../../shared/format.js';
import { ProblemAlert } from '../../../shared/problem-alert.js';
import { StatusMark } from '../../../shared/status-mark.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { timeline } from '../case-queries.js';
import styles from './timeline.module.css';

/** What was recorded, as far as one line needs it. */
interface Recorded {
  readonly form?: number;
  readonly riskLevel?: number;
  readonly version?: number;
  readonly lossReason?: number;
  readonly deathCause?: number;
  readonly decision?: string;
  readonly refused?: boolean;
  readonly action?: string;
  readonly outcome?: string;
  readonly handedTo?: string;
  /** yes | no */
  readonly article30?: string;
  readonly note?: string;
  readonly remark?: string;
  readonly destination?: string;
  readonly reason?: string;
  readonly hospitalisation?: number;
  readonly computed?: {
    readonly stability: number | null;
    readonly nextDueOn: string | null;
    readonly rules: readonly string[];
  };
}

const RECORDS = ['follow_up', 'attempt', 'loss', 'death'];

/** Shapes of the kinds: visits filled, what did not come about open, decisions square. */
const SHAPES: Readonly<Record<string, string>> = {
  follow_up: 'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1z',
  attempt: 'M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  loss: 'M1 5.500h12v3H1z',
  death: 'M5.500 1h3v3.500H12v3H8.500V13h-3V7.500H2v-3h3.500z',
  registration: 'M2 1h7l3 3v9H2z',
};
const SQUARE = 'M1.500 1.500h11v11h-11z';

/** What happened with a case, the newest first. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const t = useTexts('smi');
  const history = useInfiniteQuery(timeline(caseId));
  if (history.isError) return <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <>
      <ol className={styles['timeline']}>
        {history.data.pages
          .flatMap(({ items }) => items)
          .map((entry) => (
            <Entry key={entry.id} caseId={caseId} {...entry} />
          ))}
      </ol>
      {history.hasNextPage && (
        <p className={styles['older']}>
          {/* On paper nobody can ask for more: it says that there is more. */}
          <span className={styles['onPaper']}>{t('timeline.older')}</span>
          <Button
            className="xq-no-print"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {t('timeline.showEarlier')}
          </Button>
        </p>
      )}
    </>
  );
}

interface EntryProps {
  readonly caseId: string;
  readonly id: string;
  readonly kind: Schemas['TimelineEntryDto']['kind'];
  readonly on: string;
  readonly data: unknown;
}

function Entry({ caseId, id, kind, on, data }: EntryProps) {
  const t = useTexts('smi');
  const format = useFormat();
  const recorded = data as Recorded;
  return (
    <li className={styles['entry']}>
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
        <path d={SHAPES[kind] ?? SQUARE} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className={`${styles['day'] ?? ''} xq-number`}>{format.day(on)}</span>
      <div className={styles['what']}>
        <p className={styles['head']}>
          <strong>{t(`timeline.${kind}`)}</strong>
          <Summary kind={kind} data={recorded} />
          {RECORDS.includes(kind) && (
            <Link className="xq-no-print" to={`/smi/cases/${caseId}/follow-ups/${id}`}>
              {t('timeline.open')}
            </Link>
          )}
        </p>
        <Notes data={recorded} />
      </div>
    </li>
  );
}

function Summary({ kind, data }: { readonly kind: string; readonly data: Recorded }) {
  const t = useTexts('smi');
  const labelOf = useCodeLabel();
  if (kind === 'follow_up') return <Visit data={data} />;
  if (kind === 'attempt') return data.computed?.rules.includes('K1') === true ? <StatusMark status="lost" /> : null;
  const words: Readonly<Record<string, () => string>> = {
    loss: () => labelOf(LOSS_REASONS, data.lossReason ?? 0),
    death: () => labelOf(DEATH_CAUSES, data.deathCause ?? 0),
    consent: () => labelOf(CONSENT_DECISIONS, data.decision ?? ''),
    exam: () => (data.refused === true ? t('timeline.refused') : ''),
    cancel: () => labelOf(CANCEL_REASONS, data.reason ?? ''),
    transfer: () => data.destination ?? '',
    action: () => {
      const action = data.action ?? '';
      const list = SMI_ACTIONS.some(({ code }) => code === action) ? SMI_ACTIONS : SMI_CHECKS;
      const answered = data.article30 === undefined ? '' : t(data.article30 === 'yes' ? 'timeline.yes' : 'timeline.no');
      return [labelOf(list, action), answered, labelOf(ACTION_OUTCOMES, data.outcome ?? ''), data.handedTo ?? '']
        .filter((word) => word !== '')
        .join(' · ');
    },
  };
  return <span>{words[kind]?.() ?? ''}</span>;
}

function Visit({ data }: { readonly data: Recorded }) {
  const t = useTexts('smi');
  const format = useFormat();
  const labelOf = useCodeLabel();
  return (
    <>
      <span>{labelOf(FOLLOW_UP_FORMS, data.form ?? 0)}</span>
      {data.hospitalisation === 1 ? (
        <StatusMark status="in_hospital" />
      ) : (
        <StatusMark status={stabilityStatus(data.computed?.stability)} />
      )}
      {data.riskLevel !== undefined && <RiskMark level={data.riskLevel} />}
      {data.computed?.nextDueOn != null && (
        <span className="xq-number">{t('timeline.next', { day: format.shortDay(data.computed.nextDueOn) })}</span>
      )}
      {(data.version ?? 1) > 1 && <em>{t('timeline.corrected', { n: data.version ?? 1 })}</em>}
    </>
  );
}

function Notes({ data }: { readonly data: Recorded }) {
  const text = [data.remark, data.note].filter((one) => one !== undefined && one !== '').join(' ');
  return text === '' ? null : <p className={styles['notes']}>{text}</p>;
}
