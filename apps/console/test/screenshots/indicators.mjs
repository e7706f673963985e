const COUNTY = 'org=990101000000';
const STREET = 'org=990101001000';
const RATE = 'indicator=smi.standard_management_rate';

const asTable = async (page) => {
  await page.locator('figure canvas').waitFor();
  await page.locator('figcaption button').first().click();
  await page.locator('figure table').waitFor();
};
const drawn = async (page) => {
  await page.locator('figure canvas').waitFor();
};
const whyOf = (row) => async (page) => {
  await page.locator('tbody tr').nth(row).locator('button').click();
  // The reasons come after the definition.
  await page.locator('dialog section').nth(1).waitFor();
};

/** The demonstration has outlines of every area; a new district has none. */
const withoutOutlines = async (page) => {
  await page.route('**/api/v1/geo/areas?*', (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features: [] } }),
  );
  await page.reload();
  await page.locator('main [class*="empty"]').first().waitFor();
  await page.unroute('**/api/v1/geo/areas?*');
};

const district = (name, address, more = {}) => ({ name, account: 'district', address, ...more });

// The demonstration of the guides has one street: its communities are what can be compared there.
const guide = (name, address, more = {}) => district(name, address, { guide: true, windowOnly: true, ...more });

/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  district('indicators', `/indicators?${COUNTY}`),
  district('indicators-variants', `/indicators?${COUNTY}&variants=all`, { windowOnly: true }),
  district('indicators-street', `/indicators?${STREET}`, { windowOnly: true }),
  district('indicators-print', `/indicators?${COUNTY}`, { media: 'print' }),
  district('indicators-before-data', `/indicators?${COUNTY}&period=2001-Q1`, { windowOnly: true }),
  district('indicators-ranking', `/indicators?${COUNTY}&tab=ranking&${RATE}`),
  district('indicators-ranking-communities', `/indicators?${STREET}&tab=ranking&${RATE}`),
  district('indicators-heat', `/indicators?${COUNTY}&tab=heat`),
  district('indicators-heat-dark', `/indicators?${COUNTY}&tab=heat`, { colorScheme: 'dark', windowOnly: true }),
  district('indicators-heat-print', `/indicators?${COUNTY}&tab=heat`, { media: 'print' }),
  district('indicators-trend', `/indicators?${COUNTY}&tab=trend&${RATE}`, { act: drawn }),
  district('indicators-trend-dark', `/indicators?${COUNTY}&tab=trend&${RATE}`, { colorScheme: 'dark', act: drawn }),
  district('indicators-trend-table', `/indicators?${COUNTY}&tab=trend&${RATE}`, { act: asTable }),
  district('indicators-trend-print', `/indicators?${COUNTY}&tab=trend&${RATE}`, { media: 'print', act: drawn }),
  district('indicators-map', `/indicators?${COUNTY}&tab=map&${RATE}`, { act: drawn }),
  district('indicators-map-community', `/indicators?${COUNTY}&tab=map&level=community&${RATE}`, {
    act: drawn,
    windowOnly: true,
  }),
  district('indicators-map-dark', `/indicators?${COUNTY}&tab=map&${RATE}`, { colorScheme: 'dark', act: drawn }),
  district('indicators-map-table', `/indicators?${COUNTY}&tab=map&${RATE}`, { act: asTable }),
  district('indicators-map-print', `/indicators?${COUNTY}&tab=map&${RATE}`, { media: 'print', act: drawn }),
  district('indicators-map-empty', `/indicators?${COUNTY}&tab=map`, { act: withoutOutlines }),
  district('indicators-why', `/indicators?${COUNTY}`, { windowOnly: true, act: whyOf(0) }),
  district('indicators-why-dark', `/indicators?${COUNTY}`, { colorScheme: 'dark', windowOnly: true, act: whyOf(0) }),
  district('indicators-members', `/indicators/members?${COUNTY}&${RATE}&side=gap`, { windowOnly: true }),
  district('indicators-members-print', `/indicators/members?${STREET}&${RATE}&side=gap`, {
    media: 'print',
    windowOnly: true,
  }),
  district('indicators-members-none', `/indicators/members?${COUNTY}&${RATE}&side=gap&period=2001-Q1`),
  district('indicators-targets', `/indicators/targets?${COUNTY}`),
  district('indicators-targets-print', `/indicators/targets?${COUNTY}`, { media: 'print' }),
  guide('guide-indicators', `/indicators?${STREET}&${RATE}`),
  guide('guide-why', `/indicators?${STREET}&${RATE}`, { act: whyOf(2) }),
  guide('guide-members', `/indicators/members?${STREET}&${RATE}&side=gap`),
  guide('guide-ranking', `/indicators?${STREET}&tab=ranking&${RATE}`),
  guide('guide-heat', `/indicators?${STREET}&tab=heat`),
  guide('guide-trend', `/indicators?${STREET}&tab=trend&${RATE}`, { act: drawn }),
  guide('guide-map', `/indicators?${STREET}&tab=map&${RATE}`, { act: drawn }),
  guide('guide-targets', `/indicators/targets?${STREET}`),
];
