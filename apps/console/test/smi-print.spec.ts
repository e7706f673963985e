import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import type { ConsolePage } from './support/console-page.js';
import { openStation } from './support/station.js';

/** A4 in points, as it stands in a PDF. */
const A4 = /MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/;

describe('a person on paper', () => {
  let station: ConsolePage;

  afterEach(() => station.close());

  it.each([
    ['zh-CN', /区域：.+（990101001\d{3}）/, /打印时间：2026年11月23日 12:00/],
    ['en', /Area: .+ \(990101001\d{3}\)/, /Printed: 23 Nov 2026, 12:00/],
  ] as const)('is A4 with area and time at its head and nothing to press, %s', async (language, area, time) => {
    const user = await ApiUser.signIn('street');
    const caseId = await user.newCase();
    await user.visit(caseId, { visitedOn: '2026-11-02' });
    const { personId } = (await user.ask('GET', `/smi/cases/${caseId}`)).body as { personId: string };
    station = await openStation({ language });
    await station.story(`print-${language}`, async () => {
      await station.enterAs('street', `/people/${personId}`);
      const { page } = station;
      for (const address of [`/people/${personId}`, `/smi/cases/${caseId}`]) {
        await station.go(address);
        await page.locator('main h1').waitFor();
        expect(await page.getByText(area).isVisible()).toBe(false);
        await page.emulateMedia({ media: 'print' });
        expect([address, await page.getByText(area).isVisible()]).toEqual([address, true]);
        expect(await page.getByText(time).isVisible()).toBe(true);
        for (const pressed of await page.locator('nav, button').all()) expect(await pressed.isVisible()).toBe(false);
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(paper).toMatch(A4);
        await page.emulateMedia({ media: 'screen' });
      }
    });
  });
});
