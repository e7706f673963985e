import { describe, expect, it } from '@jest/globals';
import { readNotice } from './notice.js';

describe('a notice from the bus', () => {
  it.each([
    { type: 'figures.changed', areas: ['990101001001', '990101'] },
    { type: 'import.finished', userId: '01900000-0000-7000-8000-000000000000', subjectId: 'a-1' },
    { type: 'dead_letter.recorded' },
  ])('is read as it was sent: %j', (notice) => {
    expect(readNotice(notice)).toEqual(notice);
  });

  it('keeps nothing it does not know', () => {
    expect(readNotice({ type: 'tasks.changed', areas: [], name: '李伟' })).toEqual({
      type: 'tasks.changed',
      areas: [],
    });
  });

  it.each([
    null,
    'x',
    [],
    {},
    { type: 'person.changed' },
    { type: 'tasks.changed', areas: '990101' },
    { type: 'tasks.changed', areas: ['李伟'] },
    { type: 'tasks.changed', areas: ['99010'] },
    { type: 'tasks.changed', areas: Array<string>(1_001).fill('990101') },
    { type: 'import.finished', userId: 7 },
    { type: 'import.finished', subjectId: 'a b' },
    { type: 'import.finished', subjectId: 'x'.repeat(65) },
  ])('is none: %j', (value) => {
    expect(readNotice(value)).toBeUndefined();
  });
});
