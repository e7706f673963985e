const COUNTY = 'org=990101000000';
const health = (name, address, more = {}) => ({ name, account: 'health', address, ...more });

/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  health('reports', `/reports?${COUNTY}`),
  health('reports-quarter', `/reports?${COUNTY}&period=2026-Q3`, { windowOnly: true }),
  health('reports-before-data', `/reports?${COUNTY}&period=2001-Q1`, { windowOnly: true }),
  health('reports-children', `/reports?${COUNTY}&children=true`, { windowOnly: true }),
  health('reports-done', `/reports?${COUNTY}`, {
    windowOnly: true,
    guide: true,
    act: async (page) => {
      const download = page.waitForEvent('download');
      await page.locator('main header button').first().click();
      await download;
    },
  }),
  health('reports-why', `/reports?${COUNTY}`, {
    windowOnly: true,
    act: async (page) => {
      await page.locator('tbody button').first().click();
      await page.locator('dialog section').nth(1).waitFor();
    },
  }),
  health('reports-dark', `/reports?${COUNTY}`, { colorScheme: 'dark', windowOnly: true }),
  health('reports-print', `/reports?${COUNTY}`, { media: 'print' }),
  health('reports-definitions', '/reports/definitions', { windowOnly: true, guide: true }),
  health('reports-definitions-print', '/reports/definitions', { media: 'print', windowOnly: true }),
];
