import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
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
    { onSuccess: () => queries.invalidateQueries({ queryKey: ['geo'] }) },
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
      {store.isError && <ProblemAlert problem={store.error} />}
      {store.isSuccess && <Alert type="success" showIcon title={t('map.stored')} />}
    </Page>
  );
}

function read(text: string): Outlines | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Outlines) : undefined;
  } catch {
    return undefined;
  }
}
