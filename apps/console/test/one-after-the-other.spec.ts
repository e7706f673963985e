import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import { ConsolePage } from './support/console-page.js';
import { openStation, saveNewCase, toForm } from './support/station.js';

describe('pages of the same kind, one after the other in a tab', () => {
  let user: ConsolePage;

  afterEach(() => user.close());

  it('shows nothing in clear of the person before', async () => {
    user = await ConsolePage.open();
    await user.story('next-person', async () => {
      const { page } = user;
      const api = await ApiUser.signIn('street');
      const [one, other] = [await api.newPerson(), await api.newPerson()].map(({ id }) => `/people/${id}`);
      await user.enterAs('street', other);
      // What is not read yet would not be there at once when it comes back.
      await user.settled();
      await user.go(one!);
      await page.getByRole('button', { name: '查看完整信息' }).click();
      await page.getByRole('button', { name: '随访联系' }).click();
      const clear = page.getByRole('button', { name: /^隐藏/ });
      await clear.waitFor();
      await page.goBack();
      await page.waitForURL(`**${other!}`);
      await page.getByRole('button', { name: '查看完整信息' }).waitFor();
      expect(await clear.count()).toBe(0);
    });
  });

  it('begins the record of a case with nothing kept for the case before', async () => {
    const api = await ApiUser.signIn('street');
    // Nothing of theirs is overdue: other stories take the first case of Today.
    const fresh = {
      diagnosedOn: '2026-11-10',
      fileBuiltOn: '2026-11-16',
      consent: { decision: 'agreed', signedOn: '2026-11-16', signer: 'guardian' },
    };
    const [one, other] = [await api.newCase(fresh), await api.newCase(fresh)].map((id) => `/smi/cases/${id}/visit`);
    user = await openStation();
    await user.story('next-case', async () => {
      const { page } = user;
      await user.signInAs('street', '/today');
      await toForm(user, one!);
      await page.getByLabel('备注').fill('家属配合');
      await page.waitForTimeout(900);
      await page.reload();
      await page.getByText('已恢复上次未保存的内容。').waitFor();
      await toForm(user, other!);
      expect(await page.getByLabel('备注').inputValue()).toBe('');
      await page.goBack();
      await page.getByText('已恢复上次未保存的内容。').waitFor();
      expect(await page.getByLabel('备注').inputValue()).toBe('家属配合');
      await page.goForward();
      await page.waitForURL(`**${other!}`);
      await user.settled();
      expect(await page.getByLabel('备注').inputValue()).toBe('');
    });
  });

  it('keeps a number typed for an area with that area', async () => {
    user = await ConsolePage.open();
    await user.story('next-area', async () => {
      const { page } = user;
      const [one, other] = ['990101001001', '990101001002'].map((code) => `/system/areas?org=${code}`);
      await user.enterAs('sysadmin', other);
      await page.getByLabel('2025 年末').waitFor();
      await user.go(one!);
      await page.getByLabel('2025 年末').fill('777');
      await page.goBack();
      await page.waitForURL(`**${other!}`);
      await user.settled();
      expect(await page.getByLabel('2025 年末').inputValue()).not.toBe('777');
      expect(await page.getByRole('button', { name: /保\s?存/ }).count()).toBe(0);
    });
  });

  it('shows a new file on the page of the person at once, and registers for somebody else when asked to', async () => {
    const api = await ApiUser.signIn('street');
    const { id } = await api.newPerson();
    user = await openStation();
    await user.story('registered', async () => {
      const { page } = user;
      // As where there are more communities than one answer holds.
      await page.route('**/api/v1/orgs?*', (route) =>
        route.continue({ url: route.request().url().replace('limit=200', 'limit=1') }),
      );
      await user.signInAs('street', `/people/${id}`);
      await page.getByText('没有档案').waitFor();
      await page.getByRole('link', { name: '登记为患者' }).click();
      await page.getByRole('button', { name: '换一个人' }).click();
      await page.getByRole('searchbox').waitFor();
      await page.goBack();
      await page.getByRole('link', { name: '登记为患者' }).click();
      await page.getByLabel('管理社区').click();
      const communities = page.locator('.ant-select-item-option');
      await communities.nth(3).waitFor();
      await page.keyboard.press('Escape');
      await saveNewCase(user, `T-${Date.now()}`);
      await user.go(`/people/${id}`);
      expect(await page.locator(`main a[href^="/smi/cases/"]`).count()).toBe(1);
    });
  });
});
