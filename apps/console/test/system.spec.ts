import { afterEach, describe, expect, it } from '@jest/globals';
import { ConsolePage, PHONE } from './support/console-page.js';

/** Years without a population figure answer 404. */
const NO_FIGURE_YET = [/status of 404/];

describe('the pages of administrators and operators', () => {
  let admin: ConsolePage;

  afterEach(() => admin.close());

  const fits = async (): Promise<void> => {
    expect(await admin.overflow()).toBe(0);
    expect(await admin.accessibilityFaults()).toEqual([]);
  };

  it('adds a unit, gives its residents, and shows the tree of another day', async () => {
    admin = await ConsolePage.open({ expectedErrors: NO_FIGURE_YET });
    await admin.story('system-areas', async () => {
      const { page } = admin;
      await admin.signInAs('sysadmin', '/system/areas?org=990101001000');
      const title = page.getByRole('heading', { level: 1 });
      await page.getByRole('table').waitFor();
      await fits();
      await page.getByRole('button', { name: '新增下级' }).click();
      await page.getByLabel('区划代码').fill('990101001099');
      await page.getByLabel('名称').fill('新苑社区');
      await page.getByLabel('有效期起').fill('2026-01-01');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByRole('button', { name: '新苑社区' }).click();
      await page.getByRole('heading', { level: 1, name: '新苑社区没有下级机构' }).waitFor();

      // Residents of last year: the denominator of prevalence.
      await page.getByLabel('2025 年末').fill('4321');
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByText('已登记 4,321 人').waitFor();

      await admin.page.goto(new URL('/system/areas?org=990101001000&asOf=2020-01-01', page.url()).href);
      await page
        .getByRole('table')
        .or(page.getByText('这一天没有下级机构', { exact: false }))
        .waitFor();
      expect(await page.getByText('新苑社区').count()).toBe(0);
      expect(await title.textContent()).toMatch(/\d+ 个机构/);
    });
  });

  it('shows each rule with its evidence and source, and finds one', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-rules', async () => {
      const { page } = admin;
      await admin.signInAs('sysadmin', '/system/rules');
      await page.getByRole('heading', { name: /\d+ 项规则参数，其中 \d+ 项待核/ }).waitFor();
      await fits();
      await page.getByRole('searchbox').fill('出院信息单');
      await page
        .getByRole('row', { name: /稳定患者随访间隔/ })
        .first()
        .waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /出院信息单报送 10 个工作日/ }).waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('出院信息单');
    });
  });

  it('says that all events are delivered, and how each service is', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-events', async () => {
      const { page } = admin;
      await admin.signInAs('sysadmin', '/system/events');
      await page.getByRole('heading', { name: '全部事件已送达' }).waitFor();
      await page.getByText('没有死信', { exact: false }).waitFor();
      await fits();
      await page.goto(new URL('/system/health', page.url()).href);
      await page.getByRole('heading', { name: '5 个服务全部正常' }).waitFor();
      await page.getByText('本节点').waitFor();
      await fits();
    });
  });

  it('recomputes and proves the figures', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-recompute', async () => {
      const { page } = admin;
      await admin.signInAs('sysadmin', '/system/recompute');
      await page.getByRole('button', { name: '开始重算' }).click();
      await page.getByRole('heading', { name: /全部 [\d,]+ 个数字一致/ }).waitFor({ timeout: 60_000 });
      await fits();
    });
  });

  it.each(['areas', 'map', 'rules', 'events', 'health', 'recompute'])('%s fits a phone in English', async (name) => {
    admin = await ConsolePage.open({ language: 'en', viewport: PHONE, expectedErrors: NO_FIGURE_YET });
    await admin.story(`system-phone-${name}`, async () => {
      await admin.signInAs('sysadmin', `/system/${name}`);
      await admin.page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
      await fits();
    });
  });
});
