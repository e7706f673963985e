import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConsolePage, PHONE } from './support/console-page.js';

jest.setTimeout(120_000);

/** `4,303 / 4,843` and the like, without the signs a screen adds. */
const plain = (text: string): string => text.replaceAll(/[,\s%‰]/g, '');

describe('reports, as the health bureau takes them', () => {
  let bureau: ConsolePage;

  afterEach(() => bureau.close());

  async function download(format: string): Promise<Buffer> {
    const button = bureau.page.getByRole('button', { name: format });
    const [file] = await Promise.all([bureau.page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toMatch(/^心桥区_严重精神障碍管理治疗指标报表_/);
    // The browser runs elsewhere: the file has to be fetched from it.
    const path = join(await mkdtemp(join(tmpdir(), 'xinqiao-report-')), 'file');
    await file.saveAs(path);
    return readFile(path);
  }

  it('shows the same figures on screen and in the files', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-same', async () => {
      const { page } = bureau;
      await bureau.signInAs('health', '/reports?org=990101000000');
      await page.getByRole('heading', { level: 1, name: /心桥区\d+年严重精神障碍指标报表/ }).waitFor();
      const rows = page.getByRole('region', { name: '心桥区' }).locator('tbody tr');
      await rows.first().waitFor();
      const shown = await rows.evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th,td')].slice(0, 4).map((cell) => cell.textContent)),
      );
      expect(shown.length).toBeGreaterThan(20);
      const json = JSON.parse((await download('下载 JSON')).toString()) as { items: Record<string, unknown>[] };
      const given = json.items.map(({ nameZh, numerator, denominator, value }) =>
        [nameZh, numerator, denominator, value === null ? '—' : (value as number).toFixed(2)].map(String),
      );
      expect(shown.map(([name, ...figures]) => [name, ...figures.map(plain)])).toEqual(given);
      const csv = (await download('下载 CSV')).toString();
      for (const [name = '', numerator, denominator] of given) {
        expect(csv).toContain(`${name},${numerator ?? ''},${denominator ?? ''},`);
      }
      expect((await download('下载 Excel')).subarray(0, 2).toString()).toBe('PK');
      expect((await download('下载 PDF')).subarray(0, 5).toString()).toBe('%PDF-');
      await page.getByText(/已下载：心桥区_/).waitFor();
      expect(await bureau.accessibilityFaults()).toEqual([]);
      expect(await bureau.overflow()).toBe(0);
    });
  });

  it('lists the areas below, and explains what an indicator counts', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-children', async () => {
      const { page } = bureau;
      await bureau.signInAs('health', '/reports?org=990101000000');
      await page.getByRole('combobox', { name: '下级区域' }).selectOption('true');
      await page.getByRole('region', { name: '和平街道' }).waitFor();
      await page.getByRole('region', { name: '和平街道' }).getByRole('button', { name: '面访率' }).click();
      await page.getByRole('dialog', { name: /为什么：和平街道面访率/ }).waitFor();
      // Figures only: the bureau has no right to the list behind.
      expect(await page.getByRole('link', { name: '查看名单' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: '指标定义与依据' }).click();
      await page.getByRole('heading', { level: 1, name: /\d+ 项指标怎样计算/ }).waitFor();
      expect(await bureau.accessibilityFaults()).toEqual([]);
    });
  });

  it('says on paper which area, period, definitions and time it is', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-print', async () => {
      const { page } = bureau;
      await bureau.signInAs('health', '/reports?org=990101000000');
      await page.getByRole('region', { name: '心桥区' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      for (const words of [
        /区域：心桥区（990101000000）/,
        /期间：/,
        /定义集版本 \d+/,
        /打印时间：/,
        /填报单位（盖章）/,
      ]) {
        expect(await page.getByText(words).first().isVisible()).toBe(true);
      }
      expect(await page.getByRole('button', { name: '下载 Excel' }).isVisible()).toBe(false);
    });
  });

  it('says what went wrong with a file, and the page stays', async () => {
    bureau = await ConsolePage.open({ expectedErrors: [/503/] });
    await bureau.story('reports-fault', async () => {
      const { page } = bureau;
      await bureau.signInAs('health', '/reports?org=990101000000');
      const problem = { status: 503, code: 'COMMON.UNAVAILABLE', title: '服务暂不可用' };
      await page.route('**/kpi/reports/**', (route) =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
      );
      await page.getByRole('button', { name: '下载 PDF' }).click();
      await page.getByText('服务暂不可用').waitFor();
      expect(await page.getByRole('region', { name: '心桥区' }).isVisible()).toBe(true);
    });
  });

  it('fits a phone, in English too', async () => {
    bureau = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await bureau.story('reports-phone', async () => {
      await bureau.signInAs('health', '/reports?org=990101000000');
      await bureau.page.getByRole('heading', { level: 1, name: /Indicator report of/ }).waitFor();
      await bureau.page.getByRole('region').first().waitFor();
      expect(await bureau.overflow()).toBe(0);
      expect(await bureau.accessibilityFaults()).toEqual([]);
    });
  });
});
