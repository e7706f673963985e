import { afterEach, describe, expect, it } from '@jest/globals';
import { STREET } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation } from './support/station.js';

describe('filters kept with the account', () => {
  const open: ConsolePage[] = [];

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function seat(): Promise<ConsolePage> {
    const seated = await openStation();
    open.push(seated);
    return seated;
  }

  it('are saved, opened, renamed and removed', async () => {
    const mine = await seat();
    await mine.story('views', async () => {
      await mine.enterAs('street', '/smi?stability=2&status=registered');
      const { page } = mine;
      const views = page.getByRole('button', { name: '常用筛选' });
      await views.click();
      await page.getByLabel('当前筛选的名称').fill('波动的');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '波动的', exact: true }).waitFor();
      await page.getByRole('button', { name: '重命名“波动的”' }).click();
      await page.getByLabel('“波动的”的新名称').fill('每月看一次');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '每月看一次', exact: true }).waitFor();
      await page.getByRole('button', { name: '波动的', exact: true }).waitFor({ state: 'detached' });
      await page.getByLabel('当前筛选的名称').fill('另一个');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '重命名“另一个”' }).click();
      await page.getByLabel('“另一个”的新名称').fill('每月看一次');
      await page.getByText('已有同名筛选，请换一个名称。').waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('“另一个”的新名称').fill('另一个');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '删除“另一个”' }).click();
      await page.getByRole('button', { name: '另一个', exact: true }).waitFor({ state: 'detached' });
      await mine.go('/smi');
      await page.getByRole('button', { name: '每月看一次', exact: true }).click();
      await page.waitForURL((url) => url.search === '?stability=2&status=registered');
      await views.click();
      await page.getByRole('button', { name: '删除“每月看一次”' }).click();
      await page.getByText('还没有保存的筛选。').waitFor();
    });
  });

  it('are cleared together with the words that were typed', async () => {
    const mine = await seat();
    await mine.story('views-clear', async () => {
      await mine.enterAs('street', '/smi?stability=2');
      const { page } = mine;
      const words = page.getByRole('searchbox');
      await words.fill('查无此人');
      await words.press('Enter');
      await page.getByRole('button', { name: '清除筛选' }).click();
      await page.waitForURL((url) => !url.searchParams.has('stability'));
      await page.locator('main tbody a').first().waitFor();
      expect(await words.inputValue()).toBe('');
    });
  });

  it('open the same list for a colleague through the address', async () => {
    const [mine, theirs] = [await seat(), await seat()];
    await mine.enterAs('street', `/smi?org=${STREET}`);
    await mine.page.getByLabel('分类', { exact: true }).click();
    await mine.page.getByTitle('基本稳定').click();
    await mine.page.waitForURL(/stability=2/);
    await mine.settled();
    const { pathname, search } = new URL(mine.page.url());
    await theirs.enterAs('psychiatrist', pathname + search);
    await theirs.settled();
    const shown = async ({ page }: ConsolePage) => [
      await page.locator('main h1').textContent(),
      ...(await page
        .locator('main a[href^="/smi/cases/"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')))),
    ];
    let [own, other] = [await shown(mine), await shown(theirs)];
    // Other stories go on beside this one and may have changed a case between the two looks.
    for (let again = 0; again < 3 && String(own) !== String(other); again += 1) {
      await Promise.all([mine, theirs].map(({ page }) => page.reload()));
      await Promise.all([mine, theirs].map((one) => one.settled()));
      [own, other] = [await shown(mine), await shown(theirs)];
    }
    expect(own.length).toBeGreaterThan(2);
    expect(other).toEqual(own);
  });
});
