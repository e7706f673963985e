import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ConsolePage } from './support/console-page.js';
import { DEMO_PASSWORD } from './support/demo-accounts.js';
import { apiAs } from './support/help-desk.js';

const [FIRST, SECOND] = ['990101001001', '990101001002'] as const;

describe('somebody with several areas', () => {
  let user: ConsolePage;

  afterEach(() => user.close());

  it('goes from one to the other, by the switcher and by an address', async () => {
    const username = `two-areas-${randomUUID().slice(0, 8)}`;
    const account = { displayName: username, password: DEMO_PASSWORD, mustChangePassword: false };
    const scopes = [FIRST, SECOND];
    await apiAs('security').post('/users', { ...account, username, roles: ['community_worker'], scopes });
    user = await ConsolePage.open();
    await user.story('several-areas', async () => {
      const { page } = user;
      await user.signInAs(username, '/smi');
      await page.getByRole('button', { name: /切换区域：\s*云和社区/ }).click();
      expect(await user.accessibilityFaults()).toEqual([]);
      await page.locator('header').getByRole('button', { name: '云湖社区' }).click();
      await page.waitForURL(new RegExp(`org=${SECOND}`));
      await page.getByRole('button', { name: /切换区域：\s*云湖社区/ }).waitFor();
      await page.getByRole('heading', { level: 1, name: /云湖社区/ }).waitFor();
      await user.go(`/people?org=${FIRST}`);
      await page.getByRole('heading', { level: 1, name: /云和社区/ }).waitFor();
      await user.go(`/people?org=${SECOND}`);
      await page.getByRole('heading', { level: 1, name: /云湖社区/ }).waitFor();
    });
  });

  it('hands out each of them', async () => {
    user = await ConsolePage.open();
    await user.story('several-areas-hand-out', async () => {
      const { page } = user;
      await page.route('**/auth/me', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), scopes: [FIRST, SECOND] } });
      });
      await user.enterAs('security', '/system/users/new');
      await page.getByLabel('管辖区域').click();
      const offered = page.locator('.ant-select-tree-title');
      await offered.nth(1).waitFor();
      expect(await offered.allInnerTexts()).toEqual(['云和社区', '云湖社区']);
    });
  });
});
