import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Radio, Upload } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../api/use-write.js';
import { useMay } from '../../session/use-session.js';
import { Icon } from '../../shared/icon.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useParameters } from '../../shared/use-parameters.js';
import { useTexts } from '../../texts/texts.js';
import { importJob, isRunning, startImport, type ImportMode } from './import-queries.js';
import { JobReport } from './job-report.js';
import { KINDS, type Kind } from './kinds.js';
import styles from './imports.module.css';

/** Largest file the server takes. */
const LARGEST_BYTES = 100 * 1_048_576;

interface Sending {
  readonly kind: Kind;
  readonly mode: ImportMode;
  readonly file: File;
  /** Tells a file chosen again from the one before: its content cannot be compared here. */
  readonly choice: number;
}

/** Choose, look, take over: a file is judged row by row before anything is stored. */
export default function NewImportPage() {
  const t = useTexts('imports');
  const { kind, choose, kinds } = useKind();
  const { chosen, send, preview, judged, busy, take, commit, forget } = useSteps(kind);
  const change = (next: Kind): void => {
    choose(next);
    forget();
  };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="form">
      <Step number={1} title={t('new.kind')}>
        <Radio.Group value={kind} onChange={({ target }) => change(target.value as Kind)} aria-label={t('new.kind')}>
          <div className={styles['kinds']}>
            {kinds.map((one) => (
              <Radio key={one} value={one}>
                <strong>{t(`kind.${one}`)}</strong>
                <span className={styles['kind']}>{t(`about.${one}`)}</span>
              </Radio>
            ))}
          </div>
        </Radio.Group>
        <Button href={`/api/v1/imports/templates/${kind}.xlsx`} icon={<Icon name="download" size={18} />}>
          {t('new.template', { kind: t(`kind.${kind}`) })}
        </Button>
      </Step>
      <Step number={2} title={t('new.file')}>
        <Drop onFile={take} busy={busy} />
        {chosen !== undefined && <p className={styles['hint']}>{t('new.chosen', { name: chosen.file.name })}</p>}
        {send.isError && <ProblemAlert problem={send.error} />}
      </Step>
      {preview !== undefined && (
        <Step number={3} title={t('new.look')}>
          <JobReport job={preview} />
          {judged && preview.status === 'done' && (
            <Commit accepted={preview.accepted} rejected={preview.rejected} busy={send.isPending} onCommit={commit} />
          )}
        </Step>
      )}
    </Page>
  );
}

/** From the file to its preview, and from there to the import, which has an address of its own. */
function useSteps(kind: Kind) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ readonly file: File; readonly choice: number }>();
  const [previewId, setPreviewId] = useState<string>();
  const queries = useQueryClient();
  const send = useWrite<Sending, { readonly id: string }>(
    ({ kind: sent, mode, file }, key) => startImport(sent, mode, file, key),
    // The tray shows it from now on, wherever the user goes.
    { onSuccess: () => void queries.invalidateQueries({ queryKey: ['imports'] }) },
  );
  const looked = useQuery({ ...importJob(previewId ?? ''), enabled: previewId !== undefined });
  const preview = previewId === undefined ? undefined : looked.data;
  const judged = preview !== undefined && !isRunning(preview);
  return {
    chosen,
    send,
    preview,
    judged,
    busy: send.isPending || (previewId !== undefined && !judged),
    take(file: File): void {
      const next = { file, choice: (chosen?.choice ?? 0) + 1 };
      setChosen(next);
      setPreviewId(undefined);
      send.mutate({ kind, mode: 'preview', ...next }, { onSuccess: ({ id }) => setPreviewId(id) });
    },
    commit(): void {
      if (chosen === undefined) return;
      send.mutate({ kind, mode: 'commit', ...chosen }, { onSuccess: ({ id }) => void navigate(`/imports/${id}`) });
    },
    forget(): void {
      setChosen(undefined);
      setPreviewId(undefined);
      send.reset();
    },
  };
}

/** The kind stands in the address; only those the user's rights open are offered. */
function useKind(): { kind: Kind; kinds: readonly Kind[]; choose: (kind: Kind) => void } {
  const may = useMay();
  const [parameters, change] = useParameters();
  const kinds = KINDS.filter(({ also }) => may(also)).map(({ kind }) => kind);
  const kind = kinds.find((one) => one === parameters.get('kind')) ?? 'persons';
  return { kind, kinds, choose: (next) => change({ kind: next }, { replace: true }) };
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section className={styles['step']} aria-labelledby={id}>
      <h2 id={id}>
        <span className={styles['number']} aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Drop({ onFile, busy }: { onFile: (file: File) => void; busy: boolean }) {
  const t = useTexts('imports');
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <>
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          setTooLarge(file.size > LARGEST_BYTES);
          if (file.size <= LARGEST_BYTES) onFile(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <p className={styles['now']}>{busy ? t('new.busy') : t('new.drop')}</p>
        <p className={styles['hint']}>{t('new.formats')}</p>
      </Upload.Dragger>
      {tooLarge && <Alert type="error" showIcon title={t('new.tooLarge')} />}
    </>
  );
}

interface CommitProps {
  readonly accepted: number;
  readonly rejected: number;
  readonly busy: boolean;
  readonly onCommit: () => void;
}

function Commit({ accepted, rejected, busy, onCommit }: CommitProps) {
  const t = useTexts('imports');
  if (accepted === 0) return <Alert type="warning" showIcon title={t('commit.nothing')} />;
  return (
    <div className={styles['commit']}>
      <Button type="primary" size="large" loading={busy} onClick={onCommit}>
        {t('commit.button', { n: accepted })}
      </Button>
      <p className={styles['hint']}>{rejected > 0 ? t('commit.some', { n: rejected }) : t('commit.all')}</p>
    </div>
  );
}
