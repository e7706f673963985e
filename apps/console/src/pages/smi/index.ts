import { navigationIcon } from '../../shared/navigation-icon.js';
import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = {
  id: 'smi',
  routes: [
    { path: 'smi', page: () => import('./cases-page.js'), permission: 'smi.case.read' },
    { path: 'smi/register', page: () => import('./register-page.js'), permission: 'smi.case.write' },
    { path: 'smi/cases/:caseId', page: () => import('./case-page.js'), permission: 'smi.case.read' },
    { path: 'smi/cases/:caseId/visit', page: () => import('./visit-page.js'), permission: 'smi.follow_up.write' },
    {
      path: 'smi/cases/:caseId/follow-ups/:followUpId',
      page: () => import('./record-page.js'),
      permission: 'smi.case.read',
    },
  ],
  navigation: [
    { to: '/smi', label: 'navigation.smi', icon: navigationIcon('smi'), permission: 'smi.case.read', order: 30 },
  ],
};
