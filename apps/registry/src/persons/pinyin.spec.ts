import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPersonQuery } from './person-query.js';
import { readSounds, soundsOf, typedSounds } from './pinyin.js';

describe('sounds of names', () => {
  it.each([
    ['单小明', 'shanxiaoming', 'sxm'],
    ['曾国华', 'zengguohua', 'zgh'],
    ['仇英', 'qiuying', 'qy'],
    ['解晓东', 'xiexiaodong', 'xxd'],
    ['欧阳晓敏', 'ouyangxiaomin', 'oyxm'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['吕布', 'lvbu', 'lb'],
    ['阿·买买提', 'amaimaiti', 'ammt'],
    ['John Smith', 'johnsmith', 'js'],
    ['Zoë', 'zoe', 'z'],
  ])('%s is %s, %s', (name, pinyin, initials) => {
    expect(soundsOf(name)).toEqual({ pinyin, initials });
  });

  it('are the same read character by character as by the dictionary', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const name = fc.array(han, { minLength: 2, maxLength: 4 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(name, (text) => expect(soundsOf(text)).toEqual(readSounds(text))),
      { numRuns: 2_000 },
    );
  });

  it('are those of the dictionary behind surnames with a reading of their own', () => {
    const surname = fc.constantFrom(...Array.from('单曾仇解尉盖区任朴查翟葛覃宁乐召折万俟澹台宰令狐上官长孙'));
    const given = fc.array(fc.constantFrom(...Array.from('小明国华迟俟台父狐官孙长重行乐朝调传参还𬱖')), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(surname, given, (first, rest) => {
        const name = [first, ...rest].join('');
        expect(soundsOf(name)).toEqual(readSounds(name));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Lü Bu', 'lvbu'],
    ["xi'an", 'xian'],
    ['WXM', 'wxm'],
    ['王x', null],
    ['', null],
  ])('%s is typed for %s', (typed, letters) => {
    expect(typedSounds(typed)).toBe(letters);
  });
});

describe('the search box', () => {
  it.each([
    ['  ', { kind: 'all' }],
    ['王 小', { kind: 'name', prefix: '王小' }],
    ['Wang Xiao', { kind: 'sounds', prefix: 'wangxiao' }],
    ['138 0000 0000', { kind: 'number', typed: '138 0000 0000' }],
    ['99010119900101001x', { kind: 'number', typed: '99010119900101001x' }],
  ])('%j', (typed, query) => {
    expect(readPersonQuery(typed)).toEqual(query);
  });
});
