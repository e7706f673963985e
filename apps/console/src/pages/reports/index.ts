import type { PageFamily } from '../../page-family.js';
import { navigationIcon } from '../../shared/navigation-icon.js';

export const family: PageFamily = {
  id: 'reports',
  routes: [
    { path: 'reports', permission: 'kpi.report.export', page: () => import('./report-page.js') },
    { path: 'reports/definitions', permission: 'kpi.indicator.read', page: () => import('./definitions-page.js') },
  ],
  navigation: [
    {
      to: '/reports',
      label: 'navigation.reports',
      icon: navigationIcon('reports'),
      permission: 'kpi.report.export',
      order: 60,
    },
  ],
};
