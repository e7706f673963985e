import { describe, expect, it } from '@jest/globals';
import { nameParts, searchPart } from './name-tokens.js';

describe('parts a name is found by', () => {
  it.each(['王', '王小', '王小明', '小明', '明', 'w', 'wang', 'wangxiaoming', 'WangXiao', 'wxm', 'wx'])(
    'finds 王小明 by %s',
    (text) => {
      expect(nameParts('王小明')).toContain(searchPart(text));
    },
  );

  it.each(['李', 'xm', 'ming', '王明'])('does not find 王小明 by %s', (text) => {
    expect(nameParts('王小明')).not.toContain(searchPart(text));
  });

  it('ignores blanks and dots', () => {
    expect(nameParts('阿依·古丽')).toContain(searchPart('阿依古丽'));
    expect(nameParts('阿依古丽')).toContain(searchPart('阿依 · 古丽'));
  });

  it('reads a surname as a surname', () => {
    expect(nameParts('单雄信')).toContain('shan');
  });
});
