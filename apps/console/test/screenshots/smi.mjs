const TODAY = new Date('2026-11-23T04:00:00Z');
const CASE = 'main a[href^="/smi/cases/"]';
const toCase =
  (more = '') =>
  async (page) => {
    await page.clock.setFixedTime(TODAY);
    const address = await page.locator(CASE).first().getAttribute('href');
    await page.goto(new URL(`${address}${more}`, page.url()).href);
    await page.locator('main h1').waitFor();
  };

/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'smi-cases', account: 'street', address: '/smi', guide: true },
  { name: 'smi-case', account: 'street', address: '/smi?stability=2', act: toCase(), guide: true },
  { name: 'smi-visit', account: 'street', address: '/smi', act: toCase('/visit'), guide: true },
  {
    name: 'smi-visit-grave',
    account: 'street',
    address: '/smi',
    act: async (page) => {
      await toCase('/visit')(page);
      await page.locator('[data-field="riskLevel"] input').nth(4).click();
      await page.getByRole('spinbutton').first().fill('1');
    },
  },
  { name: 'smi-attempt', account: 'street', address: '/smi', act: toCase('/visit?kind=attempt') },
  { name: 'smi-loss', account: 'street', address: '/smi', act: toCase('/visit?kind=loss') },
  { name: 'smi-death', account: 'street', address: '/smi', act: toCase('/visit?kind=death') },
  { name: 'smi-register', account: 'street', address: '/smi/register' },
  { name: 'people', account: 'street', address: '/people', windowOnly: true },
];
