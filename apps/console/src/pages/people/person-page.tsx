import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { CaseMark, RiskMark } from '../../shared/case-marks.js';
import { useFormat, type Format } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { Page } from '../../shared/page.js';
import { PersonFacts } from '../../shared/person-facts.js';
import { PrintHead } from '../../shared/print-head.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useMay } from '../../session/use-session.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import styles from './people-page.module.css';

/** One resident and the files about them. */
export default function PersonPage() {
  const t = useTexts('people');
  const format = useFormat();
  const may = useMay();
  const { personId = '' } = useParams();
  const cases = useQuery({ ...casesOf(personId), enabled: may('smi.case.read') });
  const person = useQuery({
    queryKey: ['person', personId],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/persons/{id}', { params: { path: { id: personId } }, signal })),
  });
  return (
    <Page
      title={person.data === undefined ? t('person') : titleOf(t, format, person.data.name, cases.data?.items)}
      actions={
        <Button icon={<Icon name="print" size={18} />} onClick={() => print()}>
          {t('print')}
        </Button>
      }
    >
      {person.isError && <ProblemAlert problem={person.error} onRetry={() => void person.refetch()} />}
      {person.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {person.data !== undefined && (
        <>
          <PrintHead org={person.data.residenceOrg} />
          <section className={styles['card']}>
            <h2>{t('who')}</h2>
            <PersonFacts personId={personId} />
          </section>
          {may('smi.case.read') && (
            <section className={styles['card']}>
              <h2>{t('files')}</h2>
              <Files personId={personId} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}

function Files({ personId }: { readonly personId: string }) {
  const t = useTexts('people');
  const may = useMay();
  const cases = useQuery(casesOf(personId));
  if (cases.isError) return <ProblemAlert problem={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data === undefined) return <Skeleton active paragraph={{ rows: 2 }} />;
  const { items } = cases.data;
  return (
    <>
      {items.length === 0 && <p>{t('noFile')}</p>}
      {items.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
      {items.length === 0 && may('smi.case.write') && (
        <p>
          <Link to={`/smi/register?person=${personId}`}>{t('register')}</Link>
        </p>
      )}
    </>
  );
}

/** Files about a person. */
function casesOf(personId: string) {
  return queryOptions({
    queryKey: ['smi-cases', 'of', personId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/smi/cases', { params: { query: { personId, limit: 20 } }, signal })),
  });
}

/** How it stands with a person: whether there is a file, and when the next visit is due. */
function titleOf(
  t: Translate<'people'>,
  format: Format,
  name: string,
  files: readonly Schemas['SmiCaseDto'][] | undefined,
): string {
  if (files === undefined) return name;
  if (files.length === 0) return t('titleNone', { name });
  const due = files.find(({ status, nextDueOn }) => status === 'registered' && nextDueOn !== null);
  if (due === undefined) return t('titleFiles', { name, n: files.length });
  const day = format.day(due.nextDueOn);
  return due.overdue ? t('titleOverdue', { name, day }) : t('titleNext', { name, day });
}

function FileLine({ file }: { readonly file: Schemas['SmiCaseDto'] }) {
  const format = useFormat();
  return (
    <p className={styles['file']}>
      <Link to={`/smi/cases/${file.id}`}>{file.caseNo}</Link>
      <CaseMark status={file.status} stability={file.stability} />
      <RiskMark level={file.riskLevel} />
      <span className="xq-number">{format.day(file.nextDueOn)}</span>
    </p>
  );
}
