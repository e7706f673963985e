import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { ConsolePage, PHONE } from './support/console-page.js';
import { DEMO_PASSWORD } from './support/demo-accounts.js';

const REFUSED = [/status of (401|423)/];

describe('signing in', () => {
  let user: ConsolePage;

  afterEach(() => user.close());

  const signInPage = async (): Promise<void> => {
    await user.page.goto(`${process.env['TEST_CONSOLE_URL']!}/sign-in`);
    await user.page.locator('input[autocomplete="username"]').waitFor();
  };
  const fill = async (name: string, password: string): Promise<void> => {
    await user.page.locator('input[autocomplete="username"]').fill(name);
    await user.page.locator('input[autocomplete="current-password"]').fill(password);
    await user.page.keyboard.press('Enter');
  };

  it('successful-demo: the accounts of the demonstration are one press away; no token where a script can read it', async () => {
    user = await ConsolePage.open();
    await user.story('sign-in-demo', async () => {
      await signInPage();
      expect(await user.accessibilityFaults()).toEqual([]);
      await user.page.getByRole('button', { name: /街道工作人员/ }).click();
      await user.page.getByRole('navigation').first().waitFor();
      expect(await user.page.evaluate(() => document.cookie)).toMatch(/^xinqiao_csrf=[\w-]+$/);
      expect(await user.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('eyJ');
    });
  });

  it('failing-locked: says for how long, on a phone and in English', async () => {
    user = await ConsolePage.open({ language: 'en', viewport: PHONE, expectedErrors: REFUSED });
    await user.story('sign-in-locked', async () => {
      await signInPage();
      for (let i = 0; i < 6; i += 1) {
        const answered = user.page.waitForResponse(/auth\/login/);
        await fill('somebody-unknown', `guess ${i}`);
        await answered;
      }
      await user.page.getByText('this name is locked').waitFor();
      await user.page.getByText(/2\d:\d\d to wait|30:00 to wait/).waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      expect(await user.overflow()).toBe(0);
    });
  });

  it('successful-second-factor: enrolled by QR code, asked for, a recovery code stands in, removed', async () => {
    user = await ConsolePage.open({ expectedErrors: REFUSED });
    await user.story('second-factor', async () => {
      const { page } = user;
      await user.signInAs('supervisor', '/account');
      await page.getByRole('button', { name: '启用动态口令' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input').fill(DEMO_PASSWORD);
      await page.keyboard.press('Enter');
      await dialog.getByRole('img', { name: '绑定用的二维码' }).waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      await dialog.getByText('无法扫码').click();
      const secret = (await dialog.locator('code').textContent())!.replaceAll(' ', '');
      const code = (steps: number): string =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
      await dialog.locator('input').fill(code(-1));
      await page.keyboard.press('Enter');
      await dialog.getByRole('list', { name: '恢复码' }).waitFor();
      const codes = await dialog.getByRole('list', { name: '恢复码' }).locator('code').allTextContents();
      expect(codes).toHaveLength(10);
      await dialog.getByRole('checkbox').check();
      await dialog
        .getByRole('button', { name: '完 成' })
        .or(dialog.getByRole('button', { name: '完成' }))
        .click();
      await page.getByText('已启用：').waitFor();
      // As at the next start of the browser: its session cookies are gone.
      await page.context().clearCookies();
      await signInPage();
      await fill('supervisor', DEMO_PASSWORD);
      await page.getByRole('heading', { name: '输入动态口令' }).waitFor();
      await page.getByRole('button', { name: /使用恢复码/ }).click();
      await page.locator('input[autocomplete="one-time-code"]').fill(codes[0]!.toLowerCase());
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').first().waitFor();
      await user.go('/account');
      await page.getByRole('button', { name: /解除动态口令/ }).click();
      await dialog.locator('input[autocomplete="current-password"]').fill(DEMO_PASSWORD);
      await dialog.locator('input[autocomplete="one-time-code"]').fill(code(0));
      await page.keyboard.press('Enter');
      await page.getByText('尚未启用').waitFor();
    });
  });

  it('successful-stay: warns two minutes before the session ends, and stays when asked to', async () => {
    user = await ConsolePage.open({ expectedErrors: REFUSED });
    await user.story('session-warning', async () => {
      await user.page.clock.install();
      await user.signInAs('counsellor', '/account');
      await user.page.clock.fastForward(28 * 60_000 + 30_000);
      await user.page
        .getByRole('dialog')
        .getByText(/后将自动退出/)
        .waitFor();
      expect(await user.accessibilityFaults()).toEqual([]);
      const renewed = user.page.waitForResponse(/auth\/refresh/);
      await user.page.getByRole('button', { name: '继续使用' }).click();
      expect((await renewed).status()).toBe(200);
      await user.page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
  });
});
