/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'imports', account: 'sysadmin', address: '/imports', guide: true },
  { name: 'import-new', account: 'sysadmin', address: '/imports/new?kind=persons', guide: true },
];
