import { describe, expect, it } from '@jest/globals';
import { holdsPersonalNumber } from './personal-number.js';

describe('what looks like a person’s number', () => {
  it.each([
    '990101198702290017',
    '99010119870229001X',
    '证件 990101198702290017 的人',
    '990101 19870229 0017',
    '990101870229001',
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '+86 13812345678',
    '１３８１２３４５６７８',
    '010-88188858',
    '(022) 88188858',
  ])('is found in "%s"', (text) => {
    expect(holdsPersonalNumber(text)).toBe(true);
    expect(holdsPersonalNumber({ a: [{ b: text }] })).toBe(true);
    expect(holdsPersonalNumber({ [text]: 1 })).toBe(true);
  });

  it('is found as a number', () => {
    expect(holdsPersonalNumber({ q: 13812345678 })).toBe(true);
  });

  it.each([
    '',
    '和平街道，高风险',
    '990101001001',
    '110101001001',
    '990101001001,990101001002',
    '2026-01-01..2026-03-31',
    '2026-11-25T16:00:00.000Z',
    '2026-Q1',
    '01990000-1111-7222-8333-444455556666',
    '0.8269',
    'F20.0',
    '12356',
    '10086',
  ])('is not found in "%s"', (text) => {
    expect(holdsPersonalNumber({ value: text })).toBe(false);
  });

  it('is not found in other things', () => {
    expect(holdsPersonalNumber({ a: 1, b: true, c: null, d: [2026, 3] })).toBe(false);
  });
});
