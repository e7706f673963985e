/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'account', account: 'counsellor', address: '/account' },
  {
    name: 'enrolment',
    account: 'counsellor',
    address: '/account',
    act: async (page) => {
      await page.locator('main section button').first().click();
      await page.getByRole('dialog').locator('input').waitFor();
    },
  },
];
