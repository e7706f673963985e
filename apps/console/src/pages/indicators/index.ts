import type { PageFamily } from '../../page-family.js';
import { navigationIcon } from '../../shared/navigation-icon.js';

export const family: PageFamily = {
  id: 'indicators',
  routes: [
    { path: 'indicators', permission: 'kpi.value.read', page: () => import('./dashboard-page.js') },
    { path: 'indicators/members', permission: 'kpi.member.read', page: () => import('./members-page.js') },
    { path: 'indicators/targets', permission: 'kpi.target.read', page: () => import('./targets-page.js') },
  ],
  navigation: [
    {
      to: '/indicators',
      label: 'navigation.indicators',
      icon: navigationIcon('indicators'),
      permission: 'kpi.value.read',
      order: 50,
    },
  ],
};
