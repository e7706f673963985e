import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsolePage } from './support/console-page.js';

const FILE = fileURLToPath(new URL('../src/shared/drafts/draft-store.ts', import.meta.url));
const BUNDLE = fileURLToPath(new URL('./support/bundle.mjs', import.meta.url));

interface Store {
  save(user: string, name: string, value: unknown): Promise<void>;
  read(user: string, name: string): Promise<{ value: unknown } | undefined>;
  names(user: string): Promise<string[]>;
  forget(user: string): Promise<void>;
  removeExpired(): Promise<void>;
}

declare const module: { DraftStore: new (now?: () => number) => Store };

/** Dates go into the page as numbers: its own clock is not ours to turn. */
const DAY = 86_400_000;

describe('drafts on the device', () => {
  let device: ConsolePage;

  beforeAll(async () => {
    device = await ConsolePage.open();
    await device.page.goto(`${process.env['TEST_CONSOLE_URL']!}/sign-in`);
    await device.page.evaluate(execFileSync(process.execPath, [BUNDLE, FILE], { encoding: 'utf8' }));
  });
  afterAll(() => device.close());

  it('come back as they were, each to its own user', async () => {
    const found = await device.page.evaluate(async () => {
      const store = new module.DraftStore();
      await store.save('anna', 'follow-up:1', { visitedOn: '2026-03-02', note: '病情稳定' });
      await store.save('bert', 'follow-up:1', { note: 'another' });
      const fresh = new module.DraftStore();
      return [
        await fresh.read('anna', 'follow-up:1'),
        await fresh.read('bert', 'follow-up:1'),
        await fresh.read('anna', 'x'),
      ];
    });
    expect(found.map((one) => one?.value)).toEqual([
      { visitedOn: '2026-03-02', note: '病情稳定' },
      { note: 'another' },
      undefined,
    ]);
  });

  it('lie on the device as nobody can read, under a key that cannot be taken out', async () => {
    const [stored, extractable] = await device.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('xinqiao-drafts');
        request.onsuccess = () => resolve(request.result);
      });
      const read = (store: string): Promise<unknown[]> =>
        new Promise((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
        });
      const drafts = (await read('drafts')) as { data: ArrayBuffer }[];
      const keys = (await read('keys')) as CryptoKey[];
      database.close();
      const text = drafts.map(({ data }) => new TextDecoder().decode(data)).join('');
      return [text, keys.map((key) => key.extractable)] as const;
    });
    expect(stored.length).toBeGreaterThan(40);
    expect(stored).not.toMatch(/2026-03-02|病情|another|note/);
    expect(extractable).toEqual([false, false]);
  });

  it('cannot be put in the place of another', async () => {
    const found = await device.page.evaluate(async () => {
      const store = new module.DraftStore();
      await store.save('anna', 'a', 'of a');
      await store.save('anna', 'b', 'of b');
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('xinqiao-drafts');
        request.onsuccess = () => resolve(request.result);
      });
      await new Promise<void>((resolve) => {
        const transaction = database.transaction('drafts', 'readwrite');
        const drafts = transaction.objectStore('drafts');
        const request = drafts.get(['anna', 'a']);
        request.onsuccess = () => drafts.put(request.result, ['anna', 'b']);
        transaction.oncomplete = () => resolve();
      });
      database.close();
      return [await store.read('anna', 'a'), await store.read('anna', 'b')];
    });
    expect(found.map((one) => one?.value)).toEqual(['of a', undefined]);
  });

  it('are gone after fourteen days', async () => {
    const counts = await device.page.evaluate(async (day) => {
      let now = Date.now();
      const store = new module.DraftStore(() => now);
      await store.save('carl', 'old', 1);
      now += 8 * day;
      await store.save('carl', 'young', 2);
      now += 6.5 * day;
      const names = await store.names('carl');
      const old = await store.read('carl', 'old');
      now += 8 * day;
      await store.removeExpired();
      return [names, old === undefined, await store.names('carl')];
    }, DAY);
    expect(counts).toEqual([['young'], true, []]);
  });

  it('are forgotten with their key when the user asks for it', async () => {
    const left = await device.page.evaluate(async () => {
      const store = new module.DraftStore();
      await store.save('dora', 'a', 1);
      await store.save('emil', 'a', 2);
      await store.forget('dora');
      return [await store.names('dora'), (await store.read('emil', 'a'))?.value];
    });
    expect(left).toEqual([[], 2]);
  });
});
