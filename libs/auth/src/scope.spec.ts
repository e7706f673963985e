import { describe, expect, it } from '@jest/globals';
import { assertInScope, isInScope, normaliseScopes } from './scope.js';

const caller = (...scopes: string[]) => ({ kind: 'user' as const, id: 'u', roles: [], scopes });

describe('area scope', () => {
  it.each([
    [['990101'], '990101001001', true],
    [['990101001'], '990101001002', true],
    [['990101001'], '990101002001', false],
    [['990101001'], '990101', false],
    [['990101001'], '', false],
    [[''], '990101001001', true],
    [[], '990101001001', false],
    [['990101000000'], '990101001001', true],
    [['330110'], '330111001001', false],
  ] as const)('%j holds %s: %s', (scopes, area, expected) => {
    expect(isInScope(caller(...scopes), area)).toBe(expected);
  });

  it('says "not found" outside of it', () => {
    expect(() => assertInScope(caller('990101001'), '990101002001')).toThrow(
      expect.objectContaining({ code: 'COMMON.NOT_FOUND' }),
    );
    expect(() => assertInScope(caller('990101001'), '990101001001')).not.toThrow();
  });

  it('is kept in its shortest form', () => {
    expect(normaliseScopes(['990101001001', '990101001000', '990102000000', '990101001'])).toEqual([
      '990101001',
      '990102',
    ]);
    expect(normaliseScopes(['990101', ''])).toEqual(['']);
  });
});
