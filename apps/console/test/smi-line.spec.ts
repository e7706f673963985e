import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation, toForm } from './support/station.js';

const RECORDS = '**/follow-ups';

describe('a line that is cut while a record is saved', () => {
  let station: ConsolePage;
  let user: ApiUser;
  let caseId: string;
  let keys: (string | undefined)[];

  beforeEach(async () => {
    user = await ApiUser.signIn('street');
    caseId = await user.newCase();
    keys = [];
    station = await openStation({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });
    await station.signInAs('street', '/today');
    await toForm(station, `/smi/cases/${caseId}/visit?kind=attempt`);
    await station.page.keyboard.press('2');
  });
  afterEach(() => station.close());

  const waiting = () => station.page.getByText(/网络不通，内容已保留/);
  const saved = () => station.page.getByRole('heading', { name: /^已保存/ }).waitFor();

  async function attemptsStored(): Promise<number> {
    const { body } = await user.ask('GET', `/smi/cases/${caseId}/timeline`);
    return (body.items as readonly { kind: string }[]).filter(({ kind }) => kind === 'attempt').length;
  }

  function keptDrafts(): Promise<number> {
    return station.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('xinqiao-drafts');
        request.onsuccess = () => resolve(request.result);
      });
      const count = await new Promise<number>((resolve) => {
        const request = database.transaction('drafts').objectStore('drafts').count();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return count;
    });
  }

  it('shows a bar, keeps the draft, and sends it by itself when the line is back', async () => {
    await station.story('offline', async () => {
      const { page } = station;
      await page.context().setOffline(true);
      await page.getByText('连不上服务器，正在自动重试。填写的内容保留在本机，恢复后自动继续。').waitFor();
      await page.keyboard.press('Control+Enter');
      await waiting().waitFor();
      await page.waitForTimeout(600);
      expect(await keptDrafts()).toBe(1);
      expect(await attemptsStored()).toBe(0);
      await page.context().setOffline(false);
      await saved();
      expect(await attemptsStored()).toBe(1);
    });
  });

  it('asks again under the same key when the answer is lost, and there is one record', async () => {
    await station.story('answer-lost', async () => {
      const { page } = station;
      const cut = async (route: Route): Promise<void> => {
        keys.push(route.request().headers()['idempotency-key']);
        // The server has stored it; nobody here hears of it.
        if (keys.length === 1) {
          await route.fetch();
          await route.abort();
        } else await route.continue();
      };
      await page.route(RECORDS, cut);
      await page.keyboard.press('Control+Enter');
      await saved();
      expect(keys).toHaveLength(2);
      expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(keys[1]).toBe(keys[0]);
      expect(await attemptsStored()).toBe(1);
      expect(await keptDrafts()).toBe(0);
    });
  });

  it('sends a record once, however often it is asked for before the answer is shown', async () => {
    await station.story('asked-twice', async () => {
      const { page } = station;
      const asked = Promise.withResolvers<undefined>();
      const done = Promise.withResolvers<undefined>();
      await page.route(RECORDS, async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        asked.resolve(undefined);
        await done.promise;
        await route.continue();
      });
      await page.keyboard.press('Control+Enter');
      await asked.promise;
      await page.keyboard.press('Control+Enter');
      // The key stays down while the answer comes in: some of its strokes meet the form between the answer and its page.
      await page.evaluate(() => {
        const strike = (): void => {
          const options = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
          if (document.querySelector('form [data-save]') !== null) setTimeout(strike, 0);
        };
        strike();
      });
      done.resolve(undefined);
      await saved();
      expect(keys).toHaveLength(1);
      expect(await attemptsStored()).toBe(1);
    });
  });

  it('never sends a record after the session it was saved in, least of all as the next user of the page', async () => {
    await station.story('next-user', async () => {
      const { page } = station;
      await page.route(RECORDS, async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        await route.abort();
      });
      await page.keyboard.press('Control+Enter');
      await waiting().waitFor();
      await page.getByRole('button', { name: /账号/ }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('button', { name: /社区工作者/ }).click();
      await page.getByRole('navigation').first().waitFor();
      const sent = keys.length;
      // Longer than the wait before the next time.
      await page.waitForTimeout(16_000);
      expect(keys).toHaveLength(sent);
      expect(await attemptsStored()).toBe(0);
    });
  });
});
