import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConsolePage, PHONE } from './support/console-page.js';

const TABS = ['排名', '热力表', '趋势', '地图', '指标'];
const TABS_EN = ['Ranking', 'Heat table', 'Trend', 'Map', 'Indicators'];

jest.setTimeout(120_000);

describe('indicators, as a district official works with them', () => {
  let official: ConsolePage;

  afterEach(() => official.close());

  it('answers in the title, and leads from the worst street to its people in two clicks', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-drill', async () => {
      const { page } = official;
      await official.signInAs('district', '/indicators?indicator=smi.standard_management_rate');
      await page.getByRole('heading', { level: 1, name: /心桥区有目标的 \d+ 项指标，\d+ 项达标/ }).waitFor();
      const ranking = page.getByRole('table', { name: /规范管理率，最差在前/ });
      const worst = ranking.getByRole('row').nth(1);
      const heads = /未计入 (\d+) 人/.exec(await worst.innerText())?.[1];
      expect(Number(heads)).toBeGreaterThan(0);
      // One click is enough.
      await worst.getByRole('link', { name: /未计入/ }).click();
      await page
        .getByRole('heading', { level: 1, name: new RegExp(`街道有 ${heads ?? ''} 人未计入规范管理率`) })
        .waitFor();
      await page.getByRole('table', { name: '名单' }).waitFor();
      const rows = page.getByRole('table', { name: '名单' }).locator('tbody tr');
      expect(await rows.count()).toBe(Number(heads));
      expect(await rows.first().innerText()).toMatch(/.\*+/);
      expect(page.url()).toMatch(/side=gap/);
      expect(await official.accessibilityFaults()).toEqual([]);
      await page.goBack();
      await ranking.waitFor();
    });
  });

  it('says why, beside the figure, with the sum of the reasons', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-why', async () => {
      const { page } = official;
      await official.signInAs('district', '/indicators');
      const row = page.getByRole('table', { name: /的指标$/ }).getByRole('row', { name: /^管理率/ });
      const [numerator = '', denominator = ''] = /([\d,]+) \/ ([\d,]+)/.exec(await row.innerText())?.slice(1) ?? [];
      await row.getByRole('button', { name: /为什么/ }).click();
      const panel = page.getByRole('dialog', { name: /为什么：心桥区管理率/ });
      await panel.getByRole('heading', { name: `计入分子 ${numerator}` }).waitFor();
      const missing = Number(denominator.replace(',', '')) - Number(numerator.replace(',', ''));
      await panel.getByRole('heading', { name: `只计入分母 ${String(missing)}` }).waitFor();
      expect(await panel.innerText()).toContain('《严重精神障碍患者管理指标及公式》');
      expect(await official.accessibilityFaults()).toEqual([]);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    });
  });

  it('keeps the view in the address and drills by street, with every view free of faults', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-views', async () => {
      const { page } = official;
      await official.signInAs('district', '/indicators?org=990101000000&indicator=smi.management_rate');
      const tabs = page.getByRole('navigation', { name: '看法' });
      for (const tab of TABS) {
        await tabs.getByRole('link', { name: tab }).click();
        await tabs.getByRole('link', { name: tab }).and(page.locator('[aria-current]')).waitFor();
        await page.getByRole('table').first().waitFor();
        expect([tab, await official.accessibilityFaults()]).toEqual([tab, []]);
        expect([tab, await official.overflow()]).toEqual([tab, 0]);
      }
      await page.getByRole('combobox', { name: '期间类型' }).selectOption('month');
      await page.waitForURL(/period=\d{4}-\d{2}(&|$)/);
      await tabs.getByRole('link', { name: '排名' }).click();
      await page.getByRole('link', { name: '和平街道' }).click();
      await page.waitForURL(/org=990101001000/);
      expect(page.url()).toMatch(/period=\d{4}-\d{2}/);
      expect(page.url()).toMatch(/tab=ranking/);
    });
  });

  it('sets a target, says what it would mean before it is saved, and keeps its history', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-targets', async () => {
      const { page } = official;
      const plan = `年度计划${String(Date.now())}`;
      await official.signInAs('district', '/indicators/targets?org=990101000000');
      const form = page.getByRole('form', { name: '设定目标' });
      await form.getByRole('combobox', { name: '指标' }).selectOption({ label: '面访率' });
      await form.getByRole('textbox', { name: '目标值（%）' }).fill('101');
      await form.getByText('目标应在 0 到 100 之间').waitFor();
      await form.getByRole('textbox', { name: '目标值（%）' }).fill('100');
      await form.getByText(/按此目标，今天 [\d.]+ %，还差 \d+ 人/).waitFor();
      await form.getByRole('textbox', { name: '计划' }).fill(plan);
      await form.getByRole('button', { name: /保\s*存/ }).click();
      const row = page.getByRole('row', { name: new RegExp(plan) });
      await row.waitFor();
      await row.getByRole('button', { name: '变更记录' }).click();
      await row.getByText('由您设定').waitFor();
      expect(await official.accessibilityFaults()).toEqual([]);
    });
  });

  it('fits a phone, in English too', async () => {
    official = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await official.story('indicators-phone', async () => {
      await official.signInAs('district', '/indicators');
      await official.page.getByRole('heading', { level: 1, name: /meets \d+ of \d+ targets/ }).waitFor();
      const tabs = official.page.getByRole('navigation', { name: 'Views' });
      for (const tab of TABS_EN) {
        await tabs.getByRole('link', { name: tab }).click();
        await tabs.getByRole('link', { name: tab }).and(official.page.locator('[aria-current]')).waitFor();
        await official.page.getByRole('table').first().waitFor();
        expect([tab, await official.overflow()]).toEqual([tab, 0]);
      }
      expect(await official.accessibilityFaults()).toEqual([]);
    });
  });
});
