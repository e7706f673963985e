import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation } from './support/station.js';

const DAY_MS = 86_400_000;

describe('what happened with a case', () => {
  let station: ConsolePage;
  let user: ApiUser;
  let caseId: string;

  beforeEach(async () => {
    user = await ApiUser.signIn('street');
    caseId = await user.newCase();
    station = await openStation();
  });
  afterEach(() => station.close());

  it('is shown back to its beginning, fifty entries at a time', async () => {
    for (let n = 0; n < 51; n += 1) {
      const visitedOn = new Date(Date.parse('2026-01-02') + n * DAY_MS).toISOString().slice(0, 10);
      await user.visit(caseId, { visitedOn });
    }
    await station.story('history', async () => {
      await station.enterAs('street', `/smi/cases/${caseId}`);
      const { page } = station;
      const entries = page.locator('ol > li');
      const earlier = page.getByRole('button', { name: '显示更早的记录' });
      await earlier.waitFor();
      expect(await entries.count()).toBe(50);
      await earlier.click();
      await entries.filter({ hasText: '2024年3月12日建档' }).waitFor();
      await earlier.waitFor({ state: 'detached' });
      // 51 visits, the consent, the file.
      expect(await entries.count()).toBe(53);
    });
  });

  it('names incidents with their counts, and what a correction made of them', async () => {
    const recordId = await user.visit(caseId, {
      visitedOn: '2026-11-20',
      riskLevel: 1,
      incidents: { minorDisturbance: 2 },
    });
    await station.story('incidents', async () => {
      await station.enterAs('street', `/smi/cases/${caseId}/follow-ups/${recordId}`);
      const { page } = station;
      await page.getByText('轻度滋事2次', { exact: true }).waitFor();
      await page.getByRole('button', { name: /更\s?正/ }).click();
      await page.getByRole('spinbutton', { name: '其他危害行为' }).fill('1');
      await page.getByLabel('更正原因').fill('漏录一次');
      await page.keyboard.press('Control+Enter');
      await page.getByText('共 2 个版本，最新在前。').waitFor();
      expect(await page.locator('del').allTextContents()).toEqual(['轻度滋事2次']);
      expect(await page.locator('ins').allTextContents()).toEqual(['轻度滋事2次、其他危害行为1次']);
    });
  });
});
