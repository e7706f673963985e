import { describe, expect, it } from '@jest/globals';
import type { Caller } from '#observability';
import { afterPrefix, areaCondition, areasToRead } from './area-range.js';

const caller = (...scopes: string[]): Caller => ({ kind: 'user', id: 'u', roles: [], scopes });

describe('areas a list reads', () => {
  it('takes all areas of the caller when none is asked for', () => {
    expect(areasToRead(caller('990101001', '990101002000'), undefined)).toEqual(['990101001', '990101002']);
  });

  it('narrows to an area inside the scope and widens never', () => {
    expect(areasToRead(caller('990101'), '990101001000')).toEqual(['990101001']);
    expect(areasToRead(caller('990101001'), '990101')).toEqual(['990101001']);
    expect(areasToRead(caller('990101001'), '990101002')).toEqual([]);
  });

  it('refuses what is no area', () => {
    expect(() => areasToRead(caller(''), "99' or true")).toThrow('COMMON.VALIDATION_FAILED');
  });

  it('writes ranges that hold exactly the texts with the prefix', () => {
    const params: unknown[] = ['x'];
    expect(areaCondition('c.org', caller('990109'), undefined, params)).toBe('((c.org >= $2 and c.org < $3))');
    expect(params).toEqual(['x', '990109', '99010:']);
    expect('990109999999' < afterPrefix('990109')).toBe(true);
    expect('990110' < afterPrefix('990109')).toBe(false);
  });

  it('reads nothing without an area and everything with the whole country', () => {
    expect(areaCondition('org', caller(), undefined, [])).toBe('false');
    expect(areaCondition('org', caller(''), undefined, [])).toBe('true');
  });
});
