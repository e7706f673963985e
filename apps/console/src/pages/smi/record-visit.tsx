import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FollowUpRecord } from '#domain';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { isWaiting, useWrite } from '../../api/use-write.js';
import { useToday } from '../../session/use-session.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { useTexts } from '../../texts/texts.js';
import { CaseLine } from './case-line.js';
import { isFollowed } from './case-queries.js';
import { caseStateOf, emptyRules } from './form/assess-draft.js';
import { beginningOf } from './form/carried-over.js';
import type { RecordKind } from './form/record-draft.js';
import { RecordForm } from './form/record-form.js';
import { useRecordFormState, type KeptDraft, type RecordFormState } from './form/use-record-form-state.js';
import styles from './form/form.module.css';
import { SavedRecord } from './saved-record.js';

const KINDS: readonly RecordKind[] = ['visit', 'attempt', 'hospital', 'loss', 'death'];
const WOMAN = '2';

type Answer = Schemas['FollowUpAnswerDto'];

interface RecordVisitProps {
  readonly file: Schemas['SmiCaseDto'];
  readonly last: Partial<FollowUpRecord> | undefined;
  readonly kept: KeptDraft | undefined;
  /** Keeps what was filled in on this device until it is saved. */
  readonly onKeep: (draft: KeptDraft) => void;
  readonly onForget: () => void;
}

/** The form until it is saved, then what came of it. */
export function RecordVisit(props: RecordVisitProps) {
  const { file, kept, onForget } = props;
  const [saved, setSaved] = useState<Answer | undefined>();
  const [attempt, setAttempt] = useState(0);
  // As it was when the page was opened: nothing typed meanwhile goes away, and a saved death shows what came of it.
  const [isClosed] = useState(!isFollowed(file) && kept === undefined);
  if (isClosed) return <ClosedFile file={file} />;
  if (saved !== undefined) return <SavedRecord file={file} answer={saved} />;
  return (
    <VisitForm
      key={attempt}
      {...props}
      kept={attempt === 0 ? kept : undefined}
      onSaved={setSaved}
      onStartAgain={() => {
        onForget();
        setAttempt(attempt + 1);
      }}
    />
  );
}

function ClosedFile({ file }: Pick<RecordVisitProps, 'file'>) {
  const t = useTexts('smi');
  return (
    <Page title={t('visit.of', { name: file.personName })} lead={<CaseLine file={file} />}>
      <EmptyState
        text={t('code.SMI.FOLLOW_UP.CASE_CLOSED')}
        action={{ label: t('saved.toCase'), to: `/smi/cases/${file.id}` }}
      />
    </Page>
  );
}

interface VisitFormProps extends RecordVisitProps {
  readonly onSaved: (answer: Answer) => void;
  readonly onStartAgain: () => void;
}

function VisitForm({ file, last, kept, onKeep, onForget, onSaved, onStartAgain }: VisitFormProps) {
  const t = useTexts('smi');
  const [parameters] = useSearchParams();
  const [today] = useState(useToday());
  const [beginning] = useState(() => beginningOf(today, last));
  const [caseState] = useState(() => caseStateOf(file.ruleState ?? emptyRules(file), file));
  const write = useRecording(file.id, (done) => {
    onForget();
    onSaved(done);
  });
  const state = useRecordFormState({
    beginning,
    kept,
    kind: KINDS.find((kind) => kind === parameters.get('kind')),
    caseState,
    today,
    problem: write.error,
  });
  const [isRestored] = useState(kept !== undefined);
  useKeptDraft(state, onKeep);
  return (
    <Page title={t('visit.of', { name: file.personName })} lead={<CaseLine file={file} />}>
      <RecordForm
        state={state}
        caseState={caseState}
        today={today}
        isWoman={file.sex === WOMAN}
        onSubmit={(body) => write.mutate(body)}
        isSending={write.isPending}
        isWaiting={isWaiting(write)}
        problem={write.error}
        submitLabel={t('form.save')}
        head={
          <>
            <Segmented
              aria-label={t('kind.label')}
              value={state.kind}
              options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              onChange={state.setKind}
            />
            {isRestored && (
              <Alert
                type="info"
                showIcon
                title={t('form.restored')}
                action={
                  <Button size="small" onClick={onStartAgain}>
                    {t('form.startAgain')}
                  </Button>
                }
              />
            )}
            <Guidance kind={state.kind} last={last} />
          </>
        }
      />
    </Page>
  );
}

/** Sends a record; when it is stored, what shows the case is read again. */
function useRecording(caseId: string, onSaved: (answer: Answer) => void) {
  const queries = useQueryClient();
  return useWrite(
    (body: FollowUpRecord, key) =>
      answer(
        api.POST('/api/v1/smi/cases/{id}/follow-ups', {
          params: { path: { id: caseId } },
          body: body as unknown as Schemas['FollowUpDto'],
          headers: idempotencyKey(key),
        }),
      ),
    {
      onSuccess: (done) => {
        for (const queryKey of [['tasks'], ['smi-case', caseId], ['smi-cases']] as const) {
          void queries.invalidateQueries({ queryKey });
        }
        onSaved(done);
      },
    },
  );
}

/** What is taken over and what never is, said where it matters. */
function Guidance({ kind, last }: { readonly kind: RecordKind; readonly last: Partial<FollowUpRecord> | undefined }) {
  const t = useTexts('smi');
  const format = useFormat();
  if (kind !== 'visit') return <p>{t(`kindHint.${kind}`)}</p>;
  return (
    <p>
      {last === undefined ? t('form.firstVisit') : t('form.carriedHint', { day: format.day(last.visitedOn) })}{' '}
      <span className={styles['byKeys']}>{t('form.keysHint')}</span>
    </p>
  );
}

function useKeptDraft({ kind, draft, touched }: RecordFormState, onKeep: (kept: KeptDraft) => void): void {
  useEffect(() => {
    if (touched.length > 0) onKeep({ kind, draft, touched });
  }, [kind, draft, touched, onKeep]);
}
