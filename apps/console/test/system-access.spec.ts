import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConsolePages, PHONE } from './support/console-page.js';

// Three people, one after the other.
jest.setTimeout(120_000);

describe('accounts and the audit trail', () => {
  const { open, close } = new ConsolePages();

  afterEach(close);

  it('successful-first-day: made by an administrator, changed at the first sign-in, seen by the auditor', async () => {
    const admin = await open();
    const username = `clerk${Date.now() % 1e9}`;
    let password = '';
    await admin.story('new-user', async () => {
      const { page } = admin;
      await admin.enterAs('security', '/system/users/new');
      await page.getByLabel('用户名').fill(username);
      await page.getByLabel('姓名或岗位').fill('新来的同事');
      await page.getByRole('checkbox', { name: '街道工作人员' }).check();
      await page.getByRole('checkbox', { name: '审计管理员' }).check();
      await page.getByText('审计管理员不能兼任其他角色').waitFor();
      await page.getByRole('checkbox', { name: '审计管理员' }).uncheck();
      await page.getByLabel('管辖区域').click();
      await page.locator('.ant-select-tree-title', { hasText: '心桥区' }).click();
      await page.keyboard.press('Escape');
      expect(await admin.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '新建账号' }).click();
      await page.getByRole('heading', { name: '新来的同事 的账号已建好' }).waitFor();
      password = (await page.locator('dd code').textContent())!;
      await admin.go('/system/users');
      const words = page.getByRole('searchbox', { name: '用户名或姓名' });
      await words.fill(username);
      await words.press('Enter');
      await page.getByRole('heading', { name: /^1 个账号/ }).waitFor();
      await page.getByText('新来的同事').waitFor();
    });
    const clerk = await open();
    await clerk.story('first-sign-in', async () => {
      const { page } = clerk;
      await page.goto(`${process.env['TEST_CONSOLE_URL']!}/sign-in`);
      await page.locator('input[autocomplete="username"]').fill(username);
      await page.locator('input[autocomplete="current-password"]').fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '请先修改密码' }).waitFor();
      await page.getByLabel('当前密码').fill(password);
      await page.getByLabel('新密码', { exact: true }).fill('password1234');
      await page.getByText('未满足').first().waitFor({ state: 'attached' });
      await page.getByLabel('新密码', { exact: true }).fill('Quiet-harbour-no-7');
      await page.getByLabel('再输一次新密码').fill('Quiet-harbour-no-7');
      expect(await clerk.accessibilityFaults()).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    });
    const auditor = await open();
    await auditor.story('audit', async () => {
      const { page } = auditor;
      await auditor.enterAs('auditor', '/system/audit?action=identity.user.create');
      await page.getByText('新来的同事').first().waitFor();
      await page.getByRole('button', { name: /核\s?验/ }).click();
      await page.getByText('记录完整，未被改动').waitFor();
      expect(await auditor.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '详情' }).first().click();
      await page.getByRole('button', { name: '同一请求的全部记录' }).click();
      await page.waitForURL(/correlationId=/);
      // By days, which are the district's: the first begins at midnight there.
      await page.getByLabel('起始日').fill('20991231');
      await page.waitForURL(/from=2099-12-30T16%3A00%3A00\.000Z/);
      await page.getByText('没有符合条件的记录').waitFor();
      await page.getByLabel('起始日').fill('');
      await page.waitForURL((url) => !url.searchParams.has('from'));
      await page.getByLabel('截止日').fill('2099-12-31');
      await page.waitForURL(/to=2099-12-31T16%3A00%3A00\.000Z/);
      await page.locator('main').getByText('新建账号').first().waitFor();
      expect(await page.getByLabel('截止日').inputValue()).toBe('2099-12-31');
      // By who did it, whose name stands in no address.
      await page.getByRole('button', { name: '清除筛选' }).click();
      const who = page.getByRole('combobox', { name: '操作人' });
      await who.fill(username);
      await page.locator('.ant-select-item-option', { hasText: username }).click();
      await page.waitForURL(/actorId=/);
      await page.locator('main').getByTitle(`新来的同事 · ${username}`).waitFor();
      await page.locator('main').getByText('修改密码').first().waitFor();
      await page.reload();
      await page.locator('main').getByTitle(`新来的同事 · ${username}`).waitFor();
    });
  });

  it('fits a phone, in English too', async () => {
    const admin = await open({ language: 'en', viewport: PHONE });
    await admin.story('users-phone', async () => {
      await admin.enterAs('security', '/system/users');
      await admin.page.getByRole('heading', { name: /accounts/ }).waitFor();
      expect(await admin.overflow()).toBe(0);
      await admin.go('/system/roles');
      await admin.page.getByRole('heading', { name: 'What each role may do' }).waitFor();
      expect(await admin.overflow()).toBe(0);
      expect(await admin.accessibilityFaults()).toEqual([]);
    });
    const auditor = await open({ viewport: PHONE });
    await auditor.story('audit-phone', async () => {
      await auditor.enterAs('auditor', '/system/audit?from=2026-11-01T16:00:00.000Z&to=2026-11-20T16:00:00.000Z');
      await auditor.page.getByLabel('截止日').waitFor();
      expect(await auditor.overflow()).toBe(0);
      expect(await auditor.accessibilityFaults()).toEqual([]);
    });
  });
});
