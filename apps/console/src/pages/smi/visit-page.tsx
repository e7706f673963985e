import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useDraft } from '../../shared/drafts/use-draft.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { draftKey, lastVisitIn, smiCase, timeline } from './case-queries.js';
import type { KeptDraft } from './form/use-record-form-state.js';
import { RecordVisit } from './record-visit.js';

/** Recording a visit, an attempt, a stay in hospital, a loss or a death. */
export default function VisitPage() {
  const t = useTexts('smi');
  const { caseId = '' } = useParams();
  const file = useQuery({ ...smiCase(caseId), staleTime: 0 });
  const history = useInfiniteQuery(timeline(caseId));
  const kept = useDraft<KeptDraft>(draftKey(caseId));
  const failed = [file, history].find(({ isError }) => isError);
  if (failed !== undefined) {
    return (
      <Page title={t('visit.title')}>
        <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (file.data === undefined || history.data === undefined || kept.draft === undefined) {
    return (
      <Page title={t('visit.title')}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </Page>
    );
  }
  return (
    <RecordVisit
      key={caseId}
      file={file.data}
      last={lastVisitIn(history.data.pages.flatMap(({ items }) => items))}
      kept={kept.draft?.value}
      onKeep={kept.keep}
      onForget={kept.clear}
    />
  );
}
