import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  areaLevel,
  checkAreaCode,
  countyOf,
  inScope,
  isAreaPrefix,
  normaliseScope,
  parentArea,
  toAreaCode,
  townshipOf,
} from './area-code.js';
import { checkUrbanRural, urbanRuralOf } from './urban-rural.js';

describe('area codes (service-system.md C.1)', () => {
  it.each([
    '220581102001',
    '220581102202',
    '350322111201',
    '130631204001',
    '320508019044',
    '220581000000',
    '220581102000',
  ])('%s is in good form', (code) => {
    expect(checkAreaCode(code)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['22058110200', 'REGISTRY.ORG.CODE_INVALID'],
    ['220581602001', 'REGISTRY.ORG.CODE_INVALID'],
    ['220581000001', 'REGISTRY.ORG.CODE_INVALID'],
    ['220581102400', 'REGISTRY.ORG.CODE_INVALID'],
    ['000581102001', 'REGISTRY.ORG.CODE_INVALID'],
    ['990581102001', 'REGISTRY.ORG.PROVINCE_NOT_ALLOWED'],
    ['160581102001', 'REGISTRY.ORG.PROVINCE_NOT_ALLOWED'],
    [220581102001, 'REGISTRY.ORG.CODE_INVALID'],
  ])('%j is refused', (code, problem) => {
    expect(checkAreaCode(code)).toEqual({ ok: false, code: problem });
  });

  it('99 is for demonstrations', () => {
    expect(checkAreaCode('990581102001', { demo: true }).ok).toBe(true);
  });

  it.each([
    ['330110000000', '330110'],
    ['330100000000', '3301'],
    ['330000000000', '33'],
    ['330110001000', '330110001'],
    ['330110100000', '330110100'],
    ['330110001010', '330110001010'],
    ['330110', '330110'],
    ['330100', '3301'],
    ['330110010', '330110010'],
    ['', ''],
  ])('the scope %j is %j', (code, scope) => {
    expect(normaliseScope(code)).toBe(scope);
  });

  it('strips by groups, so that 330110 never matches 330111', () => {
    expect(inScope(['330110000000'], '330111001001')).toBe(false);
    expect(inScope(['330110000000'], '330110001001')).toBe(true);
    expect(inScope(['330111', '330110001'], '330110001001')).toBe(true);
    expect(inScope([''], '330110001001')).toBe(true);
    expect(inScope([], '330110001001')).toBe(false);
  });

  it.each([
    ['220581000000', 'county', null],
    ['220581102000', 'township', '220581000000'],
    ['220581102001', 'village', '220581102000'],
  ] as const)('%s is a %s below %j', (code, level, parent) => {
    expect(areaLevel(code)).toBe(level);
    expect(parentArea(code)).toBe(parent);
  });

  it.each([
    ['33', true],
    ['3301', true],
    ['330110', true],
    ['330110001', true],
    ['330110001001', true],
    ['33011', false],
    ['990101', false],
    ['', false],
    ['abc', false],
  ])('%j as the area of a query: %j', (value, good) => {
    expect(isAreaPrefix(value)).toBe(good);
  });

  it('parts', () => {
    expect(countyOf('220581102001')).toBe('220581');
    expect(townshipOf('220581102001')).toBe('220581102000');
    expect(townshipOf('220581000000')).toBeNull();
    expect(toAreaCode('220581')).toBe('220581000000');
  });

  it('a scope covers exactly its descendants', () => {
    const group = (width: number) =>
      fc.integer({ min: 1, max: 10 ** width - 1 }).map((n) => String(n).padStart(width, '0'));
    const codes = fc.tuple(group(2), group(2), group(2), group(3), group(3)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(codes, codes, fc.constantFrom(2, 4, 6, 9, 12), (a, b, length) => {
        const scope = toAreaCode(a.slice(0, length));
        expect(normaliseScope(scope)).toBe(a.slice(0, length));
        expect(inScope([scope], a)).toBe(true);
        expect(inScope([scope], b)).toBe(b.slice(0, length) === a.slice(0, length));
      }),
    );
  });
});

describe('urban and rural classes', () => {
  it.each([
    ['121', '220581102001', 'urban'],
    ['220', '220581102202', 'rural'],
    ['121', '350322111201', 'urban'],
    ['111', '130631204001', 'urban'],
    ['210', '220581202001', 'rural'],
  ])('class %s of %s is %s', (cls, code, kind) => {
    expect(checkUrbanRural(cls, code)).toEqual({ ok: true, value: cls });
    expect(urbanRuralOf(cls)).toBe(kind);
  });

  it.each(['113', '211', '300', '', null, 111])('there is no class %j', (cls) => {
    expect(checkUrbanRural(cls, '220581102001')).toEqual({ ok: false, code: 'FIELD.CODE' });
  });

  it('belongs to village rows only', () => {
    expect(checkUrbanRural('220', '220581102000')).toEqual({
      ok: false,
      code: 'REGISTRY.ORG.URBAN_RURAL_ONLY_COMMUNITY',
    });
    expect(urbanRuralOf('113')).toBeNull();
  });
});
