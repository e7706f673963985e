import { Button, Grid, Table, type TableColumnsType } from 'antd';
import { useFormat } from '../../shared/format.js';
import { useTexts } from '../../texts/texts.js';
import type { AuditEntry } from './access-queries.js';
import styles from './access.module.css';
import { useActionName } from './audit-names.js';
import type { Narrow } from './use-audit-filter.js';

interface AuditListProps {
  readonly entries: readonly AuditEntry[];
  readonly onNarrow: Narrow;
}

/** A table on a desk, cards on a phone; the rest of a row one press away. */
export function AuditList({ entries, onNarrow }: AuditListProps) {
  const t = useTexts('system-access');
  const { md = true } = Grid.useBreakpoint();
  const columns = useColumns();
  if (!md) return <AuditCards entries={entries} onNarrow={onNarrow} />;
  return (
    <Table
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={[...entries]}
      pagination={false}
      expandable={{
        expandedRowRender: (entry) => <Rest entry={entry} onNarrow={onNarrow} />,
        expandIcon: ({ expanded, onExpand, record }) => (
          <Button size="small" type="text" aria-expanded={expanded} onClick={(event) => onExpand(record, event)}>
            {expanded ? t('audit.less') : t('audit.rest')}
          </Button>
        ),
        columnWidth: 88,
      }}
    />
  );
}

function useColumns(): TableColumnsType<AuditEntry> {
  const t = useTexts('system-access');
  const format = useFormat();
  return [
    {
      key: 'time',
      title: t('audit.time'),
      render: (_, { recordedAt }) => <span className="xq-number">{format.time(recordedAt)}</span>,
    },
    { key: 'actor', title: t('audit.actor'), render: (_, entry) => <Actor entry={entry} /> },
    { key: 'action', title: t('audit.action'), render: (_, entry) => <What entry={entry} /> },
    { key: 'subject', title: t('audit.subject'), render: (_, entry) => <Subject entry={entry} /> },
    { key: 'outcome', title: t('audit.outcome'), render: (_, entry) => <Outcome entry={entry} /> },
  ];
}

function AuditCards({ entries, onNarrow }: AuditListProps) {
  const t = useTexts('system-access');
  const format = useFormat();
  return (
    <ul className={styles['cards']}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles['card']}>
          <strong>
            <What entry={entry} />
          </strong>
          <Actor entry={entry} />
          <Subject entry={entry} />
          <Outcome entry={entry} />
          <span className="xq-number">{format.time(entry.recordedAt)}</span>
          <details>
            <summary>{t('audit.rest')}</summary>
            <Rest entry={entry} onNarrow={onNarrow} />
          </details>
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly entry: AuditEntry;
}

function What({ entry }: EntryProps) {
  return <span>{useActionName()(entry.action)}</span>;
}

function Actor({ entry: { actor, actorId } }: EntryProps) {
  const t = useTexts('system-access');
  if (actor !== null) return <Named name={actor.displayName} detail={actor.username} />;
  if (actorId === 'anonymous') return <span>{t('actor.anonymous')}</span>;
  if (actorId.startsWith('system:')) return <Named name={t('actor.system')} detail={actorId.slice('system:'.length)} />;
  return <code>{actorId}</code>;
}

function Subject({ entry: { subject, subjectKind, subjectId } }: EntryProps) {
  const t = useTexts('system-access');
  const kind = t(`kindOf.${subjectKind as 'account'}`);
  const name = kind === `kindOf.${subjectKind}` ? subjectKind : kind;
  if (subject !== null) return <Named name={subject.displayName} detail={`${name} · ${subject.username}`} />;
  return <Named name={name} detail={subjectId ?? ''} />;
}

function Outcome({ entry: { outcome } }: EntryProps) {
  const t = useTexts('system-access');
  const refused = outcome === 'refused';
  return (
    <span className={refused ? styles['refused'] : undefined}>
      {refused ? '✗ ' : '✓ '}
      {t(refused ? 'outcome.refused' : 'outcome.done')}
    </span>
  );
}

function Named({ name, detail }: { readonly name: string; readonly detail: string }) {
  return (
    <span className={styles['name']}>
      <span>{name}</span>
      {detail !== '' && <small>{detail}</small>}
    </span>
  );
}

/** Codes and numbers of a row; `details` holds names of fields, codes and counts, never what stood in them. */
function Rest({ entry, onNarrow }: EntryProps & { readonly onNarrow: Narrow }) {
  const t = useTexts('system-access');
  const { correlationId, actorId, subjectId, service, chainSeq, action, org, detailsJson } = entry;
  return (
    <div className={styles['rest']}>
      <dl className={styles['facts']}>
        <dt>{t('audit.service')}</dt>
        <dd>
          {t(`service.${service}`)} ·{' '}
          {chainSeq === 0 ? t('audit.notSealed') : t('audit.position', { n: String(chainSeq) })}
        </dd>
        <dt>{t('audit.action')}</dt>
        <dd>
          <code>{action}</code>
        </dd>
        {org !== null && (
          <>
            <dt>{t('audit.org')}</dt>
            <dd>{org}</dd>
          </>
        )}
        <dt>{t('audit.correlationId')}</dt>
        <dd>
          <code>{correlationId}</code>
        </dd>
        {detailsJson !== '{}' && (
          <>
            <dt>{t('audit.details')}</dt>
            <dd>
              <code>{detailsJson}</code>
            </dd>
          </>
        )}
      </dl>
      <div className={styles['buttons']}>
        <Button size="small" onClick={() => onNarrow({ correlationId })}>
          {t('audit.sameRequest')}
        </Button>
        <Button size="small" onClick={() => onNarrow({ actorId })}>
          {t('audit.sameActor')}
        </Button>
        {subjectId !== null && (
          <Button size="small" onClick={() => onNarrow({ subjectId })}>
            {t('audit.sameSubject')}
          </Button>
        )}
      </div>
    </div>
  );
}
