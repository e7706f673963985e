import { expect } from '@jest/globals';
import type { District } from './district.js';

/** What must hold after any crash: each answered write is there once, and everything that follows from it is too. */
export async function expectEachOnce(district: District, answered: ReadonlyMap<string, string>): Promise<void> {
  const stored = await district.query<{ id: string; caseId: string }>(
    'select id, case_id as "caseId" from smi.follow_up',
  );
  expect(stored).toHaveLength(answered.size);
  expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(answered.values()));

  await district.untilQuiet();
  const flow = await district.admin.get('/ops/event-flow');
  expect(flow.items.map(({ service, unsent, deadLetters }) => [service, unsent, deadLetters])).toEqual(
    ['identity', 'registry', 'smi', 'kpi'].map((service) => [service, 0, 0]),
  );
  const counted = await district.query<{ id: string }>('select follow_up_id as id from kpi.smi_visit');
  expect(counted.map(({ id }) => id).sort()).toEqual([...answered.values()].sort());
  expect(await district.admin.post('/kpi/recompute')).toMatchObject({ differences: [] });

  const auditor = await district.as('audit_admin', '');
  expect(await auditor.get('/audit/verify')).toMatchObject({ intact: true });
  const noted = (await auditor.all('/audit?service=smi&action=follow_up.record')).map(({ outcome }) => outcome);
  expect(noted).toEqual(noted.map(() => 'done'));
  expect(noted).toHaveLength(answered.size);
}
