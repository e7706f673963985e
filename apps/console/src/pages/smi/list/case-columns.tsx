import { Link } from 'react-router';
import { CaseMark, RiskMark } from '../../../shared/case-marks.js';
import { BY_RECORD } from '../../../shared/close-action.js';
import type { Column } from '../../../shared/data-table/column.js';
import type { Format } from '../../../shared/format.js';
import { StatusMark } from '../../../shared/status-mark.js';
import type { Language } from '../../../texts/language.js';
import type { Translate } from '../../../texts/texts.js';
import { diagnosisName } from '../case/diagnosis-name.js';
import styles from './case-list.module.css';
import type { CaseRow } from './cases-query.js';

/** What the list of cases shows of each. */
export function caseColumns(t: Translate<'smi'>, format: Format, language: Language): readonly Column<CaseRow>[] {
  return [
    { key: 'name', title: t('column.name'), onCard: 'heading', render: (row) => <Name row={row} t={t} /> },
    { key: 'caseNo', title: t('column.caseNo'), width: '136px', render: ({ caseNo }) => <Number>{caseNo}</Number> },
    {
      key: 'diagnosis',
      title: t('column.diagnosis'),
      onCard: 'hidden',
      render: ({ diagnosis, diagnosisGroup }) => `${diagnosis} ${diagnosisName(diagnosisGroup, language)}`,
    },
    {
      key: 'class',
      title: t('column.class'),
      width: '152px',
      render: ({ status, stability }) => <CaseMark status={status} stability={stability} />,
    },
    { key: 'risk', title: t('column.risk'), width: '100px', render: ({ riskLevel }) => <RiskMark level={riskLevel} /> },
    {
      key: 'last',
      title: t('column.last'),
      width: '140px',
      onCard: 'hidden',
      render: ({ lastVisitOn }) => <Number>{format.day(lastVisitOn)}</Number>,
    },
    { key: 'next', title: t('column.next'), width: '156px', render: (row) => <Due row={row} format={format} /> },
  ];
}

function Number({ children }: { readonly children: string }) {
  return <span className="xq-number">{children}</span>;
}

function Name({ row, t }: { readonly row: CaseRow; readonly t: Translate<'smi'> }) {
  const open = row.openActions.filter((action) => !BY_RECORD.includes(action)).length;
  return (
    <span className={styles['name']}>
      <Link to={`/smi/cases/${row.id}`}>
        <strong>{row.personName === '' ? row.caseNo : row.personName}</strong>
      </Link>
      {open > 0 && <span className={styles['open']}>{t('cases.open', { n: open })}</span>}
    </span>
  );
}

function Due({ row, format }: { readonly row: CaseRow; readonly format: Format }) {
  const day = format.day(row.nextDueOn);
  return row.overdue ? <StatusMark status="overdue" label={day} /> : <Number>{day}</Number>;
}
