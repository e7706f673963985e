import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { apiAs } from './support/help-desk.js';
import { ConsolePage, PHONE } from './support/console-page.js';
import { whileFiguresStand } from './support/figures.js';

const TABS = ['排名', '热力表', '趋势', '地图', '指标'];
const TABS_EN = ['Ranking', 'Heat table', 'Trend', 'Map', 'Indicators'];

jest.setTimeout(120_000);

describe('indicators, as a district official works with them', () => {
  let official: ConsolePage;

  afterEach(() => official.close());

  it('answers in the title, and leads from the worst street to its people in two clicks', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-drill', () =>
      whileFiguresStand('2026', async () => {
        const { page } = official;
        await official.enterAs('district', '/indicators?indicator=smi.standard_management_rate');
        await page.getByRole('heading', { level: 1, name: /心桥区有目标的 \d+ 项指标，\d+ 项达标/ }).waitFor();
        const ranking = page.getByRole('table', { name: /规范管理率，最差在前/ });
        const worst = ranking.getByRole('row').nth(1);
        const heads = /未计入 (\d+) 人/.exec(await worst.innerText())?.[1];
        expect(Number(heads)).toBeGreaterThan(0);
        // One click is enough.
        await worst.getByRole('link', { name: /未计入/ }).click();
        await page
          .getByRole('heading', { level: 1, name: new RegExp(`有 ${heads ?? ''} 人未计入规范管理率`) })
          .waitFor();
        await page.getByRole('table', { name: '名单' }).waitFor();
        const rows = page.getByRole('table', { name: '名单' }).locator('tbody tr');
        expect(await rows.count()).toBe(Number(heads));
        expect(await rows.first().innerText()).toMatch(/.\*+/);
        expect(page.url()).toMatch(/side=gap/);
        expect(await official.accessibilityFaults()).toEqual([]);
        await page.goBack();
        await ranking.waitFor();
      }),
    );
  });

  it('says why, beside the figure, with the sum of the reasons', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-why', () =>
      whileFiguresStand('2026', async () => {
        const { page } = official;
        await official.enterAs('district', '/indicators?period=2026');
        const row = page.getByRole('table', { name: /的指标$/ }).getByRole('row', { name: /^管理率/ });
        const [numerator = '', denominator = ''] = /([\d,]+) \/ ([\d,]+)/.exec(await row.innerText())?.slice(1) ?? [];
        await row.getByRole('button', { name: /为什么/ }).click();
        const panel = page.getByRole('dialog', { name: /为什么：心桥区管理率/ });
        await panel.getByRole('heading', { name: `计入分子 ${numerator}` }).waitFor();
        const missing = Number(denominator.replace(',', '')) - Number(numerator.replace(',', ''));
        await panel.getByRole('heading', { name: `只计入分母 ${String(missing)}` }).waitFor();
        const shown = (await panel.innerText()).replaceAll(',', '');
        expect(shown).toContain('《严重精神障碍患者管理指标及公式》');
        const asked = '/kpi/values/explain?indicator=smi.management_rate&org=990101000000&period=2026';
        const why = (await apiAs('district').get(asked)) as { reasons: { textZh: string; count: number }[] };
        const { reasons } = why;
        expect(reasons.length).toBeGreaterThan(1);
        for (const { textZh, count } of reasons) expect(shown).toMatch(new RegExp(`${textZh}\\s+${String(count)}\\s`));
        expect(await official.accessibilityFaults()).toEqual([]);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
      }),
    );
  });

  it('keeps the view in the address and drills by street, with every view free of faults', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-views', async () => {
      const { page } = official;
      await official.enterAs('district', '/indicators?org=990101000000&indicator=smi.management_rate');
      const tabs = page.getByRole('navigation', { name: '看法' });
      for (const tab of TABS) {
        await tabs.getByRole('link', { name: tab }).click();
        await tabs.getByRole('link', { name: tab }).and(page.locator('[aria-current]')).waitFor();
        await page.getByRole('table').first().waitFor();
        expect([tab, await official.accessibilityFaults()]).toEqual([tab, []]);
        expect([tab, await official.overflow()]).toEqual([tab, 0]);
      }
      const asOf = page.getByLabel('截至日');
      await asOf.fill('20261031');
      await page.waitForURL(/asOf=2026-10-31/);
      // Tomorrow cannot be counted: the day that can comes back.
      await asOf.fill('2027-01-01');
      await asOf.blur();
      expect(await asOf.inputValue()).toBe('2026-10-31');
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
      await official.enterAs('district', '/indicators/targets?org=990101000000');
      const form = page.getByRole('form', { name: '设定目标' });
      await form.getByRole('combobox', { name: '指标' }).selectOption({ label: '面访率' });
      await form.getByRole('textbox', { name: '目标值（%）' }).fill('101');
      await form.getByText('目标应在 0 到 100 之间').waitFor();
      await form.getByRole('textbox', { name: '目标值（%）' }).fill('100');
      await form.getByText(/按此目标，今天 [\d.]+\s%，还差 \d+ 人/).waitFor();
      await form.getByRole('textbox', { name: '计划' }).fill(plan);
      await form.getByRole('button', { name: /保\s*存/ }).click();
      const row = page.getByRole('row', { name: new RegExp(plan) });
      await row.waitFor();
      await row.getByRole('button', { name: '变更记录' }).click();
      await row.getByText('由您设定').waitFor();
      expect(await official.accessibilityFaults()).toEqual([]);
      await page.getByRole('link', { name: '回到指标' }).click();
      const onDashboard = page.getByRole('table', { name: /的指标$/ }).getByRole('row', { name: /^面访率/ });
      await onDashboard.getByText('目标 100.00 %').waitFor();
      // Others record visits meanwhile: the gap is compared with the figure it stands beside.
      const said = await onDashboard.innerText();
      const [, numerator, denominator] = (/([\d,]+) \/ ([\d,]+)/.exec(said) ?? []).map((n) =>
        Number(n.replaceAll(',', '')),
      );
      expect(Number(/还差 (\d+) 人/.exec(said)?.[1])).toBe((denominator ?? 0) - (numerator ?? 0));
      // The thin line stands at the end of the bar: the target is 100.
      // Both in one look: the table may be drawn anew between two.
      const { whole, mark } = await onDashboard.evaluate((row) => {
        const line = row.querySelector('b')!;
        return { whole: line.parentElement!.getBoundingClientRect(), mark: line.getBoundingClientRect() };
      });
      expect(Math.abs(mark.x + mark.width / 2 - whole.x - whole.width)).toBeLessThan(2);
      expect(mark.width).toBeLessThanOrEqual(2);
    });
  });

  it('leads from the county over street, community and list to a person, and back step by step', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-person', async () => {
      const { page } = official;
      // A psychiatrist of the county may see figures, lists and files.
      await official.enterAs('psychiatrist', '/indicators?org=990101000000&tab=ranking&indicator=smi.management_rate');
      const ranking = (area: string) => page.getByRole('table', { name: `${area}各下级区域的管理率，最差在前` });
      await ranking('心桥区').getByRole('link', { name: '和平街道' }).click();
      const community = ranking('和平街道').getByRole('row').nth(1);
      await community.getByRole('link', { name: /未计入 [1-9]/ }).click();
      await page.getByRole('heading', { level: 1, name: /有 \d+ 人未计入管理率/ }).waitFor();
      const steps = [page.url()];
      const person = page.getByRole('table', { name: '名单' }).locator('tbody tr').first();
      const caseNo = /990101-\d+/.exec(await person.innerText())?.[0] ?? '';
      await person.getByRole('link').click();
      await page.waitForURL(/\/smi\/cases\//);
      await page.getByText(caseNo).first().waitFor();
      await page.goBack();
      await person.getByText(caseNo).waitFor();
      expect(page.url()).toBe(steps[0]);
      await page.goBack();
      await ranking('和平街道').waitFor();
      await page.goBack();
      await ranking('心桥区').waitFor();
      expect(decodeURIComponent(page.url())).not.toMatch(/[\u4e00-\u9fff]/);
    });
  });

  it('opens the same view from a link for a colleague, and refuses clearly where the right is missing', async () => {
    const link = '/indicators?org=990101001000&tab=ranking&indicator=smi.management_rate&period=2026-Q3';
    official = await ConsolePage.open();
    await official.story('indicators-link', () =>
      whileFiguresStand('2026-Q3', async () => {
        await official.enterAs('district', link);
        const ranking = async (of: ConsolePage): Promise<string> => {
          const table = of.page.getByRole('table', { name: /和平街道.*的管理率，最差在前/ });
          await table.getByRole('row').nth(1).waitFor();
          return table.innerText();
        };
        const colleague = await ConsolePage.open();
        try {
          await colleague.enterAs('street', link);
          expect(await ranking(colleague)).toBe(await ranking(official));
          // The county is beyond a street: said so, and not answered with the street's figures.
          await colleague.go(link.replace('990101001000', '990101000000'));
          await colleague.page.getByRole('heading', { level: 1, name: '这个链接的区域不在您的权限范围内' }).waitFor();
          expect(await colleague.page.getByRole('table').count()).toBe(0);
          await colleague.page.getByRole('button', { name: '看自己的区域' }).click();
          await colleague.page.getByRole('heading', { level: 1, name: /^和平街道有目标的/ }).waitFor();
        } finally {
          await colleague.close();
        }
        const stranger = await ConsolePage.open();
        try {
          await stranger.enterAs('counsellor', link);
          await stranger.page.getByRole('heading', { level: 1, name: '不能查看此页' }).waitFor();
        } finally {
          await stranger.close();
        }
      }),
    );
  });

  it('takes every choice, however fast one follows the other', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-fast', async () => {
      const { page } = official;
      await official.enterAs('district', '/indicators?org=990101000000&tab=trend&indicator=smi.management_rate');
      await page.locator('figure canvas').waitFor();
      // Within one turn: nothing is drawn between them.
      await page.evaluate(() => {
        const choose = (label: string, value: string): void => {
          const field = [...document.querySelectorAll('label')].find(({ textContent }) =>
            textContent.startsWith(label),
          );
          const select = field!.querySelector('select')!;
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        };
        choose('指标', 'smi.stability_rate');
        choose('比较', 'last_year');
      });
      await page.waitForURL(({ searchParams }) => searchParams.get('compare') === 'last_year');
      expect(new URL(page.url()).searchParams.get('indicator')).toBe('smi.stability_rate');
      await page.getByRole('heading', { level: 2, name: /稳定率/ }).waitFor();
    });
  });

  it('exports a chart as image and as data, with the figures of its table', async () => {
    official = await ConsolePage.open();
    await official.story('indicators-export', async () => {
      const { page } = official;
      const save = async (name: string): Promise<Buffer> =>
        (await official.fileOf(page.getByRole('button', { name }))).content;
      await official.enterAs('district', '/indicators?org=990101000000&tab=trend&indicator=smi.management_rate');
      await page.locator('figure canvas').waitFor();
      await page.getByRole('heading', { level: 2, name: /心桥区管理率.*为 [\d.]+\s%，.*最好（[\d.]+\s%）/ }).waitFor();
      const image = await save('保存图片');
      expect(image.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1A\n');
      // Twice the width of the drawing: sharp on paper.
      expect(image.readUInt32BE(16)).toBeGreaterThan(1_000);
      await page.getByRole('button', { name: '看表' }).click();
      const drawn = () =>
        page
          .locator('figure tbody tr')
          .evaluateAll((all) =>
            all.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent.replaceAll(',', ''))),
          );
      await whileFiguresStand('2026', async () => {
        const [data, rows] = [await save('保存数据'), await drawn()];
        const [header, ...lines] = data.toString().split('\r\n');
        expect(header).toBe('\uFEFF月份,数值（%）,分子,分母');
        expect(rows.length).toBeGreaterThan(1);
        const inFile = lines
          .map((line) => line.split(','))
          .map(([month, value, ...counts]) => [month, Number(value).toFixed(2), ...counts]);
        expect(rows).toEqual(inFile);
      });
    });
  });

  it('fits a phone, in English too', async () => {
    official = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await official.story('indicators-phone', async () => {
      await official.enterAs('district', '/indicators');
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
