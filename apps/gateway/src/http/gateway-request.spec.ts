import { describe, expect, it } from '@jest/globals';
import { callContext } from './context.decorator.js';
import { expectedVersion } from './expected-version.decorator.js';
import { bearerToken, givenCorrelationId, localeOf, type GatewayRequest } from './gateway-request.js';

const request = (headers: Record<string, string>, method = 'POST'): GatewayRequest =>
  ({ headers, method, id: 'c-1' }) as unknown as GatewayRequest;

describe('what a request’s headers say', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr-FR,fr;q=0.9', 'zh-CN'],
    ['fr, en;q=0.5', 'en'],
    ['x'.repeat(100_000), 'zh-CN'],
  ])('language %s → %s', (header, expected) => {
    expect(localeOf(header === undefined ? {} : { 'accept-language': header })).toBe(expected);
  });

  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearerabc', undefined],
    [undefined, undefined],
  ])('token of %s', (authorization, expected) => {
    expect(bearerToken({ headers: authorization === undefined ? {} : { authorization } })).toBe(expected);
  });

  it.each(['short', 'has blank in it', 'new\nline-line', 'x'.repeat(65), '<script>'])(
    'no correlation id: "%s"',
    (id) => {
      expect(givenCorrelationId({ 'x-correlation-id': id })).toBeUndefined();
    },
  );

  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    ['7', 7],
    [' "12" ', 12],
  ])('version of If-Match %s', (header, version) => {
    expect(expectedVersion(header)).toBe(version);
  });

  it.each(['*', '"x"', '"1", "2"', '-1', '1.5', '"99999999999"', ''])('no version in If-Match %s', (header) => {
    expect(() => expectedVersion(header)).toThrow('COMMON.VALIDATION_FAILED');
  });

  it('needs the version', () => {
    expect(() => expectedVersion(undefined)).toThrow('COMMON.VERSION_REQUIRED');
  });

  it('passes a key of visible characters on as it is, another as its hash, none of a read', () => {
    const keyOf = (key: string, method?: string) =>
      callContext(request({ 'idempotency-key': key }, method)).idempotencyKey;
    expect(keyOf('order-1')).toBe('order-1');
    expect(keyOf('order 1')).toMatch(/^sha256-[\w-]{43}$/);
    expect(keyOf('order 1')).toBe(keyOf('order 1'));
    expect(keyOf('order 1')).not.toBe(keyOf('order 2'));
    expect(keyOf('order-1', 'GET')).toBeUndefined();
    expect(() => keyOf('')).toThrow('COMMON.VALIDATION_FAILED');
    expect(() => keyOf('x'.repeat(129))).toThrow('COMMON.VALIDATION_FAILED');
  });

  it('never speaks for a user without a verified token', () => {
    const context = callContext(request({ authorization: 'Bearer forged' }));
    expect(context).toEqual({
      caller: { kind: 'user', id: 'anonymous', roles: [], scopes: [] },
      correlationId: 'c-1',
      locale: 'zh-CN',
    });
  });
});
