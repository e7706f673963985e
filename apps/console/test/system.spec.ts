import { randomInt } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { ConsolePage, PHONE } from './support/console-page.js';
import { apiAs, publishUnreadable } from './support/help-desk.js';

describe('the pages of administrators and operators', () => {
  let admin: ConsolePage;

  afterEach(() => admin.close());

  const fits = async (): Promise<void> => {
    expect(await admin.overflow()).toBe(0);
    expect(await admin.accessibilityFaults()).toEqual([]);
  };

  it('refuses an outline that crosses itself, naming its area', async () => {
    admin = await ConsolePage.open({ expectedErrors: [/status of 400/] });
    await admin.story('system-map', async () => {
      const { page } = admin;
      await admin.enterAs('sysadmin', '/system/map?org=990101000000');
      const bowTie = [
        [
          [124, 29],
          [125, 30],
          [125, 29],
          [124, 30],
          [124, 29],
        ],
      ];
      const geometry = { type: 'Polygon', coordinates: bowTie };
      const features = [{ type: 'Feature', properties: { code: '990101001000' }, geometry }];
      const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
      const file = { name: 'areas.geojson', mimeType: 'application/geo+json', buffer };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.getByText('第 1 个要素（990101001000）：这个区域的边界线与自身交叉').waitFor();
      await fits();
    });
  });

  it('adds a unit, gives its residents, and shows the tree of another day', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-areas', async () => {
      const { page } = admin;
      await admin.enterAs('sysadmin', '/system/areas?org=990101001000');
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
      // A correction of it.
      await page.getByLabel('2025 年末').fill('4300');
      await page.getByRole('button', { name: /保\s?存/ }).click();
      await page.getByText('已登记 4,300 人').waitFor();

      await admin.page.goto(new URL('/system/areas?org=990101001000&asOf=2020-01-01', page.url()).href);
      await page
        .getByRole('table')
        .or(page.getByText('这一天没有下级机构', { exact: false }))
        .waitFor();
      expect(await page.getByText('新苑社区').count()).toBe(0);
      expect(await title.textContent()).toMatch(/\d+ 个机构/);
    });
  });

  it('renames a unit and ends it, by the keyboard alone', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-area-ends', async () => {
      const { page } = admin;
      // A number of a residents' committee, beyond those of the demonstration.
      const code = `990101001${String(randomInt(100, 200))}`;
      const unit = { code, name: '旧名社区', tier: 'community', validFrom: '2020-01-01' };
      await apiAs('sysadmin').post('/orgs', unit);
      await admin.enterAs('sysadmin', `/system/areas?org=${code}`);
      const edit = page.getByRole('button', { name: /修\s?改/ });
      await edit.waitFor();
      await tabTo(page, edit);
      await page.keyboard.press('Enter');
      const name = page.getByRole('dialog').getByLabel('名称');
      await name.waitFor();
      await tabTo(page, name);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('新名社区');
      const last = page.getByRole('dialog').getByLabel('有效期止');
      await tabTo(page, last);
      await page.keyboard.type('2026-11-30');
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /保\s?存/ }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: '新名社区没有下级机构' }).waitFor();
      await page.getByText('2026年11月30日').waitFor();
      await fits();
    });
  });

  it('takes outlines of areas from a file, and says what is wrong with another', async () => {
    admin = await ConsolePage.open({ expectedErrors: [/status of 400/] });
    await admin.story('system-map', async () => {
      const { page } = admin;
      const upload = (content: string) =>
        page
          .locator('input[type="file"]')
          .setInputFiles({ name: '轮廓.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(content) });
      await admin.enterAs('sysadmin', '/system/map?org=990101001000');
      await upload('no outline');
      await page.getByText('文件不是 GeoJSON').waitFor();
      await upload(outlineOf('990101001001', 95));
      await page.getByRole('alert').filter({ hasNotText: '不是 GeoJSON' }).first().waitFor();
      await upload(outlineOf('990101001001', 29.6));
      await page.getByText('轮廓已保存').waitFor();
      await fits();
    });
  });

  it('shows each rule with its evidence and source, and finds one', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-rules', async () => {
      const { page } = admin;
      await admin.enterAs('sysadmin', '/system/rules');
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
      await admin.enterAs('sysadmin', '/system/events');
      await page.getByRole('heading', { name: '全部事件已送达' }).waitFor();
      await page.getByText('没有死信', { exact: false }).waitFor();
      await fits();
      await page.goto(new URL('/system/health', page.url()).href);
      await page.getByRole('heading', { name: '5 个服务全部正常' }).waitFor();
      await page.getByText('本节点').waitFor();
      await fits();
    });
  });

  it('shows a dead letter as it happens, and says when it fails again', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-letter', async () => {
      const { page } = admin;
      await admin.enterAs('sysadmin', '/system/events');
      await page.getByText('没有死信', { exact: false }).waitFor();
      // The page hears of it by the stream of events, which opens after a moment.
      await page.waitForTimeout(1_500);
      await publishUnreadable();
      await page.getByRole('heading', { name: /条事件/ }).waitFor();
      await page.getByRole('button', { name: '重新处理' }).first().click();
      await page.getByRole('tooltip').getByRole('button', { name: '重新处理' }).click();
      await page.getByText('仍未能处理，已记录').waitFor();
      await fits();
    });
  });

  it('recomputes and proves the figures', async () => {
    admin = await ConsolePage.open();
    await admin.story('system-recompute', async () => {
      const { page } = admin;
      await admin.enterAs('sysadmin', '/system/recompute');
      await page.getByRole('button', { name: '开始重算' }).click();
      await page.getByRole('heading', { name: /全部 [\d,]+ 个数字一致/ }).waitFor({ timeout: 60_000 });
      await fits();
    });
  });

  it.each(['areas', 'map', 'rules', 'events', 'health', 'recompute'])('%s fits a phone in English', async (name) => {
    admin = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await admin.story(`system-phone-${name}`, async () => {
      await admin.enterAs('sysadmin', `/system/${name}`);
      await admin.page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
      await fits();
    });
  });
});

/** Presses Tab until it is there: whoever has no mouse can reach it too. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('sixty presses of Tab did not reach it');
}

/** A square of open sea; there is none beyond 90 degrees. */
function outlineOf(code: string, south: number): string {
  const [west, size] = [124.5, 0.1];
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code }, geometry }] });
}
