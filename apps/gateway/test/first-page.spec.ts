import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';

const FOLDER = new URL('../public/', import.meta.url);

describe('the first page', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  it('is served with its files, which a browser may keep but must ask about', async () => {
    const page = await gateway.ask('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const assets = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
    expect(assets.length).toBeGreaterThan(2);
    for (const asset of assets) {
      const file = await gateway.ask('GET', asset);
      expect([asset, file.status]).toEqual([asset, 200]);
      const headers = { 'if-none-match': file.headers.get('etag')! };
      expect((await gateway.ask('GET', asset, { headers })).status).toBe(304);
    }
  });

  it('has no script or style in its text, as the policy demands', async () => {
    const { text } = await gateway.ask('GET', '/');
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/);
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.js'))) {
      const script = readFileSync(new URL(name, FOLDER), 'utf8');
      expect([
        name,
        script.match(/innerHTML|insertAdjacentHTML|document\.write|\beval\b|localStorage|sessionStorage/),
      ]).toEqual([name, null]);
    }
  });

  it('finds all modules it imports', async () => {
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.js'))) {
      const script = readFileSync(new URL(name, FOLDER), 'utf8');
      for (const [, imported] of script.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
        expect([imported, (await gateway.ask('GET', `/assets/${imported!}`)).status]).toEqual([imported, 200]);
      }
    }
  });

  it('says everything in both languages, with the same places to fill in', async () => {
    const source = readFileSync(new URL('texts.js', FOLDER), 'utf8').replace(/^let language[\s\S]*$/m, '');
    const url = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;
    const { TEXTS } = (await import(url)) as { TEXTS: Record<string, Record<string, string>> };
    const zh = TEXTS['zh-CN']!;
    const en = TEXTS['en']!;
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(zh)) expect([key, places(en[key]!)]).toEqual([key, places(zh[key]!)]);
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.js'))) {
      const script = readFileSync(new URL(name, FOLDER), 'utf8');
      for (const [, key] of script.matchAll(/\bt\('(\w+)'/g))
        expect([name, zh]).toEqual([name, expect.objectContaining({ [key!]: expect.any(String) })]);
    }
  });

  it.each([
    '../main.js',
    '..%2fsrc%2fmain.ts',
    '%2e%2e/main.ts',
    'package.json',
    '.env',
    'main.js/x',
    'constructor',
    '__proto__',
  ])('serves nothing else: /assets/%s', async (name) => {
    expect((await gateway.ask('GET', `/assets/${name}`)).status).toBe(404);
  });
});
