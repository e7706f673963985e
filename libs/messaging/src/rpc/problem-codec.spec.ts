import { describe, expect, it } from '@jest/globals';
import { DomainError, ERROR_CATALOGUE, type ErrorCode } from '#contracts';
import { decodeProblem, encodeProblem } from './problem-codec.js';

describe('the wire form of a refusal', () => {
  it('brings every code back as it was', () => {
    for (const code of Object.keys(ERROR_CATALOGUE) as ErrorCode[]) {
      const back = decodeProblem(encodeProblem(new DomainError(code)));
      expect([back.code, back.options]).toEqual([code, {}]);
    }
  });

  it('turns a code of tomorrow into an internal error', () => {
    expect(decodeProblem('{"code":"SMI.TOMORROW","future":true}').code).toBe('COMMON.INTERNAL');
    const fields = decodeProblem('{"code":"COMMON.VALIDATION_FAILED","errors":[{"field":"a","code":"TOMORROW"}]}');
    expect(fields.options.errors).toEqual([{ field: 'a', code: 'FIELD.INVALID' }]);
  });
});
