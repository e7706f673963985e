import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTable, writeXlsx, type TableRow } from '#spreadsheet';
import { caseOf, COMMUNITY, csvOf, OTHER_COMMUNITY, District, flat, upload, visitOn } from './support/district.js';
import { CANARIES } from './support/good-requests.js';
import { tableDigests } from './support/table-digests.js';

const XLSX = 'file.xlsx';
const PAIRS = 120;

describe('files', () => {
  let district: District;

  beforeAll(async () => {
    district = await District.start();
    await district.as('psychiatrist');
  });
  afterAll(() => district.remove());

  const people = (count: number) => Array.from({ length: count }, () => flat(district.nextPerson()));

  async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
    const all: T[] = [];
    for await (const item of items) all.push(item);
    return all;
  }

  /** Rows of `smi-cases`: the person by his document, not by id. */
  function caseRow(idNumber: unknown, number: number) {
    const { personId: _, caseNo = '', ...row } = flat(caseOf('', number));
    return { ...row, caseNo: String(caseNo), idNumber: String(idNumber) };
  }

  function visitRow(caseNo: string, visitedOn: string) {
    const { contacts: _, symptoms: __, medications: ___, ...form } = visitOn(visitedOn);
    return { ...flat(form), contacts: '1;2', 'medications.drug': '利培酮', 'medications.morningMg': 1, caseNo };
  }

  async function errorsOf(id: string): Promise<TableRow[]> {
    const response = await fetch(`${district.node.address}/api/v1/imports/${id}/errors.xlsx`, {
      headers: { authorization: `Bearer ${district.admin.token!}` },
    });
    expect(response.status).toBe(200);
    return collect(readTable(Buffer.from(await response.arrayBuffer())));
  }

  async function workbook(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
    const [titles = [], ...cells] = rows;
    const sheet = { name: 'x', columns: titles.map((header) => ({ header })), rows: cells };
    const parts = await collect(writeXlsx([sheet], { audience: 'reimport' }));
    return Uint8Array.from(Buffer.concat(parts));
  }

  it('successful-preview: everything is judged, nothing is stored', async () => {
    const before = await tableDigests(district);
    const rows = [...people(3), { ...people(1)[0]!, residenceOrg: '990199001001' }];
    expect(await district.importFile('persons', 'preview', csvOf(rows))).toMatchObject({
      status: 'done',
      ...{ total: 4, accepted: 3, rejected: 1, skipped: 0 },
      firstErrors: [expect.objectContaining({ row: 5, field: 'residenceOrg' })],
    });
    expect(await tableDigests(district)).toEqual(before);
  });

  it('successful-repeat: persons, cases and visits once; the same files again change nothing', async () => {
    const rows = people(20);
    const cases = rows.map(({ idNumber }, i) => caseRow(idNumber, 100 + i));
    const visits = cases.flatMap(({ caseNo }) => ['2026-01-05', '2026-04-03'].map((day) => visitRow(caseNo, day)));
    const files = [
      ['persons', csvOf(rows), 20],
      ['smi-cases', csvOf(cases), 20],
      ['smi-follow-ups', csvOf(visits), 40],
    ] as const;
    for (const [kind, file, count] of files) {
      const job = await district.importFile(kind, 'commit', file);
      expect([kind, job.accepted, job.rejected, job.firstErrors]).toEqual([kind, count, 0, []]);
    }
    await district.untilQuiet();
    const before = await tableDigests(district);
    for (const [kind, file, count] of files) {
      const job = await district.importFile(kind, 'commit', file);
      expect([kind, job.status, job.accepted, job.rejected, job.skipped]).toEqual([kind, 'done', 0, 0, count]);
    }
    expect(await tableDigests(district)).toEqual(before);
  });

  it('successful-order: rows of one case find their turn by day, whichever way a row names the case', async () => {
    const rows = people(30);
    await district.importFile('persons', 'commit', csvOf(rows));
    const cases = rows.map(({ idNumber }, i) => caseRow(idNumber, 4_000 + i));
    await district.importFile('smi-cases', 'commit', csvOf(cases));
    const days = ['2026-05-05', '2026-02-05', '2026-04-05', '2026-01-05', '2026-03-05'];
    const visits = days.flatMap((day, d) =>
      cases.map(({ caseNo, idNumber }, i) => {
        const { caseNo: _, ...visit } = visitRow(caseNo, day);
        const byNumber = (i + d) % 2 === 0;
        return { ...visit, caseNo: byNumber ? caseNo : '', idNumber: byNumber ? '' : idNumber };
      }),
    );
    const job = await district.importFile('smi-follow-ups', 'commit', csvOf(visits));
    expect([job.accepted, job.rejected, job.firstErrors]).toEqual([150, 0, []]);
    const again = await district.importFile('smi-follow-ups', 'commit', csvOf(visits));
    expect([again.accepted, again.rejected, again.skipped]).toEqual([0, 0, 150]);
  });

  it('successful-pair: of two cases for one person exactly one is taken, and the report says which', async () => {
    const rows = people(PAIRS);
    await district.importFile('persons', 'commit', csvOf(rows));
    const cases = [200, 600].flatMap((from) => rows.map(({ idNumber }, i) => caseRow(idNumber, from + i)));
    const job = await district.importFile('smi-cases', 'commit', csvOf(cases));
    const stored = await district.query<{ caseNo: string }>(
      `select case_no as "caseNo" from smi.smi_case where case_no between '990101-00200' and '990101-00999' order by 1`,
    );
    expect(stored).toHaveLength(PAIRS);
    expect([job.total, job.accepted, job.rejected, job.skipped]).toEqual([2 * PAIRS, PAIRS, PAIRS, 0]);
    // The upper of the two, whichever lane of the import is faster.
    expect(stored.map(({ caseNo }) => caseNo)).toEqual(cases.slice(0, PAIRS).map(({ caseNo }) => caseNo));
    expect(new Set(job.firstErrors.map(({ field, code }) => `${field} ${code}`))).toEqual(
      new Set(['idNumber SMI.CASE.ALREADY_REGISTERED']),
    );
    const [titles, ...refused] = await errorsOf(job.id);
    const column = titles!.cells.indexOf('caseNo');
    const named = refused.map(({ cells }) => cells[column]);
    expect(named).toEqual(cases.slice(PAIRS).map(({ caseNo }) => caseNo));
    const again = await district.importFile('smi-cases', 'commit', csvOf(cases));
    expect([again.accepted, again.rejected, again.skipped]).toEqual([0, PAIRS, PAIRS]);
  });

  it('successful-race: of two who register one person at the same time one is told that it is done', async () => {
    const doctor = await district.as('psychiatrist');
    for (let i = 0; i < 10; i += 1) {
      const { id } = await district.addPerson();
      const both = [1_000 + i, 2_000 + i].map((number) =>
        doctor.ask('POST', '/smi/cases', { body: caseOf(id, number) }),
      );
      const answers = await Promise.all(both);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)!.body.code).toBe('SMI.CASE.ALREADY_REGISTERED');
    }
  });

  it('successful-mended: the workbook of refused rows, corrected and sent back as it is', async () => {
    const [good, bad, worse] = people(3);
    const rows = [good!, { ...bad!, sex: 'x' }, { ...worse!, birthDate: '2026-02-30', phone: CANARIES.phone }];
    const job = await district.importFile('persons', 'commit', csvOf(rows));
    expect([job.accepted, job.rejected]).toEqual([1, 2]);
    const [titles, ...refused] = (await errorsOf(job.id)).map(({ cells }) => cells);
    expect(refused.map((cells) => cells.at(-1))).toEqual([
      expect.stringMatching(/^性别：/),
      expect.stringMatching(/^出生日期：/),
    ]);
    const at = (field: string) => titles!.indexOf(field);
    const mended = [
      refused[0]!.with(at('sex'), String(bad!['sex'])),
      refused[1]!.with(at('birthDate'), String(worse!['birthDate'])),
    ];
    const resent = await district.importFile('persons', 'commit', await workbook([titles!, ...mended]), { name: XLSX });
    expect([resent.accepted, resent.rejected, resent.skipped]).toEqual([2, 0, 0]);
  });

  it.each([
    ['an unknown kind', { kind: 'dogs', mode: 'commit' }, 400, 'kind'],
    ['an unknown mode', { kind: 'persons', mode: 'maybe' }, 400, 'mode'],
    ['no kind', { kind: '', mode: 'commit' }, 400, 'kind'],
  ])('failing-form: %s', async (_what, { kind, mode }, status, field) => {
    const answer = await district.admin.ask('POST', '/imports', { raw: upload(kind, mode, csvOf(people(1))) });
    expect([answer.status, answer.body.errors]).toEqual([status, [expect.objectContaining({ field })]]);
  });

  it('failing-form: no file, a field too many, no form at all', async () => {
    const empty = new FormData();
    empty.append('kind', 'persons');
    empty.append('mode', 'commit');
    const more = upload('persons', 'commit', csvOf(people(1)));
    more.append('extra', 'x');
    for (const [raw, field] of [
      [empty, 'file'],
      [more, 'extra'],
    ] as const) {
      const answer = await district.admin.ask('POST', '/imports', { raw });
      expect([answer.status, answer.body.errors]).toEqual([400, [expect.objectContaining({ field })]]);
    }
    expect((await district.admin.ask('POST', '/imports', { body: {} })).status).toBe(415);
    const nothing = await district.admin.ask('POST', '/imports', { raw: upload('persons', 'commit', '') });
    expect([nothing.status, nothing.body.code]).toEqual([400, 'REGISTRY.IMPORT.FILE_EMPTY']);
  });

  it.each([
    ['a title line only', csvOf([flat({ name: 'x' })]).split('\r\n')[0]!, /^REGISTRY\.IMPORT\./],
    ['bytes of no text', 'name\r\n李\u0000伟', /^REGISTRY\.IMPORT\./],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), /^REGISTRY\.IMPORT\./],
    ['a zip of nothing', Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]), /^REGISTRY\.IMPORT\./],
    ['a page', '<html><body>x</body></html>', /^REGISTRY\.IMPORT\./],
    ['other columns', 'a,b\r\n1,2', 'REGISTRY.IMPORT.COLUMN_UNKNOWN'],
    ['a column missing', 'name,sex\r\n李,1', /^REGISTRY\.IMPORT\./],
    ['cells of another kind', csvOf([{ code: '990101001007', name: 'x' }]), /^REGISTRY\.IMPORT\./],
  ] as [string, string | Uint8Array<ArrayBuffer>, string | RegExp][])(
    'failing-file: %s is refused as a whole, with the reason',
    async (_what, content, code) => {
      const before = await tableDigests(district);
      const job = await district.importFile('persons', 'commit', content);
      expect(job).toMatchObject({ status: 'failed', accepted: 0 });
      expect(job.failureCode).toMatch(code);
      expect(await tableDigests(district)).toEqual(before);
    },
  );

  it('failing-cells: formulas and texts that are too long are refused by row and field', async () => {
    const [formula, long] = people(2);
    const rows = [
      { ...formula!, name: '=HYPERLINK("http://x")', address: null },
      { ...long!, address: '长'.repeat(300) },
    ];
    const before = await tableDigests(district);
    const job = await district.importFile('persons', 'commit', csvOf(rows));
    expect(job).toMatchObject({ status: 'done', accepted: 0, rejected: 2 });
    expect(job.firstErrors.map(({ row, field }) => [row, field])).toEqual([
      [2, 'name'],
      [3, 'address'],
    ]);
    expect(await tableDigests(district)).toEqual(before);
    const refused = await errorsOf(job.id);
    expect(refused).toHaveLength(3);
  });

  it('failing-area: a file of another area, and somebody else’s report', async () => {
    const elsewhere = await district.as('system_admin', '990101002');
    const { id } = await elsewhere.post('/imports', undefined, { raw: upload('persons', 'commit', csvOf(people(2))) });
    await district.node.until(async () => (await elsewhere.get(`/imports/${id}`)).status !== 'running', 'done');
    expect(await elsewhere.get(`/imports/${id}`)).toMatchObject({ accepted: 0, rejected: 2 });
    expect(await district.admin.get(`/imports/${id}`)).toMatchObject({ own: false, fileName: '', rejected: 2 });
    expect((await district.admin.ask('GET', `/imports/${id}/errors.xlsx`)).status).toBe(404);
    const found = await (await district.as('psychiatrist')).all(`/persons?org=${COMMUNITY}`);
    expect(found.length).toBeGreaterThan(0);
  });

  it('failing-area: staff import for their own street; every row beyond it is refused and changes nothing', async () => {
    const staff = await district.as('street_staff', '990101002');
    const [known] = people(1);
    await district.importFile('persons', 'commit', csvOf([known!]));
    const number = 4_242;
    await district.importFile('smi-cases', 'commit', csvOf([caseRow(known!['idNumber'], number)]));
    await district.untilQuiet();
    const before = await tableDigests(district);
    const { caseNo } = caseRow('', number);
    const refused = [
      ['persons', people(1)[0]!, 'residenceOrg', 'REGISTRY.ORG.UNKNOWN'],
      ['smi-cases', caseRow(known!['idNumber'], 4_243), 'idNumber', 'REGISTRY.IMPORT.PERSON_NOT_FOUND'],
      ['smi-follow-ups', visitRow(caseNo, '2026-03-02'), 'caseNo', 'SMI.IMPORT.CASE_UNKNOWN'],
    ] as const;
    for (const [kind, row, field, code] of refused) {
      for (const mode of ['preview', 'commit']) {
        const job = await district.importFile(kind, mode, csvOf([row]), { by: staff });
        expect([kind, mode, job.accepted, job.rejected]).toEqual([kind, mode, 0, 1]);
        expect(job.firstErrors).toMatchObject([{ row: 2, field, code }]);
      }
    }
    expect(await tableDigests(district)).toEqual(before);
  });

  it('failing-area: a case of one’s own resident cannot be put into another street', async () => {
    const staff = await district.as('street_staff', '990101002');
    const own = flat(district.nextPerson({ residenceOrg: OTHER_COMMUNITY }));
    const both = csvOf([own, people(1)[0]!]);
    expect(await district.importFile('persons', 'commit', both, { by: staff })).toMatchObject({
      ...{ total: 2, accepted: 1, rejected: 1 },
      firstErrors: [expect.objectContaining({ row: 3, field: 'residenceOrg' })],
    });
    const elsewhere = caseRow(own['idNumber'], 4_300);
    const refused = await district.importFile('smi-cases', 'commit', csvOf([elsewhere]), { by: staff });
    expect(refused.firstErrors).toMatchObject([{ row: 2, field: 'org', code: 'COMMON.NOT_FOUND' }]);
    const file = csvOf([{ ...elsewhere, org: OTHER_COMMUNITY }]);
    expect(await district.importFile('smi-cases', 'commit', file, { by: staff })).toMatchObject({ accepted: 1 });
    expect(await district.importFile('smi-cases', 'commit', file, { by: staff })).toMatchObject({ skipped: 1 });
  });

  it('are listed for whoever started them; administrators see all of their area', async () => {
    const staff = await district.as('street_staff', '990101002');
    const own = await staff.all('/imports');
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((job) => job.own)).toBe(true);
    const seen = await district.admin.all('/imports');
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
    expect(seen.filter((job) => !job.own).every((job) => job.fileName === '')).toBe(true);
  });

  it('successful-end: the figures are those of what was accepted, and the log is silent', async () => {
    await district.untilQuiet();
    expect(await district.admin.post('/kpi/recompute')).toMatchObject({ differences: [] });
    for (const canary of Object.values(CANARIES)) expect(district.node.output).not.toContain(canary);
  });
});
