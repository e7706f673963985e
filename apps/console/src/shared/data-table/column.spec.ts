import { describe, expect, it } from '@jest/globals';
import { nextSorting, sorted, type Column } from './column.js';

interface Row {
  readonly name: string;
  readonly days: number | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', title: '', render: () => null, sortBy: ({ name }) => name },
  { key: 'days', title: '', render: () => null, sortBy: ({ days }) => days },
  { key: 'note', title: '', render: () => null },
];
const ROWS: readonly Row[] = [
  { name: '赵', days: null },
  { name: '李', days: 12 },
  { name: '陈', days: 3 },
];

describe('sorting of a table', () => {
  it.each([
    ['', ['赵', '李', '陈']],
    ['days', ['陈', '李', '赵']],
    ['-days', ['李', '陈', '赵']],
    ['name', ['陈', '李', '赵']],
    ['note', ['赵', '李', '陈']],
    ['constructor', ['赵', '李', '陈']],
  ])('%p', (sorting, names) => {
    expect(sorted(ROWS, COLUMNS, sorting).map(({ name }) => name)).toEqual(names);
  });

  it('goes up, down and back', () => {
    expect(nextSorting('days', '')).toBe('days');
    expect(nextSorting('days', 'days')).toBe('-days');
    expect(nextSorting('days', '-days')).toBe('');
    expect(nextSorting('days', 'name')).toBe('days');
  });
});
