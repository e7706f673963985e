import { describe, expect, it } from '@jest/globals';
import { withData } from './timeline.js';

describe('timeline', () => {
  it('gives what was recorded as an object', () => {
    const page = { items: [{ id: 'a', kind: 'exam', dataJson: '{"refused":false}' }], nextCursor: null };
    expect(withData(page)).toEqual({ items: [{ id: 'a', kind: 'exam', data: { refused: false } }], nextCursor: null });
  });

  it('leaves an empty page alone', () => {
    expect(withData({ items: [], nextCursor: null })).toEqual({ items: [], nextCursor: null });
  });
});
