import { describe, expect, it } from '@jest/globals';
import { codeOf, hasUnitsBelow, isCode, pathOf, prefixOf, rootAbove, rootsOf, streetsAround } from './area-code.js';

const [COUNTY, STREET, COMMUNITY] = ['990101000000', '990101001000', '990101001002'] as const;

describe('codes of areas', () => {
  it.each([
    ['990101', COUNTY],
    ['990101001', STREET],
    ['990101001002', COMMUNITY],
  ])('%s is the prefix of %s', (prefix, code) => {
    expect(codeOf(prefix)).toBe(code);
    expect(prefixOf(code)).toBe(prefix);
  });

  it('have units below down to the community', () => {
    expect([COUNTY, STREET, COMMUNITY].map(hasUnitsBelow)).toEqual([true, true, false]);
  });

  it.each([
    [COUNTY, COMMUNITY, [COUNTY, STREET, COMMUNITY]],
    [STREET, COMMUNITY, [STREET, COMMUNITY]],
    [STREET, STREET, [STREET]],
    [COMMUNITY, COMMUNITY, [COMMUNITY]],
    // One elsewhere, or above, is not shown.
    [STREET, '990101002000', [STREET]],
    [STREET, COUNTY, [STREET]],
  ])('from %s to %s', (root, code, path) => {
    expect(pathOf(root, code)).toEqual(path);
  });

  it.each([
    [
      ['990101001', '990101002001', '990101002002'],
      ['990101001', '990101002'],
    ],
    [['990101001', '990101'], undefined],
    [[''], undefined],
  ])('%j lies in the streets %j', (scopes, streets) => {
    expect(streetsAround(scopes)).toEqual(streets);
  });

  it.each([
    [
      ['990101001', '990102'],
      [STREET, '990102000000'],
    ],
    [['9901'], [COUNTY, '990102000000']],
    [[''], [COUNTY, '990102000000', '980101000000']],
    [[], []],
  ])('%j opens %j', (scopes, roots) => {
    expect(rootsOf(scopes, [COUNTY, '990102000000', '980101000000'])).toEqual(roots);
  });

  it('lie below one of several roots, or none', () => {
    const roots = [STREET, '990101002000'];
    expect(['990101002001', STREET, COUNTY, undefined].map((code) => rootAbove(code, roots))).toEqual([
      '990101002000',
      STREET,
      undefined,
      undefined,
    ]);
  });

  it.each(['', '990101', '9901010010021', '99010100100x', null])('%p is none', (text) => {
    expect(isCode(text)).toBe(false);
  });
});
