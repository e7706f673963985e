import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { prefixOf } from '../../area/area-code.js';
import { useArea } from '../../area/use-area.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import styles from './system.module.css';

type Outlines = Record<string, unknown>;

/** Outlines of areas for the map: a GeoJSON file whose features name their area. */
export default function MapPage() {
  const t = useTexts('system');
  const queries = useQueryClient();
  const { code, area } = useArea();
  const [unreadable, setUnreadable] = useState(false);
  const known = useQuery({
    queryKey: ['geo', code],
    enabled: code !== undefined,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/geo/areas', { params: { query: { parent: prefixOf(code ?? '') } }, signal })),
  });
  const store = useWrite(
    (body: Outlines, key) => answer(api.PUT('/api/v1/geo/areas', { body, headers: idempotencyKey(key) })),
    {
      // The map of the indicators keeps the outlines among the areas.
      onSuccess: () =>
        Promise.all(([['geo'], ['areas']] as const).map((queryKey) => queries.invalidateQueries({ queryKey }))).then(
          () => undefined,
        ),
    },
  );
  const take = async (file: File): Promise<void> => {
    const outlines = read(await file.text());
    setUnreadable(outlines === undefined);
    if (outlines !== undefined) store.mutate(outlines);
  };
  const title =
    known.data === undefined || area === undefined
      ? t('map.title')
      : t('map.count', { area: area.name, n: known.data.features.length });
  return (
    <Page title={title} lead={t('map.lead')} width="form">
      {known.isError && <ProblemAlert problem={known.error} onRetry={() => void known.refetch()} />}
      <Upload.Dragger
        accept=".json,.geojson"
        showUploadList={false}
        disabled={store.isPending}
        beforeUpload={(file) => {
          void take(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <p>{t(store.isPending ? 'map.busy' : 'map.drop')}</p>
        <p className={styles['hint']}>{t('map.format')}</p>
      </Upload.Dragger>
      {unreadable && <Alert type="error" showIcon title={t('map.unreadable')} />}
      {store.isError && <Refused problem={store.error} outlines={store.variables} />}
      {store.isSuccess && <Alert type="success" showIcon title={t('map.stored')} />}
    </Page>
  );
}

const MOST_SHOWN = 20;

/** What was refused, by feature: its place in the file and the code it carries. */
function Refused({ problem, outlines }: { readonly problem: unknown; readonly outlines: Outlines | undefined }) {
  const t = useTexts('system');
  const fields = problem instanceof ApiProblem ? problem.fields : [];
  const faults = fields.flatMap(({ field, message }) => {
    const place = /^features\[(\d+)\]/.exec(field)?.[1];
    return place === undefined ? [] : [{ field, message, index: Number(place) }];
  });
  return (
    <>
      <ProblemAlert problem={problem} shownElsewhere={faults.map(({ field }) => field)} />
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, MOST_SHOWN).map(({ field, message, index }) => (
            <li key={field}>
              {t('map.refused', { n: String(index + 1), code: codeOfFeature(outlines, index), message })}
            </li>
          ))}
          {faults.length > MOST_SHOWN && <li>{t('map.refusedMore', { n: faults.length - MOST_SHOWN })}</li>}
        </ul>
      )}
    </>
  );
}

/** The code a feature of the file carries, as far as it carries one. */
function codeOfFeature(outlines: Outlines | undefined, index: number): string {
  const features = outlines?.['features'] as { properties?: { code?: unknown } | null }[] | undefined;
  const code = features?.[index]?.properties?.code;
  return typeof code === 'string' ? code : '—';
}

function read(text: string): Outlines | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Outlines) : undefined;
  } catch {
    return undefined;
  }
}
