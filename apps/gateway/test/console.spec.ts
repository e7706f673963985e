import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

describe('the console as the gateway serves it', () => {
  let gateway: GatewayFixture;
  let files: string[];

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    const { text } = await gateway.ask('GET', '/');
    files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  });
  afterAll(() => gateway.stop());

  it.each(['/', '/today', '/people/01900000-0000-7000-8000-000000000000', '/indicators?org=990101000000'])(
    'is the same page at %s, with a number used once for its styles and none for scripts in its text',
    async (path) => {
      const [first, second] = [await gateway.ask('GET', path), await gateway.ask('GET', path)];
      expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(first.headers.get('content-security-policy')!)?.[1];
      expect(first.text).toContain(`nonce="${nonce!}"`);
      expect(second.text).not.toContain(nonce!);
      expect(first.headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(first.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(first.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=|__CSP_NONCE__/);
    },
  );

  it('has files a browser keeps for ever, in the smallest form it takes', async () => {
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const plain = await gateway.ask('GET', file, { headers: { 'accept-encoding': 'identity' } });
      expect([file, plain.status, plain.headers.get('cache-control')]).toEqual([file, 200, FOR_A_YEAR]);
      const known = { 'if-none-match': plain.headers.get('etag')! };
      expect((await gateway.ask('GET', file, { headers: known })).status).toBe(304);
      for (const coding of ['br', 'gzip']) {
        const packed = await gateway.ask('GET', file, { headers: { 'accept-encoding': coding } });
        expect(packed.text).toBe(plain.text);
        if (plain.text.length > 1_000) expect(packed.headers.get('content-encoding')).toBe(coding);
      }
      const refused = await gateway.ask('GET', file, { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } });
      expect(refused.headers.get('content-encoding')).toBeNull();
    }
  });

  it.each([
    '/assets/none.js',
    '/assets/..%2findex.html',
    '/assets/../package.json',
    '/package.json',
    '/.sources',
    '/.env',
    '/index.html',
    '/constructor.js',
    '/api',
    '/api/v1/none',
    '/api/none',
  ])('serves nothing at %s', async (path) => {
    const answer = await gateway.ask('GET', path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('answers other methods as the API does', async () => {
    expect((await gateway.ask('POST', '/today')).status).toBe(404);
  });
});
