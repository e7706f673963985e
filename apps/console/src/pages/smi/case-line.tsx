import type { Schemas } from '../../api/client.js';
import { CaseMark, RiskMark } from '../../shared/case-marks.js';
import { useFormat } from '../../shared/format.js';
import { useTexts } from '../../texts/texts.js';
import styles from './case-line.module.css';

/** Who a page is about, in one line: number, class, risk, when somebody has to come. */
export function CaseLine({ file }: { readonly file: Schemas['SmiCaseDto'] }) {
  const t = useTexts('smi');
  const format = useFormat();
  return (
    <span className={styles['line']}>
      <span className="xq-number">{file.caseNo}</span>
      <CaseMark status={file.status} stability={file.stability} />
      {file.riskLevel !== null && <RiskMark level={file.riskLevel} />}
      {file.lastVisitOn !== null && (
        <span className="xq-number">{t('case.last', { day: format.day(file.lastVisitOn) })}</span>
      )}
      {file.nextDueOn !== null && (
        <span className="xq-number">{t('case.next', { day: format.day(file.nextDueOn) })}</span>
      )}
    </span>
  );
}
