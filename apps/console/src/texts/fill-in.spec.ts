import { describe, expect, it } from '@jest/globals';
import { fillIn } from './fill-in.js';

describe('a text with places', () => {
  it.each([
    ['zh-CN', '{area}有 {n} 人逾期', { area: '和平街道', n: 1261 }, '和平街道有 1,261 人逾期'],
    ['en', '{n} {n|person is|people are} overdue', { n: 1 }, '1 person is overdue'],
    ['en', '{n} {n|person is|people are} overdue', { n: 0 }, '0 people are overdue'],
    ['en', 'Year {year}', { year: '2026' }, 'Year 2026'],
    ['en', 'Nothing given: {x}.', {}, 'Nothing given: .'],
  ] as const)('%s: %s', (language, text, values, filled) => {
    expect(fillIn(text, language, values)).toBe(filled);
  });

  it('takes what is put in as it is', () => {
    expect(fillIn('{a} {b}', 'en', { a: '{b} $1 $&', b: 'x' })).toBe('{b} $1 $& x');
  });
});
