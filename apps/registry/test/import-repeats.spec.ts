import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { PersonService, type ImportJob } from '#contracts';
import { madeUpOrgCode, madeUpPerson } from '#testing';
import { RememberChangedRows1790000006000 } from '../src/migrations/1790000006000-remember-changed-rows.js';
import { csv, importFile, PERSON_FIELDS } from './import-files.js';
import { RegistryNode, ROOM_A1, ROOM_A2 } from './registry-node.js';

jest.setTimeout(60_000);

const HEADER = [...PERSON_FIELDS, 'confirmedNotDuplicate'];

type Row = (string | number)[];

describe('rows that come again', () => {
  let registry: RegistryNode;
  let sql: pg.Client;

  beforeAll(async () => {
    registry = await RegistryNode.start();
    await registry.addTree();
    ({ sql } = registry);
  });
  afterAll(async () => {
    await registry.close();
  });

  const run = (rows: Row[], mode: 'preview' | 'commit' = 'commit'): Promise<ImportJob> =>
    importFile(registry.app, registry.admin, { kind: 'persons', mode, data: csv([HEADER, ...rows]) });
  const rowOf = (n: number, changes: Record<string, string | number> = {}): Row => {
    const person: Record<string, string | number> = { ...madeUpPerson(n), confirmedNotDuplicate: '', ...changes };
    return HEADER.map((field) => person[field] ?? '');
  };
  const unnumbered = (name: string, birthDate: string, changes: Record<string, string | number> = {}): Row =>
    rowOf(0, { name, sex: 1, birthDate, idType: 'none', idNumber: '', phone: '', ...changes });
  const codes = (job: ImportJob) => job.firstErrors.map(({ row, code }) => [row, code]);
  /** Corrects the resident found by a number. */
  const correct = async (number: string, patch: Record<string, string>): Promise<void> => {
    const { items } = await registry.call(PersonService.method.listPersons, { q: number }, registry.staffA);
    const { id = '', version = 0 } = items[0] ?? {};
    await registry.call(PersonService.method.updatePerson, { id, expectedVersion: version, patch }, registry.staffA);
  };

  it.each([
    ['another', 100, { ...pick(101), residenceOrg: ROOM_A2 }],
    ['none', 102, { idType: 'none', idNumber: '' }],
  ])('are known though the number was corrected since: %s', async (_what, n, patch) => {
    expect(await run([rowOf(n)])).toMatchObject({ accepted: 1 });
    await correct(madeUpPerson(n).idNumber, patch);
    for (const mode of ['preview', 'commit'] as const) {
      expect(await run([rowOf(n)], mode)).toMatchObject({ accepted: 0, skipped: 1, rejected: 0 });
    }
  });

  it('are known though the number was corrected before corrections were remembered', async () => {
    await run([rowOf(110)]);
    await correct(madeUpPerson(110).idNumber, pick(111));
    await sql.query('delete from import_digest');
    const owner = new pg.Client({
      connectionString: registry.node.ownerUrl('registry'),
      options: '-c search_path=registry',
    });
    await owner.connect();
    await owner.query('begin');
    await new RememberChangedRows1790000006000().up(owner as unknown as QueryRunner);
    await owner.query('commit');
    await owner.end();
    expect(await run([rowOf(110)])).toMatchObject({ accepted: 0, skipped: 1 });
  });

  it.each(['preview', 'commit'] as const)('after a refusal are judged anew, in a %s', async (mode) => {
    const n = mode === 'preview' ? 120 : 130;
    const birthDate = madeUpPerson(n).birthDate;
    await run([unnumbered('郑再来', birthDate, { sex: madeUpPerson(n).sex })]);
    const alike = { name: '郑再来', residenceOrg: ROOM_A1 };
    const again = await run([rowOf(n, alike), rowOf(n, { ...alike, confirmedNotDuplicate: '是' })], mode);
    expect(again).toMatchObject({ accepted: 1, skipped: 0, rejected: 1 });
    expect(codes(again)).toEqual([[2, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE']]);
    // A refused row has taken no number from others.
    await run([unnumbered('郑再来', madeUpPerson(n + 1).birthDate, { sex: madeUpPerson(n + 1).sex })]);
    const other = await run([rowOf(n + 1, alike), rowOf(n + 1, { name: '郑另人' })], mode);
    expect(other).toMatchObject({ accepted: 1, skipped: 0, rejected: 1 });
    expect(codes(other)).toEqual([[2, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE']]);
  });

  it('more than a batch later are previewed as they are imported', async () => {
    const far = Array.from({ length: 1_200 }, (_, i) => rowOf(1_000 + i));
    const rows = [
      unnumbered('远相似', '1970-01-01'),
      unnumbered('远电话', '1970-01-01', { phone: '13000000001' }),
      rowOf(140, { name: '远有号' }),
      ...far,
      unnumbered('远相似', '1970-01-01', { sex: 9 }),
      unnumbered('远相似', '1970-01-01', { sex: 2 }),
      unnumbered('远电话', '1975-01-01', { phone: '13000000001' }),
      unnumbered('远有号', madeUpPerson(140).birthDate, { sex: 0 }),
      rowOf(141, { name: '远有号', phone: madeUpPerson(140).phone }),
      rowOf(140, { name: '远同号' }),
      rowOf(140, { name: '远有号' }),
    ];
    const preview = await run(rows, 'preview');
    expect([preview.accepted, preview.skipped, preview.rejected]).toEqual([1_205, 1, 4]);
    const at = 2 + 3 + far.length;
    expect(codes(preview)).toEqual([
      [at, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE'],
      [at + 2, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE'],
      [at + 3, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE'],
      [at + 5, 'REGISTRY.PERSON.ID_NUMBER_EXISTS'],
    ]);
    const commit = await run(rows);
    expect([commit.accepted, commit.skipped, commit.rejected]).toEqual([1_205, 1, 4]);
    expect(codes(commit)).toEqual(codes(preview));
  });

  it('of units are previewed as they are imported, near and far', async () => {
    const unit = (code: string, from: string, name = code, to = ''): Row => {
      const tier = code.endsWith('000') ? 'street' : 'community';
      return [code, name, tier, tier === 'street' ? '' : '111', from, to];
    };
    const many = [7, 8, 9].flatMap((street) =>
      Array.from({ length: 350 }, (_, i) => unit(madeUpOrgCode(street, i), '2020-01-01')),
    );
    const rows = [
      unit(madeUpOrgCode(5), '2026-01-01'),
      unit(madeUpOrgCode(5, 1), '2025-01-01'),
      unit(madeUpOrgCode(5, 2), '2026-01-01'),
      unit(madeUpOrgCode(6), '2024-01-01', '旧街道', '2024-12-31'),
      ...many,
      unit(madeUpOrgCode(5, 3), '2025-12-31'),
      unit(madeUpOrgCode(5, 4), '2026-01-01'),
      unit(madeUpOrgCode(5, 2), '2026-01-01'),
      unit(madeUpOrgCode(5, 2), '2026-06-01', '新名社区'),
      unit(madeUpOrgCode(6), '2025-01-01', '新街道'),
      unit(madeUpOrgCode(6, 1), '2025-01-01'),
    ];
    const data = csv([['code', 'name', 'tier', 'urbanRural', 'validFrom', 'validTo'], ...rows]);
    const at = 2 + 4 + many.length;
    for (const mode of ['preview', 'commit'] as const) {
      const job = await importFile(registry.app, registry.admin, { kind: 'orgs', mode, data });
      expect([mode, job.accepted, job.skipped, job.rejected]).toEqual([mode, many.length + 6, 1, 3]);
      expect(codes(job)).toEqual([
        [3, 'REGISTRY.ORG.PARENT_MISSING'],
        [at, 'REGISTRY.ORG.PARENT_MISSING'],
        [at + 3, 'REGISTRY.ORG.PERIOD_OVERLAP'],
      ]);
    }
  });
});

/** What a correction of the number brings along: sex and birth date must agree with it. */
function pick(n: number): { idNumber: string; sex: string; birthDate: string } {
  const { idNumber, sex, birthDate } = madeUpPerson(n);
  return { idNumber, sex, birthDate };
}
