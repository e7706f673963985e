import { navigationIcon } from '../../shared/navigation-icon.js';
import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = {
  id: 'today',
  routes: [{ path: 'today', page: () => import('./today-page.js'), permission: 'smi.task.read' }],
  navigation: [
    {
      to: '/today',
      label: 'navigation.today',
      icon: navigationIcon('today'),
      permission: 'smi.task.read',
      order: 10,
    },
  ],
};
