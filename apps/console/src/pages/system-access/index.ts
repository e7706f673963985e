import { navigationIcon } from '../../shared/navigation-icon.js';
import type { PageFamily } from '../../page-family.js';

const READ = 'identity.user.read';
const WRITE = 'identity.user.write';
const AUDIT = 'audit.read';
const GROUP = 'navigation.system';

export const family: PageFamily = {
  id: 'system-access',
  routes: [
    { path: 'system/users', page: () => import('./users-page.js'), permission: READ },
    { path: 'system/users/new', page: () => import('./new-user-page.js'), permission: WRITE },
    { path: 'system/users/:userId', page: () => import('./user-page.js'), permission: READ },
    { path: 'system/roles', page: () => import('./roles-page.js'), permission: READ },
    { path: 'system/audit', page: () => import('./audit-page.js'), permission: AUDIT },
  ],
  navigation: [
    {
      to: '/system/users',
      label: 'navigation.users',
      icon: navigationIcon('account'),
      permission: READ,
      order: 70,
      group: GROUP,
    },
    {
      to: '/system/roles',
      label: 'navigation.roles',
      icon: navigationIcon('roles'),
      permission: READ,
      order: 72,
      group: GROUP,
    },
    {
      to: '/system/audit',
      label: 'navigation.audit',
      icon: navigationIcon('eye'),
      permission: AUDIT,
      order: 95,
      group: GROUP,
    },
  ],
};
