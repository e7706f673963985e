import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { UniqueViolation } from '#persistence';
import { isTransient } from './failure-kind.js';

function coded(code: string): Error {
  return Object.assign(new Error('x'), { code });
}

describe('isTransient', () => {
  it.each([
    ['connection refused', coded('ECONNREFUSED')],
    ['serialization failure', coded('40001')],
    ['deadlock', coded('40P01')],
    ['admin shutdown', coded('57P01')],
    ['disk full', coded('53100')],
    ['connection failure', coded('08006')],
    ['lock time-out', coded('55P03')],
    ['a service away', new DomainError('COMMON.UNAVAILABLE')],
    ['a time-out', new DomainError('COMMON.TIMEOUT')],
    ['the cause of another', new Error('outer', { cause: coded('40001') })],
    ['what an ORM wraps', Object.assign(new Error('query failed'), { driverError: coded('57P03') })],
    ['a dropped connection without a code', new Error('Connection terminated unexpectedly')],
  ])('%s passes', (_name, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each([
    ['a unique violation', new UniqueViolation('k', 't')],
    ['a division by zero', coded('22012')],
    ['a refusal', new DomainError('COMMON.VALIDATION_FAILED')],
    ['a defect', new TypeError('undefined is not a function')],
    ['something thrown that is no error', 'oops'],
    ['nothing', undefined],
  ])('%s stays', (_name, error) => {
    expect(isTransient(error)).toBe(false);
  });
});
