import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { csv, importFile, PERSON_FIELDS, personsCsv, readErrors } from './import-files.js';
import { RegistryNode } from './registry-node.js';

jest.setTimeout(60_000);

const BATCH = 500;
const MOST_ROWS = 2 * BATCH + 100;

describe('a file that turns out to be broken after rows of it were imported', () => {
  let registry: RegistryNode;

  beforeAll(async () => {
    registry = await RegistryNode.start({ importRows: MOST_ROWS });
    await registry.addTree();
  });
  afterAll(() => registry.close());

  const refused = ['', 1, '1990-01-01', 'none', '', '', '990101001001'];

  it.each([
    ['a quote that is never closed', 0, 1, '\n"x', 'REGISTRY.IMPORT.FILE_UNREADABLE'],
    ['more rows than are taken', 5_000, MOST_ROWS, '', 'REGISTRY.IMPORT.TOO_MANY_ROWS'],
  ])('fails by %s, and gives the rows refused so far back', async (_what, from, more, end, code) => {
    const [header = '', ...people] = personsCsv(from, 2 * BATCH + more).split('\n');
    const data = [header, csv([refused]), ...people].join('\n') + end;
    const job = await importFile(registry.app, registry.admin, { kind: 'persons', data });
    expect(job).toMatchObject({ status: 'failed', failureCode: code, accepted: 2 * BATCH - 1, rejected: 1 });
    const [titles, row, ...others] = await readErrors(registry.app, registry.admin, job.id);
    expect(titles?.cells).toEqual([...PERSON_FIELDS, '错误原因']);
    expect(row?.cells.at(-1)).toContain('姓名');
    expect(others).toEqual([]);
  });
});
