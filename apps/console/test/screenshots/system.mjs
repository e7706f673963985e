/** @type {import('./screen.d.mts').Screen[]} */
export const screens = [
  { name: 'system-areas', account: 'sysadmin', address: '/system/areas?org=990101001000', guide: true },
  { name: 'system-map', account: 'sysadmin', address: '/system/map' },
  { name: 'system-rules', account: 'sysadmin', address: '/system/rules?mark=L', guide: true },
  { name: 'system-events', account: 'sysadmin', address: '/system/events', guide: true },
  { name: 'system-health', account: 'sysadmin', address: '/system/health', guide: true },
  { name: 'system-recompute', account: 'sysadmin', address: '/system/recompute' },
];
