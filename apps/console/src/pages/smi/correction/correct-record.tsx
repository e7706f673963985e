import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { FollowUpRecord } from '#domain';
import { answer, api, type Schemas } from '../../../api/client.js';
import { idempotencyKey, ifMatch } from '../../../api/request-headers.js';
import { isWaiting, useWrite } from '../../../api/use-write.js';
import { useToday } from '../../../session/use-session.js';
import { useFormat } from '../../../shared/format.js';
import { Page } from '../../../shared/page.js';
import { VersionConflict } from '../../../shared/version-conflict.js';
import { useTexts } from '../../../texts/texts.js';
import { caseStateOf, emptyRules } from '../form/assess-draft.js';
import { ProblemLine } from '../form/field.js';
import styles from '../form/form.module.css';
import { bodyOf, type RecordDraft, type RecordKind } from '../form/record-draft.js';
import { RecordForm } from '../form/record-form.js';
import { Section } from '../form/section.js';
import { useRecordFormState } from '../form/use-record-form-state.js';
import { compared, useAnswerText } from './answers.js';

type Detail = Schemas['FollowUpDetailDto'];

interface CorrectRecordProps {
  readonly file: Schemas['SmiCaseDto'];
  readonly record: Detail;
  readonly onDone: () => void;
}

interface Sent {
  readonly input: FollowUpRecord;
  readonly reason: string;
  readonly version: number;
}

const WOMAN = '2';
const REASON_LENGTH = 200;

/** The same form with what was recorded; the old version stays, and a reason is asked for. */
export function CorrectRecord({ file, record, onDone }: CorrectRecordProps) {
  const t = useTexts('smi');
  const format = useFormat();
  const queries = useQueryClient();
  const [today] = useState(useToday());
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const textOf = useAnswerText();
  const [draft] = useState(() => draftOf(record));
  const [caseState] = useState(() => caseStateOf(record.ruleState ?? emptyRules(file), file));
  const write = useCorrection(file.id, record.id, onDone);
  const state = useRecordFormState({
    beginning: { draft, carried: new Set() },
    kind: kindOf(record),
    caseState,
    today,
    problem: write.error,
  });
  const stale = write.error?.isStale === true ? (write.error.context as Detail | undefined) : undefined;
  return (
    <Page
      title={t('correct.title', { name: file.personName, day: format.day(record.input.visitedOn) })}
      lead={record.latest ? t('correct.latest') : t('correct.earlier')}
      actions={<Button onClick={onDone}>{t('cancel')}</Button>}
    >
      <RecordForm
        state={state}
        caseState={caseState}
        today={today}
        isWoman={file.sex === WOMAN}
        isReady={reason.trim() !== ''}
        onSubmit={(input) => write.mutate({ input, reason: reason.trim(), version: record.version })}
        onAsked={() => setAsked(true)}
        isSending={write.isPending}
        isWaiting={isWaiting(write)}
        problem={stale === undefined ? write.error : null}
        submitLabel={t('correct.save')}
        head={
          stale !== undefined && (
            <VersionConflict
              fields={compared(state.draft, stale.input, textOf)}
              isSaving={write.isPending}
              onTakeTheirs={() => void queries.invalidateQueries({ queryKey: ['smi-case', file.id] }).then(onDone)}
              onKeepMine={() =>
                write.mutate({ input: bodyOf(state.kind, state.draft), reason: reason.trim(), version: stale.version })
              }
            />
          )
        }
        foot={<ReasonField value={reason} isMissing={isAsked && reason.trim() === ''} onChange={setReason} />}
      />
    </Page>
  );
}

/** Sends a correction; when it is stored, what showed the case is read again before anybody is told. */
function useCorrection(caseId: string, followUpId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useWrite(
    ({ input, reason, version }: Sent, key) =>
      answer(
        api.POST('/api/v1/smi/cases/{id}/follow-ups/{followUpId}/corrections', {
          params: { path: { id: caseId, followUpId } },
          body: { reason, input: input as unknown as Schemas['FollowUpDto'] },
          headers: { ...idempotencyKey(key), ...ifMatch(version) },
        }),
      ),
    {
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: ['smi-case', caseId] });
        void queries.invalidateQueries({ queryKey: ['tasks'] });
        onDone();
      },
    },
  );
}

interface ReasonFieldProps {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}

function ReasonField({ value, isMissing, onChange }: ReasonFieldProps) {
  const t = useTexts('smi');
  return (
    <Section title={t('correct.reason')}>
      <fieldset className={styles['field']} data-field="reason" style={{ width: '100%' }}>
        <Input
          aria-label={t('correct.reason')}
          value={value}
          maxLength={REASON_LENGTH}
          status={isMissing ? 'error' : ''}
          onChange={({ target }) => onChange(target.value)}
        />
        {isMissing && (
          <ul className={styles['problems']}>
            <ProblemLine level="error">{t('required')}</ProblemLine>
          </ul>
        )}
      </fieldset>
    </Section>
  );
}

/** The record as it was sent; what it left empty is not there. */
function draftOf({ input }: Detail): RecordDraft {
  // An empty list is an answer: there were none.
  return Object.fromEntries(Object.entries(input).filter(([, value]) => (value as unknown) !== null));
}

function kindOf({ kind, input }: Detail): RecordKind {
  if (kind !== 'visit') return kind;
  return input.hospitalisation === 1 ? 'hospital' : 'visit';
}
