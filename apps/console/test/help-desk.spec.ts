import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConsolePages, PHONE, type ConsolePage } from './support/console-page.js';
import { DEMO_PASSWORD } from './support/demo-accounts.js';
import { codeOf, newAccount } from './support/help-desk.js';

// Two people, one after the other.
jest.setTimeout(120_000);

const REFUSED = [/status of 401/];

describe('who cannot get in, and who helps', () => {
  const { open, close } = new ConsolePages();

  afterEach(close);

  const signIn = async ({ page }: ConsolePage, username: string, password: string): Promise<void> => {
    await page.goto(`${process.env['TEST_CONSOLE_URL']!}/sign-in`);
    await page.locator('input[autocomplete="username"]').fill(username);
    await page.locator('input[autocomplete="current-password"]').fill(password);
    await page.keyboard.press('Enter');
  };

  const enrol = async ({ page }: ConsolePage): Promise<void> => {
    await page.getByRole('heading', { name: '请先启用动态口令' }).waitFor();
    await page.locator('input[autocomplete="current-password"]').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('无法扫码').click();
    const secret = (await page.locator('details code').textContent())!;
    await page.locator('input[autocomplete="one-time-code"]').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '恢复码' }).waitFor();
  };

  const openAccount = async (admin: ConsolePage, username: string): Promise<void> => {
    await admin.enterAs('security', `/system/users?q=${username}`);
    await admin.page.getByRole('link', { name: username }).first().click();
    await admin.page.getByRole('button', { name: '重置密码' }).waitFor();
  };

  it('successful-duty: a role that needs two factors gets nowhere without, on a phone', async () => {
    const username = await newAccount('department_user');
    const clerk = await open({ viewport: PHONE });
    await clerk.story('duty', async () => {
      const { page } = clerk;
      await signIn(clerk, username, DEMO_PASSWORD);
      await page.getByRole('heading', { name: '请先启用动态口令' }).waitFor();
      await page.goto(`${process.env['TEST_CONSOLE_URL']!}/reports`);
      await enrol(clerk);
      expect(await clerk.overflow()).toBe(0);
      expect(await clerk.accessibilityFaults()).toEqual([]);
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: /完\s?成/ }).click();
      await page.waitForURL((url) => url.pathname === '/reports');
      await page.getByRole('navigation').first().waitFor();
    });
  });

  it('successful-lost-phone: the factor is taken away, a new password handed over, both are made anew', async () => {
    const username = await newAccount('department_user');
    const clerk = await open({ expectedErrors: REFUSED });
    await clerk.story('lost-phone-before', async () => {
      await signIn(clerk, username, DEMO_PASSWORD);
      await enrol(clerk);
    });
    const admin = await open();
    let password = '';
    await admin.story('lost-phone-help', async () => {
      const { page } = admin;
      const dialog = page.getByRole('dialog');
      await openAccount(admin, username);
      await page.getByRole('button', { name: '重置动态口令' }).click();
      await dialog.getByText('请先当面或电话确认是本人').waitFor();
      await dialog.getByRole('button', { name: '重置动态口令' }).click();
      await page.getByText('动态口令已重置').waitFor();
      await page.getByRole('button', { name: '重置动态口令' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '重置密码' }).click();
      await dialog.getByRole('button', { name: /^重\s?置$/ }).click();
      password = (await dialog.locator('code').textContent())!;
      expect(await dialog.getByRole('button', { name: /取\s?消/ }).count()).toBe(0);
      expect(await admin.accessibilityFaults()).toEqual([]);
    });
    await clerk.story('lost-phone-after', async () => {
      await clerk.page.context().clearCookies();
      await signIn(clerk, username, password);
      await clerk.page.getByRole('heading', { name: '请先修改密码' }).waitFor();
    });
  });

  it('failing-disabled: who is shut out is out at once, and in again when let', async () => {
    const username = await newAccount('counsellor');
    const clerk = await open({ expectedErrors: REFUSED });
    await signIn(clerk, username, DEMO_PASSWORD);
    await clerk.page.getByRole('navigation').first().waitFor();
    const admin = await open();
    const { page } = admin;
    const press = async (name: RegExp): Promise<void> => {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByRole('button', { name }).click();
    };
    await admin.story('disable', async () => {
      await openAccount(admin, username);
      await press(/^停\s?用$/);
      await page.getByText('已停用', { exact: true }).first().waitFor();
    });
    await clerk.story('disabled', async () => {
      await clerk.page.goto(`${process.env['TEST_CONSOLE_URL']!}/account`);
      await clerk.page.waitForURL(/\/sign-in/);
      await signIn(clerk, username, DEMO_PASSWORD);
      await clerk.page.getByText('用户名或密码不正确').waitFor();
    });
    await admin.story('enable', async () => {
      await press(/^重新启用$/);
      await page.getByText('已重新启用').waitFor();
    });
    await clerk.story('enabled', async () => {
      await signIn(clerk, username, DEMO_PASSWORD);
      await clerk.page.getByRole('navigation').first().waitFor();
    });
  });
});
