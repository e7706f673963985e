import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { splitFailed } from './batch-splitting.js';

describe('splitFailed', () => {
  it('keeps every event once and in order, in parts that are smaller than the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2 }), (batch) => {
        const parts = splitFailed(batch);
        expect(parts.flat()).toEqual(batch);
        expect(parts.every((part) => part.length > 0 && part.length < batch.length)).toBe(true);
      }),
    );
  });

  it('leaves a single event alone', () => {
    expect(splitFailed([7])).toEqual([[7]]);
  });
});
