/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'users', account: 'security', address: '/system/users' },
  { name: 'user-new', account: 'security', address: '/system/users/new' },
  { name: 'roles', account: 'security', address: '/system/roles' },
  {
    name: 'user',
    guide: true,
    account: 'security',
    address: '/system/users?q=counsellor',
    act: async (page) => {
      await page.locator('main a[href^="/system/users/"]:not([href$="/new"])').first().click();
      await page.locator('fieldset').first().waitFor();
    },
  },
  {
    name: 'audit',
    account: 'auditor',
    address: '/system/audit',
    guide: true,
    act: (page) => page.locator('main tbody tr, main li').first().waitFor(),
  },
];
