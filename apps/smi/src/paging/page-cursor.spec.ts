import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, pageLimit, pageOf } from './page-cursor.js';

describe('pages', () => {
  it('comes back from its own cursor', () => {
    const key = ['2026-03-02', 'n-1', '01987654-1111-7222-8333-444455556666'];
    expect(decodeCursor(encodeCursor(key), ['date', 'text', 'uuid'])).toEqual(key);
    expect(decodeCursor('', ['text'])).toBeUndefined();
  });

  it.each(['x', '!!!', Buffer.from('{"a":1}').toString('base64url'), encodeCursor(['2026-03-02'])])(
    'refuses the cursor %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, ['text', 'uuid'])).toThrow('COMMON.VALIDATION_FAILED');
    },
  );

  it('refuses a part that is not what the column holds', () => {
    const cursor = encodeCursor(['2026-13-02', "x' or true"]);
    expect(() => decodeCursor(cursor, ['date', 'text'])).toThrow('COMMON.VALIDATION_FAILED');
    expect(() => decodeCursor(cursor, ['text', 'uuid'])).toThrow('COMMON.VALIDATION_FAILED');
  });

  it('keeps the limits', () => {
    expect(pageLimit(0)).toBe(50);
    expect(pageLimit(200)).toBe(200);
    expect(() => pageLimit(201)).toThrow('COMMON.VALIDATION_FAILED');
    expect(() => pageLimit(-1)).toThrow('COMMON.VALIDATION_FAILED');
  });

  it('answers a cursor only when a row is left', () => {
    expect(pageOf(['a', 'b'], 2, (row) => [row]).nextCursor).toBeUndefined();
    const page = pageOf(['a', 'b', 'c'], 2, (row) => [row]);
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(page.nextCursor ?? '', ['text'])).toEqual(['b']);
  });
});
