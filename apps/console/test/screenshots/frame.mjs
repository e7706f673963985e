/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'not-found', account: 'street', address: '/nowhere' },
  {
    name: 'area-switcher',
    account: 'district',
    address: '/nowhere',
    act: async (page) => {
      await page.locator('header button[aria-expanded]').first().click();
      await page.locator('header li').first().waitFor();
    },
  },
  {
    name: 'more',
    account: 'sysadmin',
    address: '/system/rules',
    windowOnly: true,
    act: async (page) => {
      const more = page.locator('nav button[aria-expanded]');
      if (await more.isVisible()) await more.click();
    },
  },
];
