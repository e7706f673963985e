import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#domain';
import { dayOfText } from './typed-day.js';

describe('a day as it is typed', () => {
  it.each(['20261103', '2026-11-03', '2026-11-3', '2026/11/3', '2026.11.03', '2026年11月3日', ' 2026 年 11 月 3 日 '])(
    '%s',
    (text) => {
      expect(dayOfText(text)).toBe('2026-11-03');
    },
  );

  it('in wide digits', () => {
    expect(dayOfText('２０２６１１０３')).toBe('2026-11-03');
    expect(dayOfText('２０２６。１１。３')).toBe('2026-11-03');
  });

  it.each([
    '',
    '2026',
    '2026-11',
    '2026111',
    '11/03/2026',
    '03.11.2026',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    'today',
  ])('"%s" is none', (text) => {
    expect(dayOfText(text)).toBeUndefined();
  });

  it('every day of two centuries, with and without signs between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
        const day = addDays('1900-01-01', days);
        expect(dayOfText(day)).toBe(day);
        expect(dayOfText(day.replaceAll('-', ''))).toBe(day);
      }),
    );
  });
});
