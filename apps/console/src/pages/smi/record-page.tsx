import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useFormat } from '../../shared/format.js';
import { useMay } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { CaseLine } from './case-line.js';
import { followUp, smiCase } from './case-queries.js';
import { CorrectRecord } from './correction/correct-record.js';
import { Versions } from './correction/versions.js';

/** One record with all its versions, and its correction. */
export default function RecordPage() {
  const t = useTexts('smi');
  const format = useFormat();
  const may = useMay();
  const { caseId = '', followUpId = '' } = useParams();
  const [isCorrecting, setCorrecting] = useState(false);
  const file = useQuery(smiCase(caseId));
  const record = useQuery(followUp(caseId, followUpId));
  const failed = [file, record].find(({ isError }) => isError);
  if (failed !== undefined || file.data === undefined || record.data === undefined) {
    return (
      <Page title={t('record.title')}>
        {failed === undefined ? (
          <Skeleton active paragraph={{ rows: 12 }} />
        ) : (
          <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />
        )}
      </Page>
    );
  }
  const { input, kind, version } = record.data;
  if (isCorrecting) {
    return <CorrectRecord file={file.data} record={record.data} onDone={() => setCorrecting(false)} />;
  }
  return (
    <Page
      title={t('record.of', {
        name: file.data.personName,
        day: format.day(input.visitedOn),
        kind: t(`kindOf.${kind as 'visit'}`),
      })}
      lead={<CaseLine file={file.data} />}
      actions={
        may('smi.follow_up.write') && (
          <Button type="primary" onClick={() => setCorrecting(true)}>
            {t('record.correct')}
          </Button>
        )
      }
    >
      <p>{version === 1 ? t('record.first') : t('record.versions', { n: version })}</p>
      <Versions versions={record.data.versions} />
    </Page>
  );
}
