const COUNTY = 'org=990101000000';

/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'indicators', account: 'district', address: `/indicators?${COUNTY}`, guide: true },
  { name: 'indicators-ranking', account: 'district', address: `/indicators?${COUNTY}&tab=ranking` },
  { name: 'indicators-heat', account: 'district', address: `/indicators?${COUNTY}&tab=heat` },
  { name: 'indicators-trend', account: 'district', address: `/indicators?${COUNTY}&tab=trend` },
  {
    name: 'indicators-map',
    account: 'district',
    address: `/indicators?${COUNTY}&tab=map&level=community`,
    guide: true,
  },
  {
    name: 'indicators-why',
    account: 'district',
    address: `/indicators?${COUNTY}`,
    guide: true,
    windowOnly: true,
    act: async (page) => {
      await page.locator('tbody button').first().click();
      await page.locator('dialog h3').first().waitFor();
    },
  },
  {
    name: 'indicators-members',
    account: 'district',
    address: `/indicators/members?${COUNTY}&indicator=smi.standard_management_rate&side=gap`,
    guide: true,
  },
  { name: 'indicators-targets', account: 'district', address: `/indicators/targets?${COUNTY}` },
];
