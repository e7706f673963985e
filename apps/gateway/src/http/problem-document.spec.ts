import { HttpException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, ERROR_CATALOGUE, type ErrorCode } from '#contracts';
import { problemDocument, retryAfterOf, statusOf } from './problem-document.js';
import { asDomainError } from './problem.filter.js';

describe('problem documents', () => {
  it.each(Object.keys(ERROR_CATALOGUE) as ErrorCode[])('%s has a status and both texts', (code) => {
    const error = new DomainError(code);
    const status = statusOf(error);
    expect(status).toBeGreaterThanOrEqual(400);
    const zh = problemDocument(error, status, 'zh-CN', 'c');
    const en = problemDocument(error, status, 'en', 'c');
    expect(zh.title).toMatch(/\p{Script=Han}/u);
    expect(en.title).toMatch(/[a-z]/);
    expect(en.title).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatchObject({ code, status, correlationId: 'c', type: `urn:xinqiao:problem:${code}` });
  });

  it('never tell what is meant for operators', () => {
    const error = new DomainError('COMMON.INTERNAL', { detail: 'secret detail', cause: new Error('secret cause') });
    expect(JSON.stringify(problemDocument(error, 500, 'en', 'c'))).not.toContain('secret');
  });

  it('carry the rule behind a refusal and what is needed to go on', () => {
    const error = new DomainError('COMMON.VALIDATION_FAILED', {
      errors: [{ field: 'visitedOn', code: 'FIELD.DATE', rule: 'V1' }],
      context: { version: 3 },
    });
    expect(problemDocument(error, 400, 'en', 'c')).toMatchObject({
      errors: [{ field: 'visitedOn', code: 'FIELD.DATE', rule: 'V1', message: 'Not a date, use YYYY-MM-DD' }],
      context: { version: 3 },
    });
  });

  it.each([
    [
      'COMMON.VALIDATION_FAILED',
      'visitedOn',
      'FIELD.DATE',
      '填写的内容有误，请按提示修改：visitedOn：日期无效，应为 YYYY-MM-DD',
    ],
    ['SMI.FOLLOW_UP.CONSENT_DECLINED', '', 'SMI.FOLLOW_UP.CONSENT_DECLINED', '患者不同意参加社区管理，不进行常规随访'],
  ] as const)('say the first fault and where it is, nothing twice: %s %s', (code, field, fault, detail) => {
    const error = new DomainError(code, { errors: [{ field, code: fault }] });
    expect(problemDocument(error, 422, 'zh-CN', 'c').detail).toBe(detail);
  });

  it('say when to come back', () => {
    expect(retryAfterOf(new DomainError('COMMON.UNAVAILABLE'), 503)).toBe(2);
    expect(retryAfterOf(new DomainError('COMMON.RATE_LIMITED', { retryAfterSeconds: 7.2 }), 429)).toBe(8);
    expect(retryAfterOf(new DomainError('COMMON.NOT_FOUND'), 404)).toBeUndefined();
  });

  it.each([
    [new HttpException('x', 404), 'COMMON.NOT_FOUND'],
    [new HttpException('x', 413), 'COMMON.TOO_LARGE'],
    [new HttpException('x', 418), 'COMMON.MALFORMED'],
    [Object.assign(new Error('x'), { statusCode: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' }), 'COMMON.MALFORMED'],
    [Object.assign(new Error('x'), { code: 'FST_REQ_FILE_TOO_LARGE' }), 'COMMON.TOO_LARGE'],
    [new TypeError('x'), 'COMMON.INTERNAL'],
    [undefined, 'COMMON.INTERNAL'],
    ['text', 'COMMON.INTERNAL'],
    [{ statusCode: 'nonsense' }, 'COMMON.INTERNAL'],
  ])('stand for whatever a framework throws: %s', (thrown, code) => {
    expect(asDomainError(thrown).code).toBe(code);
  });
});
