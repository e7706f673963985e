import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { pdfText } from '../../kpi/test/pdf-text.js';
import { readTable } from '#spreadsheet';
import { ConsolePage, PHONE } from './support/console-page.js';
import { figuresOfApi, whileFiguresStand, type Figure } from './support/figures.js';

jest.setTimeout(120_000);

/** Without the signs and spaces a screen or a sheet adds; a sheet may hold a radical for a character. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s%‰]/g, '');

/** Name, numerator, denominator and value as every way of showing them has to write them. */
function written({ nameZh, numerator, denominator, value }: Figure): string[] {
  return [nameZh, numerator ?? '—', denominator ?? '—', value === null ? '—' : value.toFixed(2)].map(String);
}

/** Numbers of a table as texts: ratios with two decimals. */
function twoPlaces(cell: string, isRatio: boolean): string {
  return isRatio && cell !== '' && Number.isFinite(Number(cell)) ? Number(cell).toFixed(2) : cell;
}

async function table(file: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readTable(file)) rows.push(cells);
  return rows;
}

describe('reports, as the health bureau takes them', () => {
  let bureau: ConsolePage;

  afterEach(() => bureau.close());

  async function download(format: string): Promise<Buffer> {
    const file = await bureau.fileOf(bureau.page.getByRole('button', { name: format }));
    expect(file.name).toMatch(/^心桥区_严重精神障碍管理治疗指标报表_/);
    return file.content;
  }

  it('shows the same figures on screen, in the four files and in the API', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-same', () =>
      whileFiguresStand('2026-Q3', async () => {
        const { page } = bureau;
        await bureau.enterAs('health', '/reports?org=990101000000&period=2026-Q3');
        await page.getByRole('heading', { level: 1, name: /心桥区2026年第3季度严重精神障碍指标报表/ }).waitFor();
        const rows = page.getByRole('region', { name: '心桥区' }).locator('tbody tr');
        await rows.first().waitFor();
        const shown = await rows.evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('th,td')].slice(0, 4).map((cell) => cell.textContent)),
        );
        expect(shown.length).toBeGreaterThan(20);
        const given = (await figuresOfApi('990101000000', '2026-Q3')).map(written);
        expect(shown.map(([name, ...figures]) => [name, ...figures.map(plain)])).toEqual(given);

        const json = JSON.parse((await download('下载 JSON')).toString()) as { items: Figure[] };
        expect(json.items.map(written)).toEqual(given);
        for (const format of ['下载 CSV', '下载 Excel']) {
          const [header = [], ...lines] = await table(await download(format));
          const columns = ['指标', '分子', '分母', '数值'].map((title) => header.indexOf(title));
          expect([
            format,
            ...lines.map((line) => columns.map((column) => twoPlaces(line[column] ?? '', column === columns[3]))),
          ]).toEqual([
            format,
            ...given.map((figure) => figure.map((cell) => (cell === '—' ? expect.any(String) : cell))),
          ]);
        }
        const [sheet = ''] = await pdfText(await download('下载 PDF'));
        for (const [name = '', ...figures] of given) {
          const line = sheet
            .split('\n')
            .find((one) => plain(one).startsWith(plain(name) + figures.slice(0, 2).join('')));
          expect([name, plain(line ?? '')]).toEqual([name, expect.stringContaining(plain(name) + figures.join(''))]);
        }
        await page.getByText(/已下载：心桥区_/).waitFor();
        expect(await bureau.accessibilityFaults()).toEqual([]);
        expect(await bureau.overflow()).toBe(0);
      }),
    );
  });

  it('lists the areas below, and explains what an indicator counts', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-children', async () => {
      const { page } = bureau;
      await bureau.enterAs('health', '/reports?org=990101000000');
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

  it('prints on A4: area, period, definitions and time above, all figures on the first sheet, no navigation', async () => {
    bureau = await ConsolePage.open();
    await bureau.story('reports-print', () =>
      whileFiguresStand('2026-Q3', async () => {
        const { page } = bureau;
        await bureau.enterAs('health', '/reports?org=990101000000&period=2026-Q3');
        const rows = page.getByRole('region', { name: '心桥区' }).locator('tbody tr');
        await rows.first().waitFor();
        const values = await rows.evaluateAll((all) =>
          all.map((row) => row.querySelectorAll('td')[2]?.textContent ?? ''),
        );
        const paper = await page.pdf({ preferCSSPageSize: true });
        const sheets = (await pdfText(paper)).map(plain);
        const [first = ''] = sheets;
        for (const words of ['区域：心桥区（990101000000）', '期间：2026年第3季度截至2026年9月30日', '打印时间：']) {
          expect(first).toContain(plain(words));
        }
        expect(first).toMatch(/定义集版本\d+/);
        for (const value of values) expect(first).toContain(plain(value));
        expect(sheets.at(-1)).toContain(plain('填报单位（盖章）'));
        for (const words of ['下载', '规则参数', '期间类型']) expect(sheets.join()).not.toContain(words);
        // Points: A4 upright.
        const [, width, height] = /MediaBox ?\[ ?0 0 (\d+)[\d.]* (\d+)/.exec(paper.toString('latin1')) ?? [];
        expect([Number(width), Number(height)]).toEqual([594, 841]);
      }),
    );
  });

  it('says what went wrong with a file, and the page stays', async () => {
    bureau = await ConsolePage.open({ expectedErrors: [/503/] });
    await bureau.story('reports-fault', async () => {
      const { page } = bureau;
      await bureau.enterAs('health', '/reports?org=990101000000');
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
      await bureau.enterAs('health', '/reports?org=990101000000');
      await bureau.page.getByRole('heading', { level: 1, name: /Indicator report of/ }).waitFor();
      await bureau.page.getByRole('region').first().waitFor();
      expect(await bureau.overflow()).toBe(0);
      expect(await bureau.accessibilityFaults()).toEqual([]);
    });
  });
});
