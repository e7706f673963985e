import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import type { ImportJob } from '#contracts';
import type { ImportKind } from '#domain';
import { startService } from '#testing';
import { buildDemoFiles } from '../../../tools/demo/demo-data.mjs';
import { SmiModule } from '../../smi/src/smi.module.js';
import { finished, importFile, readErrors, startImport } from './import-files.js';
import { RegistryNode } from './registry-node.js';

jest.setTimeout(60_000);

describe('cases and follow-ups from files', () => {
  const files = buildDemoFiles('small', '2026-11-23');
  let registry: RegistryNode;
  let smi: INestMicroservice;

  beforeAll(async () => {
    registry = await RegistryNode.start({}, ['smi']);
    smi = await startSmi();
    for (const kind of ['orgs', 'population', 'persons'] as const) {
      expect(await importKind(kind)).toMatchObject({ status: 'done', rejected: 0 });
    }
  });
  afterAll(async () => {
    await smi.close();
    await registry.close();
  });

  const startSmi = () => startService(SmiModule.forRoot(registry.node.settings('smi')), registry.node.settings('smi'));
  const dataOf = (kind: ImportKind): string => files.find((file) => file.kind === kind)?.csv ?? '';
  const rowsOf = (kind: ImportKind): number => files.find((file) => file.kind === kind)?.rows ?? 0;
  const importKind = (
    kind: ImportKind,
    mode: 'commit' | 'preview' = 'commit',
    data = dataOf(kind),
  ): Promise<ImportJob> => importFile(registry.app, registry.admin, { kind, mode, data });
  const count = async (table: string): Promise<number> =>
    (await registry.sql.query<{ n: number }>(`select count(*)::int as n from smi.${table}`)).rows[0]?.n ?? -1;

  it('find their people by number, are previewed, stored once and skipped when repeated', async () => {
    const all = rowsOf('smi-cases');
    expect(await importKind('smi-cases', 'preview')).toMatchObject({ total: all, accepted: all });
    expect(await count('smi_case')).toBe(0);
    expect(await importKind('smi-cases')).toMatchObject({ status: 'done', total: all, accepted: all });
    expect(await importKind('smi-cases')).toMatchObject({ accepted: 0, skipped: all });
    expect(await count('smi_case')).toBe(all);
  });

  it('give rows back that the smi service refuses, with its reason', async () => {
    const [header = '', first = ''] = dataOf('smi-cases').split('\n');
    const columns = header.split(',');
    const cells = first.split(',');
    const change = (field: string, value: string): string =>
      cells.map((cell, i) => (columns[i] === field ? value : cell)).join(',');
    const rows = [
      change('idNumber', '990101199001010019'),
      change('diagnosis', 'X99'),
      change('consent.decision', '?'),
    ];
    const job = await importKind('smi-cases', 'commit', [header, ...rows].join('\n'));
    expect(job).toMatchObject({ status: 'done', rejected: 3, accepted: 0 });
    expect(job.firstErrors.map(({ row, field }) => [row, field])).toEqual([
      [2, 'idNumber'],
      [3, 'diagnosis'],
      [4, 'consent.decision'],
    ]);
    const errors = await readErrors(registry.app, registry.admin, job.id);
    expect(errors[1]?.cells.at(-1)).toContain('证件号码：辖区内没有此证件号码的人员');
  });

  it('wait for a service that restarts, and count every row once', async () => {
    await smi.close();
    const all = rowsOf('smi-follow-ups');
    const file = { kind: 'smi-follow-ups', data: dataOf('smi-follow-ups') } as const;
    const job = await startImport(registry.app, registry.admin, file);
    smi = await startSmi();
    const end = await finished(registry.app, registry.admin, job.id);
    expect(end).toMatchObject({ status: 'done', total: all, accepted: all, rejected: 0, skipped: 0 });
    expect(await count('follow_up')).toBe(all);
    expect(await importKind('smi-follow-ups')).toMatchObject({ accepted: 0, skipped: all });
    expect(await count('follow_up')).toBe(all);
  });
});
