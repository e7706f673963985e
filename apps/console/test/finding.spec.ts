import { afterEach, describe, expect, it } from '@jest/globals';
import type { ConsolePage } from './support/console-page.js';
import { openStation } from './support/station.js';

// Also of people whom other stories enter meanwhile.
const SURNAMES_IN_L = /^[李刘林罗梁吕卢廖陆龙例]/u;

describe('finding people', () => {
  let station: ConsolePage;

  afterEach(() => station.close());

  // That no word of it stands in an address is watched for in every story.
  it.each([
    ['/people', '姓名、拼音、证件号或电话', /没有符合的居民/],
    ['/smi', '姓名、拼音或编号', /没有符合条件的患者/],
    ['/smi/register', '姓名、拼音、证件号或电话', /没有符合的居民/],
  ])('by the initial of a name in %s', async (address, field, nobody) => {
    station = await openStation();
    await station.story('finding', async () => {
      const { page } = station;
      await station.enterAs('street', address);
      const words = page.getByRole('searchbox', { name: field });
      await words.fill('zzzz');
      await words.press('Enter');
      await page.getByText(nobody).waitFor();
      await words.fill('l');
      await words.press('Enter');
      await page.getByText(nobody).waitFor({ state: 'detached' });
      const names = page.locator('main').locator('td strong, li strong');
      await names.first().waitFor();
      const found = await names.allInnerTexts();
      expect(found.filter((name) => !SURNAMES_IN_L.test(name))).toEqual([]);
    });
  });
});
