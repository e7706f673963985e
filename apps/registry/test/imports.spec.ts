import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { ZipFile } from 'yazl';
import { ImportService, OrgService, PersonService } from '#contracts';
import { IMPORT_COLUMNS, IMPORT_KINDS } from '#domain';
import { readTable, writeXlsx } from '#spreadsheet';
import { madeUpPerson, withKey } from '#testing';
import { csv, finished, importFile, PERSON_FIELDS, personsCsv, readErrors, startImport } from './import-files.js';
import { RegistryNode, ROOM_A1, ROOM_B1 } from './registry-node.js';

jest.setTimeout(60_000);

describe('imports', () => {
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

  const count = async (table: string): Promise<number> =>
    Number((await sql.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
  /** Residents told of by events: every one its import has stored, once. */
  const told = async (): Promise<number> => {
    const { rows } = await sql.query<{ person: string }>(
      `select person ->> 'personId' as person from outbox, jsonb_array_elements(payload::jsonb -> 'persons') as person`,
    );
    expect(new Set(rows.map(({ person }) => person)).size).toBe(rows.length);
    return rows.length;
  };
  const counts = (job: { total: number; accepted: number; rejected: number; skipped: number }) => [
    job.total,
    job.accepted,
    job.rejected,
    job.skipped,
  ];
  const run = (file: Parameters<typeof importFile>[2], context = registry.admin) =>
    importFile(registry.app, context, file);

  it('take units in any order of a batch, and change nothing the second time', async () => {
    const data = csv([
      ['code', 'name', 'tier', 'urbanRural', 'validFrom', 'validTo'],
      ['990101003001', '新一社区', 'community', '121', '2021-01-01', ''],
      ['990101003000', '新街道', 'street', '', '2021-01-01', ''],
      ['990101004001', '无父社区', 'community', '', '2021-01-01', ''],
    ]);
    const first = await run({ kind: 'orgs', data });
    expect(first).toMatchObject({ status: 'done', total: 3, accepted: 2, rejected: 1, skipped: 0 });
    expect(first.firstErrors).toMatchObject([{ row: 4, field: 'code', code: 'REGISTRY.ORG.PARENT_MISSING' }]);
    expect(counts(await run({ kind: 'orgs', data }))).toEqual([3, 0, 1, 2]);
    const { org } = await registry.call(OrgService.method.getOrg, { code: '990101003001' }, registry.admin);
    expect(org).toMatchObject({ name: '新一社区', parent: '990101003000', version: 1 });
  });

  it('take population figures, and corrections of them', async () => {
    const file = (resident: number) =>
      csv([
        ['区划代码', '年份', '常住人口', '户籍人口'],
        [ROOM_A1, 2025, resident, 2_000],
        ['990101099099', 2025, 1, ''],
      ]);
    expect(counts(await run({ kind: 'population', data: file(2_500) }))).toEqual([2, 1, 1, 0]);
    expect(counts(await run({ kind: 'population', data: file(2_500) }))).toEqual([2, 0, 1, 1]);
    expect(counts(await run({ kind: 'population', data: file(2_600) }))).toEqual([2, 1, 1, 0]);
    const figure = { org: ROOM_A1, year: 2025 };
    const { population } = await registry.call(OrgService.method.getPopulation, figure, registry.admin);
    expect(population).toMatchObject({ resident: 2_600, registered: 2_000, version: 2 });
  });

  it('take people once, however often the file comes', async () => {
    const data = personsCsv(1_000, 2_500);
    const people = await count('person');
    const before = await told();
    expect(counts(await run({ kind: 'persons', data }))).toEqual([2_500, 2_500, 0, 0]);
    expect([await count('person'), await told()]).toEqual([people + 2_500, before + 2_500]);
    expect(counts(await run({ kind: 'persons', data }))).toEqual([2_500, 0, 0, 2_500]);
    // A longer file with the same rows somewhere in it, twice.
    const longer = `${personsCsv(3_500, 10)}\n${data.split('\n').slice(1, 6).join('\n')}\n${data.split('\n')[1] ?? ''}`;
    expect(counts(await run({ kind: 'persons', data: longer }))).toEqual([16, 10, 0, 6]);
    expect([await count('person'), await told()]).toEqual([people + 2_510, before + 2_510]);
  });

  it('keep no clear number anywhere', async () => {
    const { idNumber, phone } = madeUpPerson(1_000);
    for (const table of ['person', 'outbox', 'import_digest', 'import_job', 'import_rejection', 'audit_entry']) {
      const { rows } = await sql.query<{ n: number }>(
        `select count(*)::int as n from ${table} t where t::text like $1 or t::text like $2
            or t::text like $3 or t::text like $4`,
        [`%${idNumber}%`, `%${phone}%`, `%${hex(idNumber)}%`, `%${hex(phone)}%`],
      );
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
    expect(await count('import_chunk')).toBe(0);
  });

  it('name all that is wrong with a row, give it back, and take it mended', async () => {
    const good = madeUpPerson(5_000);
    const bad = { ...madeUpPerson(5_001), name: '', sex: '7', phone: '123', residenceOrg: '990101099001' };
    const taken = { ...madeUpPerson(5_002), idNumber: madeUpPerson(1_000).idNumber };
    const taken2 = { ...taken, birthDate: madeUpPerson(1_000).birthDate, sex: madeUpPerson(1_000).sex };
    const rows = [good, bad, taken2].map((person) => PERSON_FIELDS.map((field) => person[field]));
    const job = await run({ kind: 'persons', data: csv([PERSON_FIELDS, ...rows]) });
    expect(counts(job)).toEqual([3, 1, 2, 0]);
    const problems = job.firstErrors.map(({ row, field, code }) => [row, field, code]);
    expect(problems).toEqual([
      [3, 'name', 'FIELD.REQUIRED'],
      [3, 'sex', 'FIELD.CODE'],
      [3, 'phone', 'REGISTRY.PERSON.PHONE_INVALID'],
      [4, 'idNumber', 'REGISTRY.PERSON.ID_NUMBER_EXISTS'],
    ]);
    const [titles, first, second] = await readErrors(registry.app, registry.admin, job.id);
    expect(titles?.cells).toEqual([...PERSON_FIELDS, '错误原因']);
    expect(first?.cells.slice(0, -1)).toEqual(PERSON_FIELDS.map((field) => bad[field]));
    expect(first?.cells.at(-1)).toContain('联系电话：电话号码格式不正确');
    expect(second?.cells.at(-1)).toContain('已登记');

    const mended = PERSON_FIELDS.map((field) => madeUpPerson(5_001)[field]);
    const workbook = writeXlsx(
      [
        {
          name: 'mended',
          columns: (titles?.cells ?? []).map((header) => ({ header })),
          rows: [
            [...mended, first?.cells.at(-1) ?? ''],
            [...PERSON_FIELDS.map((field) => madeUpPerson(5_002)[field]), ''],
          ],
        },
      ],
      { audience: 'people' },
    );
    const again = await run({ kind: 'persons', data: await buffer(workbook), name: '改.xlsx' });
    expect(again).toMatchObject({ accepted: 2, rejected: 0, fileName: '改.xlsx' });
  });

  it('read GB18030 with Chinese titles, any order of columns', async () => {
    const person = madeUpPerson(6_000, { name: '㐂龘' });
    const text = csv([
      ['现住社区代码', '姓名', '性别', '出生日期', '证件类型', '证件号码', '民族'],
      [person.residenceOrg, '王镕', person.sex, person.birthDate, person.idType, person.idNumber, '01'],
    ]);
    // 王镕 and the titles in GB18030: only characters whose codes are known here.
    const encoded = Buffer.concat(Array.from(text, gb18030));
    expect(await run({ kind: 'persons', data: encoded })).toMatchObject({ status: 'done', accepted: 1 });
    const found = await registry.call(PersonService.method.listPersons, { q: 'wangrong' }, registry.staffA);
    expect(found.items).toHaveLength(1);
  });

  it.each([
    ['an unknown column', 'name,colour\n', 'REGISTRY.IMPORT.COLUMN_UNKNOWN', 'colour'],
    ['a missing column', 'name,sex,birthDate,idType\n', 'REGISTRY.IMPORT.COLUMN_MISSING', 'residenceOrg'],
    ['a column twice', 'name,姓名,sex\n', 'REGISTRY.IMPORT.COLUMN_REPEATED', 'name'],
    ['no table', '\u0000\u0001\u0002', 'REGISTRY.IMPORT.FILE_UNREADABLE', undefined],
    ['a web page', '<!doctype html><table>', 'REGISTRY.IMPORT.FILE_UNREADABLE', undefined],
  ])('refuse %s as a whole and say why', async (_what, data, code, detail) => {
    const people = await count('person');
    const job = await run({ kind: 'persons', data });
    expect(job).toMatchObject({ status: 'failed', failureCode: code, accepted: 0 });
    if (detail !== undefined) expect(job.failureDetail).toBe(detail);
    expect(await count('person')).toBe(people);
  });

  it('do not unpack a zip bomb', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(60_000_000, 0x20), 'xl/worksheets/sheet1.xml');
    zip.end();
    const job = await run({ kind: 'persons', data: await buffer(zip.outputStream) });
    expect(job).toMatchObject({ status: 'failed' });
    expect(job.failureCode).toMatch(/FILE_UNSAFE|FILE_UNREADABLE/);
  });

  it('preview stores nothing and says the same', async () => {
    const data = `${personsCsv(7_000, 1_500)}\n${personsCsv(7_000, 2).split('\n').slice(1).join('\n')}\nx,1,2000-01-01,none,,,`;
    const before = [await count('person'), await count('outbox'), await count('import_digest')];
    expect(counts(await run({ kind: 'persons', mode: 'preview', data }))).toEqual([1_503, 1_500, 1, 2]);
    expect([await count('person'), await count('outbox'), await count('import_digest')]).toEqual(before);
    expect(counts(await run({ kind: 'persons', data }))).toEqual([1_503, 1_500, 1, 2]);
  });

  it('warn of a likely duplicate unless the row says it is none', async () => {
    const header = ['name', 'sex', 'birthDate', 'idType', 'residenceOrg', 'confirmedNotDuplicate'];
    const row = ['孙同名', 1, '1980-05-05', 'none', ROOM_A1];
    const first = await run({ kind: 'persons', data: csv([header, [...row, '']]) });
    expect(first.accepted).toBe(1);
    const other = ['孙同名', 1, '1980-05-05', 'none', '990101001002'];
    const refused = await run({ kind: 'persons', data: csv([header, [...other, '']]) });
    expect(refused.firstErrors).toMatchObject([{ code: 'REGISTRY.PERSON.POSSIBLE_DUPLICATE' }]);
    expect((await run({ kind: 'persons', data: csv([header, [...other, '是']]) })).accepted).toBe(1);
  });

  it("take only rows of the starter's area", async () => {
    const limited = registry.staffA;
    const data = `${personsCsv(9_500, 2)}\n${personsCsv(9_502, 1, { residenceOrg: ROOM_B1 }).split('\n')[1] ?? ''}`;
    const job = await importFile(registry.app, limited, { kind: 'persons', data });
    expect(counts(job)).toEqual([3, 2, 1, 0]);
    expect(job.firstErrors).toMatchObject([{ row: 4, field: 'residenceOrg', code: 'REGISTRY.ORG.UNKNOWN' }]);
  });

  it('belong to whoever started them', async () => {
    const job = await run({ kind: 'persons', data: 'name\n' });
    const other = registry.as(['system_admin'], ['']);
    const { getImport, readErrorsFile } = ImportService.method;
    expect((await registry.refusal(getImport, { id: job.id }, registry.staffA)).code).toBe('COMMON.NOT_FOUND');
    for (const context of [other, registry.staffA]) {
      expect((await registry.refusal(readErrorsFile, { id: job.id }, context)).code).toBe('COMMON.NOT_FOUND');
    }
    const mine = await registry.call(ImportService.method.listImports, { limit: 1 }, registry.admin);
    expect(mine.items[0]?.id).toBe(job.id);
    const next = { limit: 1, cursor: mine.nextCursor ?? '' };
    expect((await registry.call(ImportService.method.listImports, next, registry.admin)).items[0]?.id).not.toBe(job.id);
    const community = registry.as(['community_worker'], ['990101001001']);
    expect((await registry.refusal(getImport, { id: job.id }, community)).code).toBe('COMMON.FORBIDDEN');
  });

  it('of others are overseen by administrators of the area, without anything out of the file', async () => {
    const data = 'Zhang San,1\n';
    const job = await importFile(registry.app, registry.staffA, { kind: 'persons', data, name: '名单.csv' });
    expect(job).toMatchObject({ own: true, fileName: '名单.csv', failureDetail: 'Zhang San' });
    const { getImport, listImports } = ImportService.method;
    const overseer = registry.as(['system_admin'], ['990101']);
    const seen = (await registry.call(getImport, { id: job.id }, overseer)).job;
    expect(seen).toMatchObject({ own: false, fileName: '', failureCode: 'REGISTRY.IMPORT.COLUMN_UNKNOWN' });
    expect(seen?.failureDetail).toBeUndefined();
    expect((await registry.call(listImports, {}, overseer)).items.map(({ id }) => id)).toContain(job.id);
    for (const areas of [['990101002'], ['990101001001'], []]) {
      const elsewhere = registry.as(['system_admin'], areas);
      expect((await registry.refusal(getImport, { id: job.id }, elsewhere)).code).toBe('COMMON.NOT_FOUND');
      expect((await registry.call(listImports, {}, elsewhere)).items).toEqual([]);
    }
  });

  it.each(['orgs', 'population'] as const)('of %s are not for staff', async (kind) => {
    const started = startImport(registry.app, registry.staffA, { kind, data: 'code\n' });
    await expect(started).rejects.toMatchObject({ code: 'REGISTRY.IMPORT.KIND_FORBIDDEN' });
  });

  it('start once under one key, though the file was uploaded twice', async () => {
    const context = withKey(registry.admin, 'one-import');
    const data = personsCsv(9_000, 3);
    const first = await startImport(registry.app, context, { kind: 'persons', data });
    const second = await startImport(registry.app, context, { kind: 'persons', data });
    expect(second.id).toBe(first.id);
    const other = startImport(registry.app, context, { kind: 'persons', data: personsCsv(9_003, 3) });
    await expect(other).rejects.toMatchObject({ code: 'COMMON.IDEMPOTENCY_KEY_REUSED' });
    expect((await finished(registry.app, registry.admin, first.id)).accepted).toBe(3);
  });

  it('refuse an upload that is not whole, not there, or somebody else’s', async () => {
    const { beginUpload, uploadChunk, startImport: start } = ImportService.method;
    const { uploadId } = await registry.call(beginUpload, { fileName: '../../etc/x.csv' }, registry.admin);
    const job = { uploadId, kind: 'persons', mode: 'commit' };
    expect((await registry.refusal(start, job, registry.admin)).code).toBe('REGISTRY.IMPORT.FILE_EMPTY');
    const piece = { uploadId, index: 1, dataBase64: 'AQ==' };
    await registry.call(uploadChunk, piece, registry.admin);
    expect((await registry.refusal(start, job, registry.admin)).code).toBe('REGISTRY.IMPORT.UPLOAD_INCOMPLETE');
    const other = registry.as(['system_admin'], ['']);
    expect((await registry.refusal(uploadChunk, piece, other)).code).toBe('REGISTRY.IMPORT.UPLOAD_UNKNOWN');
    expect((await registry.refusal(start, job, other)).code).toBe('REGISTRY.IMPORT.UPLOAD_UNKNOWN');
    const wrong = await registry.refusal(start, { ...job, kind: 'people', mode: '' }, registry.admin);
    expect(wrong.options.errors?.map((problem) => problem.field)).toEqual(['kind', 'mode']);
  });

  it.each(IMPORT_KINDS)('offer a template for %s that reads back as an empty file', async (kind) => {
    const { workbook } = await registry.call(ImportService.method.getTemplate, { kind }, registry.admin);
    const job = await run({ kind, mode: 'preview', data: Buffer.from(workbook) });
    expect(job).toMatchObject({ status: 'done', total: 0 });
    const codes: string[] = [];
    for await (const row of readTable(workbook, { sheet: '代码 Codes' })) codes.push(row.cells[0] ?? '');
    const listed = IMPORT_COLUMNS[kind].filter((column) => column.codes !== undefined).map((column) => column.field);
    expect(new Set(codes.slice(1))).toEqual(new Set(listed));
  });
});

const hex = (text: string): string => Buffer.from(text).toString('hex');

const GB: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '现cfd6 住d7a1 社c9e7 区c7f8 代b4fa 码c2eb 姓d0d5 名c3fb 性d0d4 别b1f0 出b3f6 生c9fa 日c8d5 期c6da ' +
    '证d6a4 件bcfe 类c0e0 型d0cd 号bac5 民c3f1 族d7e5 王cdf5 镕e9c5'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

function gb18030(char: string): Buffer {
  if (char.charCodeAt(0) < 0x80) return Buffer.from(char);
  const code = GB[char];
  if (code === undefined) throw new Error(`no code for ${char}`);
  return Buffer.from(code, 'hex');
}
