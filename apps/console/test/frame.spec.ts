import { afterEach, describe, expect, it } from '@jest/globals';
import { ConsolePage, PHONE } from './support/console-page.js';

describe('the frame', () => {
  let user: ConsolePage;

  afterEach(() => user.close());

  it('shows the first page of street staff, whose title is its answer', async () => {
    user = await ConsolePage.open();
    await user.story('frame-street', async () => {
      await user.signInAs('street');
      // Until the figures are there, the title is a noun.
      const heading = await user.page.getByRole('heading', { level: 1, name: /街道(有|没有)/ }).innerText();
      expect(await user.page.title()).toBe(`${heading} · 心桥`);
      expect(await user.accessibilityFaults()).toEqual([]);
      expect(await user.overflow()).toBe(0);
    });
  });

  it('fits a phone, in English and in the dark', async () => {
    user = await ConsolePage.open({ language: 'en', viewport: PHONE, colorScheme: 'dark' });
    await user.story('frame-phone', async () => {
      await user.enterAs('street');
      expect(await user.overflow()).toBe(0);
      expect(await user.accessibilityFaults()).toEqual([]);
    });
  });

  it('has every page of an administrator on a phone, and the account menu inside the window', async () => {
    user = await ConsolePage.open({ viewport: PHONE });
    await user.story('frame-more', async () => {
      const { page } = user;
      await user.enterAs('sysadmin', '/imports');
      await page.getByRole('button', { name: '更多' }).click();
      expect(await user.accessibilityFaults()).toEqual([]);
      await page.getByRole('navigation').getByRole('link', { name: '指标重算' }).click();
      await page.waitForURL(/\/system\/recompute$/);
      await page.getByRole('button', { name: /账号/ }).click();
      const { x, width } = (await page.getByRole('button', { name: '退出登录' }).boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(PHONE.width);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '退出登录' }).waitFor({ state: 'detached' });
    });
  });

  it('says that the server is not reached, and reads what is missing when it is again', async () => {
    user = await ConsolePage.open({ expectedErrors: [/ERR_FAILED/] });
    await user.story('frame-line', async () => {
      const { page } = user;
      await user.enterAs('street', '/today');
      await page.route('**/api/v1/**', (route) => route.abort());
      await page.getByRole('link', { name: '居民' }).first().click();
      await page.getByText('连不上服务器').waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      await page.unroute('**/api/v1/**');
      await page.getByText('已恢复连接').waitFor();
      await page.locator('tbody tr[data-index]').first().waitFor();
    });
  });

  it('goes down to a street and keeps it in the address', async () => {
    user = await ConsolePage.open();
    await user.story('frame-area', async () => {
      const { page } = user;
      await user.enterAs('psychiatrist', '/today');
      await page.getByRole('button', { name: /切换区域/ }).click();
      const first = page.locator('header li button').first();
      const name = await first.innerText();
      await first.click();
      await page.waitForURL(/org=990\d{9}/);
      await page.getByRole('button', { name: new RegExp(`切换区域：\\s*${name}`) }).waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      await page.goBack();
      await page.getByRole('button', { name: /切换区域：\s*心桥区/ }).waitFor();
    });
  });

  it('finds a resident by two initials, by the keyboard, with nothing of it in the address', async () => {
    user = await ConsolePage.open();
    await user.story('frame-search', async () => {
      const { page } = user;
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await user.enterAs('street', '/today');
      // Typed at once, as people do, the page just there: no letter is lost.
      const field = page.getByRole('combobox', { name: /拼音首字母/ });
      await page.keyboard.press('Control+k');
      await page.keyboard.type('l');
      expect(await field.inputValue()).toBe('l');
      await page.getByRole('option').first().waitFor();
      const answered = page.waitForResponse(/\/persons\/search$/);
      await field.fill('lx');
      await (await answered).finished();
      await page.getByRole('option').first().waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      // Escape gives the focus back; another call of it starts anew.
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      // Who does not wait for it loses no letter either.
      await page.keyboard.press('Control+k');
      await page.keyboard.type('l');
      expect(await field.inputValue()).toBe('l');
      await page.getByRole('option').first().waitFor();
      await field.press('ArrowDown');
      await field.press('Enter');
      await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
      expect(asked.filter((url) => /[?&]q=/.test(url))).toEqual([]);
    });
  });

  it('opens nobody whom only the words before found, and tells no sex it does not know', async () => {
    user = await ConsolePage.open();
    await user.story('frame-search-stale', async () => {
      const { page } = user;
      await user.enterAs('street', '/today');
      const answered = Promise.withResolvers<undefined>();
      await page.route('**/persons/search', async (route) => {
        if (route.request().postData()?.includes('"lx"') === true) await answered.promise;
        const response = await route.fetch();
        const { items, ...rest } = (await response.json()) as { items: readonly object[] };
        await route.fulfill({ response, json: { ...rest, items: items.map((one) => ({ ...one, sex: '9' })) } });
      });
      const field = page.getByRole('combobox', { name: /拼音首字母/ });
      await page.keyboard.press('Control+k');
      await page.keyboard.type('l');
      await page.getByRole('option').first().waitFor();
      expect(await page.getByRole('option').first().innerText()).not.toMatch(/男|女/);
      await field.fill('lx');
      await field.press('Enter');
      await page.waitForTimeout(500);
      expect(new URL(page.url()).pathname).toBe('/today');
      answered.resolve(undefined);
      await user.settled();
      await field.press('Enter');
      await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    });
  });

  it('changes the language in place', async () => {
    user = await ConsolePage.open();
    await user.story('frame-language', async () => {
      await user.enterAs('street', '/nowhere');
      await user.page.getByRole('heading', { name: '没有这一页' }).waitFor();
      await user.page.getByRole('button', { name: 'English' }).click();
      await user.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
      expect(await user.page.getAttribute('html', 'lang')).toBe('en');
    });
  });

  it('survives a reload, leads back after signing in, and signs out every tab', async () => {
    // What a tab asks for just while another one signs out is refused.
    user = await ConsolePage.open({ expectedErrors: [/401 \(Unauthorized\)/] });
    await user.story('frame-session', async () => {
      const { page } = user;
      await page.goto(`${process.env['TEST_CONSOLE_URL']!}/nowhere?x=1`);
      await page.waitForURL(/\/sign-in\?to=%2Fnowhere%3Fx%3D1$/);
      await user.signInAs('street', '/nowhere?x=1');
      await page.waitForURL(/\/nowhere\?x=1$/);
      await page.reload();
      await page.getByRole('heading', { name: '没有这一页' }).waitFor();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole('button', { name: /账号/ }).click();
      await other.getByRole('button', { name: '退出登录' }).click();
      await Promise.all([other, page].map((tab) => tab.waitForURL(/\/sign-in/)));
      const left = await page.evaluate(() => [
        document.cookie,
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      ]);
      expect(left.join(' ')).not.toMatch(/eyJ|xinqiao_csrf|token/i);
    });
  });

  it('does not come back after a sign-out the server did not hear of, and ends the session when it does', async () => {
    user = await ConsolePage.open({ expectedErrors: [/ERR_FAILED/] });
    await user.story('frame-sign-out', async () => {
      const { page } = user;
      await user.enterAs('street', '/nowhere');
      await page.route('**/auth/logout', (route) => route.abort());
      await page.getByRole('button', { name: /账号/ }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      const unfinished = page.getByText('退出还没有送达服务器');
      await unfinished.waitFor();
      await page.reload();
      await unfinished.waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      await page.unroute('**/auth/logout');
      await unfinished.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => [document.cookie, localStorage.getItem('xinqiao.sign-out')])).toEqual([
        '',
        null,
      ]);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    });
  });
});
