import { afterEach, describe, expect, it } from '@jest/globals';
import { PHONE, type ConsoleOptions, type ConsolePage } from './support/console-page.js';
import { openStation, saveNewCase } from './support/station.js';

const CASE_LINK = 'main a[href^="/smi/cases/"]';
const MOST_INTERACTIONS = 12;
const MOST_SECONDS = 45;

describe('recording at a station', () => {
  let street: ConsolePage;
  let interactions = 0;

  afterEach(() => street.close());

  async function open(options: ConsoleOptions = {}): Promise<void> {
    street = await openStation(options);
    interactions = 0;
  }

  /** To another page as a link leads there, until nothing of it is still on its way. */
  async function to(address: string): Promise<void> {
    const { page } = street;
    await page.evaluate((next) => {
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await page.waitForURL((url) => url.pathname + url.search === address);
    await page.locator('main h1').waitFor();
    await page.locator('.ant-skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async function press(key: string): Promise<void> {
    interactions += 1;
    await street.page.keyboard.press(key);
  }

  /** Links of Today to people whose last record is a visit that can be taken over from. */
  async function overdueVisits(): Promise<string[]> {
    const links = street.page.getByRole('link', { name: /记录随访|Record visit/ });
    await links.first().waitFor();
    return links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  }

  async function toForm(address: string): Promise<void> {
    await to(address);
    await street.page.getByRole('heading', { name: /的随访|Record a visit to/ }).waitFor();
    await street.page.locator('[data-field="form"] input').first().waitFor();
  }

  async function enter(name: string, idNumber?: string): Promise<void> {
    const { page } = street;
    const start = page.getByRole('button', { name: '没有找到，录入新居民' });
    if (await start.isVisible()) await start.click();
    await page.getByLabel('姓名').fill(name);
    if (idNumber === undefined && (await page.getByTitle('居民身份证').count()) > 0) {
      await page.getByLabel('证件类型').click();
      for (const key of ['ArrowUp', 'Enter']) await page.keyboard.press(key);
    }
    await page.getByLabel('证件号码').fill(idNumber ?? '');
    await page.getByLabel('男').check();
    await page.getByLabel('出生日期').fill('1987-02-20');
    await page.getByLabel('现住社区').click();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: '录入居民' }).click();
  }

  const outcome = () => street.page.getByRole('complementary');

  it('takes a routine stable visit from Today within 12 key presses and 45 seconds', async () => {
    await open();
    await street.story('routine-visit', async () => {
      await street.enterAs('street', '/today');
      const link = street.page.getByRole('link', { name: '记录随访' }).first();
      await link.focus();
      const before = Date.now();
      await press('Enter');
      await street.page.locator('[data-field="form"] :focus').waitFor();
      // Form, risk, symptoms, insight, incidents, confinement, hospital, adherence, reaction, effect: what is asked every time.
      for (const key of ['2', '0', '0', '1', '0', '1', '0', '1', '1', '2']) await press(key);
      await press('Control+Enter');
      await street.page.getByRole('heading', { name: /^已保存/ }).waitFor();
      expect((Date.now() - before) / 1_000).toBeLessThan(MOST_SECONDS);
      expect(interactions).toBeLessThanOrEqual(MOST_INTERACTIONS);
      expect(await street.page.locator('main h1').textContent()).toMatch(/已保存 · 稳定 · 下次 2月23日前/);
      expect(await street.accessibilityFaults()).toEqual([]);
      await street.page.getByRole('button', { name: '返回今日任务' }).click();
      await street.page.getByRole('heading', { name: /街道(有|没有)/ }).waitFor();
    });
  });

  it('says class, date, actions and warnings while typing, refuses beside the field, and offers the actions after saving', async () => {
    await open();
    await street.story('grave-visit', async () => {
      await street.enterAs('street', '/today');
      const [, second = ''] = await overdueVisits();
      await toForm(second);
      const { page } = street;
      await page.keyboard.press('2');
      await page.keyboard.press('3');
      await outcome().getByText('不稳定', { exact: true }).waitFor();
      await outcome().getByText('2026年12月7日').waitFor();
      await outcome().getByText('立即报告公安机关').waitFor();
      // Self-harm makes it grade 4 (V5), beside the field and at once.
      await page.getByRole('spinbutton', { name: /^自伤/ }).fill('1');
      const risk = page.locator('[data-field="riskLevel"]');
      await risk.getByText('V5').waitFor();
      await risk.getByText(/^4级/).click();
      await risk.getByText('V5').waitFor({ state: 'detached' });
      await outcome().getByText('应急处置并在24小时内记录').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-field="symptoms"]').getByText('必填').waitFor();
      await page.locator('[data-field="symptoms"] input').first().focus();
      for (const key of ['0', '1']) await page.keyboard.press(key);
      for (const [field, key] of [
        ['confinement', '1'],
        ['hospitalisation', '0'],
        ['adherence', '1'],
        ['adverseReaction.present', '1'],
        ['effect', '3'],
      ] as const) {
        await page.locator(`[data-field="${field}"] input`).first().focus();
        await page.keyboard.press(key);
      }
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: /已保存 · 不稳定/ }).waitFor();
      const row = page.getByRole('listitem').filter({ hasText: '立即报告公安机关' });
      await row.getByRole('button', { name: /移\s?交/ }).click();
      await page.getByLabel('移交给谁').fill('张警官');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /保\s?存/ })
        .click();
      await row.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: '查看患者' }).click();
      await page.getByText('已移交 · 张警官').waitFor();
    });
  });

  it('keeps what was filled in, sealed, through a reload, and lets it go after saving', async () => {
    await open();
    await street.story('draft', async () => {
      await street.enterAs('street', '/today');
      await toForm((await overdueVisits())[2] ?? '');
      const { page } = street;
      await page.getByLabel('备注').fill('家属配合，情绪平稳');
      await page.waitForTimeout(900);
      const kept = await page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('xinqiao-drafts');
          request.onsuccess = () => resolve(request.result);
        });
        const values = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction('drafts').objectStore('drafts').getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
        });
        const text = values.map((one) => new TextDecoder().decode((one as { data: ArrayBuffer }).data)).join();
        return { count: values.length, clear: text.includes('家属') };
      });
      expect(kept).toEqual({ count: 1, clear: false });
      await page.reload();
      await page.getByText('已恢复上次未保存的内容。').waitFor();
      expect(await page.getByLabel('备注').inputValue()).toBe('家属配合，情绪平稳');
    });
  });

  it('corrects a record with its reason and keeps the versions', async () => {
    await open();
    await street.story('correction', async () => {
      await street.enterAs('street', '/smi?stability=3&status=registered');
      const { page } = street;
      await page.locator(CASE_LINK).nth(2).click();
      await page.getByRole('heading', { name: '经过' }).waitFor();
      const visits = page.getByRole('listitem').filter({ hasText: /随访(门诊|家庭访视|电话)/ });
      await visits.first().getByRole('link', { name: '查看' }).click();
      await page.getByRole('button', { name: /更\s?正/ }).click();
      await page.locator('[data-field="insight"]').getByText('不全').click();
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-field="reason"]').getByText('必填').waitFor();
      await page.getByLabel('更正原因').fill('自知力录错');
      await page.keyboard.press('Control+Enter');
      await page.getByText('共 2 个版本，最新在前。').waitFor();
      await page.getByText('原因：自知力录错').waitFor();
      expect(await page.locator('del').allTextContents()).toContain('完全');
    });
  });

  it('registers somebody new, shows who may be there already, and says what is wrong beside the field', async () => {
    await open({ expectedErrors: [/status of 4\d\d/] });
    await street.story('register', async () => {
      await street.enterAs('street', '/smi/register');
      const { page } = street;
      const name = `测${String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))}`;
      await enter(name, '990101198702290017');
      await page.locator('.ant-form-item-explain-error').first().waitFor();
      await enter(name);
      await page.getByRole('heading', { name: /建档$/ }).waitFor();
      await page.getByRole('button', { name: '换一个人' }).click();
      await enter(name);
      await page.getByText('可能已经登记过，请先核对：').waitFor();
      await page
        .getByRole('alert')
        .getByRole('button', { name: /选\s?择/ })
        .click();
      await page.getByRole('heading', { name: /建档$/ }).waitFor();
      await saveNewCase(street, `990101-${Date.now() % 100_000_000}`);
      await page.getByText('同意参加管理').first().waitFor();
    });
  });

  it.each([
    ['a desk', {}],
    ['a phone in English', { viewport: PHONE, language: 'en' }],
  ] as const)(
    'every page fits and can be used by everybody: %s',
    async (_name, options) => {
      await open(options);
      await street.story('pages', async () => {
        await street.enterAs('street', '/smi');
        const row = street.page.locator(CASE_LINK).first();
        await row.waitFor();
        const address = (await row.getAttribute('href')) ?? '';
        for (const page of ['/today', '/smi', address, `${address}/visit`, '/smi/register', '/people']) {
          await to(page);
          await street.page.locator('main h1').waitFor();
          expect([page, await street.overflow()]).toEqual([page, 0]);
          expect([page, await street.accessibilityFaults()]).toEqual([page, []]);
        }
      });
    },
    180_000,
  );
});
