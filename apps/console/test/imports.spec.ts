import { afterEach, describe, expect, it } from '@jest/globals';
import { apiAs } from './support/help-desk.js';
import { ConsolePage, PHONE } from './support/console-page.js';

const COMMUNITY = '990101001001';

/** A file of people nobody has seen; the last row lies in another street. */
function file(elsewhere: string): Buffer {
  const rows = ['导入甲', '导入乙', '导入丙'].map(
    (name, i) => `${name},1,197${i}-05-06,none,${i === 2 ? elsewhere : COMMUNITY}`,
  );
  return Buffer.from(['name,sex,birthDate,idType,residenceOrg', ...rows].join('\n'));
}

describe('imports by street staff', () => {
  let street: ConsolePage;

  afterEach(() => street.close());

  const upload = (name: string, buffer: Buffer) =>
    street.page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });

  it('checks first, shows the refused rows, imports the rest, and skips them the second time', async () => {
    street = await ConsolePage.open();
    await street.story('imports', async () => {
      const { page } = street;
      await street.enterAs('street', '/imports/new?kind=persons');
      expect(await street.accessibilityFaults()).toEqual([]);
      // Areas and population are for administrators.
      expect(await page.getByRole('radio').count()).toBe(3);
      const content = file('990101002001');
      await upload('名单.csv', content);
      await page.getByRole('heading', { name: /1 行被拒绝/ }).waitFor();
      await page.getByRole('cell', { name: '现住社区代码' }).waitFor();
      expect(await street.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '导入 2 行' }).click();
      await page.getByRole('heading', { name: '已导入 2 行，拒绝 1 行' }).waitFor();

      const errors = await street.fileOf(page.getByRole('link', { name: '下载错误表' }));
      expect(errors.name).toMatch(/errors\.xlsx$/);
      expect(errors.content.subarray(0, 2).toString()).toBe('PK');

      // Somebody who closes the page finds the job again, and the same file counts once.
      await page.goto(new URL('/imports', page.url()).href);
      await page.getByRole('heading', { name: '最近一次导入有 1 行被拒绝' }).waitFor();
      await page.getByRole('link', { name: '名单.csv' }).first().waitFor();
      expect(await street.overflow()).toBe(0);
      await page.getByRole('button', { name: '导入文件' }).click();
      await upload('名单.csv', content);
      await page.getByText('没有可以新导入的行，无需提交。').waitFor();
    });
  });

  it('tells on another page that an import runs, and without being asked that it is done', async () => {
    street = await ConsolePage.open();
    await street.story('imports-tray', async () => {
      const { page } = street;
      await street.enterAs('street', '/imports/new?kind=persons');
      // Some seconds of work: the tray is opened while it goes on.
      const rows = Array.from(
        { length: 30_000 },
        (_, i) => `托盘${i},1,${1950 + (i % 50)}-0${1 + (i % 9)}-1${i % 9},none,${COMMUNITY}`,
      );
      const name = `大名单${Date.now()}.csv`;
      await upload(name, Buffer.from(['name,sex,birthDate,idType,residenceOrg', ...rows].join('\n')));
      // Somebody who does not wait for the preview.
      await page.getByRole('link', { name: '今日' }).click();
      await page.getByRole('button', { name: '后台任务（1 项进行中）' }).click();
      await page.locator('header').getByRole('progressbar').first().waitFor();
      expect(await street.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: '后台任务（0 项进行中）' }).waitFor({ timeout: 60_000 });

      // Nothing runs now, so nothing asks: only the server can tell of one begun elsewhere.
      const asked = page.waitForResponse(/\/imports\?limit=/);
      const form = new FormData();
      form.set('kind', 'persons');
      form.set('mode', 'preview');
      form.set('file', new Blob([file(COMMUNITY).toString()]), '别处.csv');
      await apiAs('street').post('/imports', form);
      await asked;
    });
  });

  it('says in English, on a phone, why a whole file was refused', async () => {
    street = await ConsolePage.open({ language: 'en', viewport: PHONE });
    await street.story('imports-refused', async () => {
      const { page } = street;
      await street.enterAs('street', '/imports/new?kind=persons');
      await upload('x.csv', Buffer.from('name,colour\nx,1\n'));
      await page.getByText('Unknown column: colour').waitFor();
      expect(await street.overflow()).toBe(0);
      expect(await street.accessibilityFaults()).toEqual([]);
    });
  });

  it('says of a file that fails half-way what was imported, and gives its refused rows back', async () => {
    street = await ConsolePage.open({ language: 'en' });
    await street.story('imports-stopped', async () => {
      const { page } = street;
      // One batch of 500 rows, the first of them refused, and a quote that is never closed.
      const names = Array.from({ length: 500 }, (_, i) => `僻${String.fromCodePoint(0x4e00 + i)}`);
      const rows = names.map((name, i) => `${name},${i === 0 ? 7 : 1},19${50 + (i % 50)}-04-05,none,${COMMUNITY}`);
      const form = new FormData();
      form.set('kind', 'persons');
      form.set('mode', 'commit');
      form.set('file', new Blob([['name,sex,birthDate,idType,residenceOrg', ...rows, '"x'].join('\n')]), 'half.csv');
      const { id } = (await apiAs('street').post('/imports', form)) as { readonly id: string };
      await street.enterAs('street', `/imports/${id}`);
      await page.getByRole('heading', { name: 'Import stopped half-way: 499 rows imported' }).waitFor();
      await page.getByText('499 rows were imported before it stopped, and stay.').waitFor();
      expect(await page.getByText('Nothing of the file was imported').count()).toBe(0);
      expect(await street.accessibilityFaults()).toEqual([]);
      const refused = await street.fileOf(page.getByRole('link', { name: 'Download refused rows' }));
      expect(refused.name).toMatch(/errors\.xlsx$/);
      await page.goto(new URL('/imports', page.url()).href);
      await page.getByRole('row', { name: /half\.csv.*Stopped half-way/ }).waitFor();
    });
  });

  it('shows administrators what others import, without their files', async () => {
    street = await ConsolePage.open();
    await street.story('imports-admin', async () => {
      await street.enterAs('sysadmin', '/imports');
      await street.page.getByRole('table').waitFor();
      expect(await street.page.getByRole('radio').count()).toBe(0);
      expect(await street.accessibilityFaults()).toEqual([]);
    });
  });
});
