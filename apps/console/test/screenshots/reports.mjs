/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'reports', account: 'health', address: '/reports?org=990101000000', guide: true },
  { name: 'reports-children', account: 'health', address: '/reports?org=990101000000&children=true', windowOnly: true },
  { name: 'reports-definitions', account: 'health', address: '/reports/definitions', windowOnly: true, guide: true },
];
