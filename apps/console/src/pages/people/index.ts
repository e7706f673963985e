import { navigationIcon } from '../../shared/navigation-icon.js';
import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = {
  id: 'people',
  routes: [
    { path: 'people', page: () => import('./people-page.js'), permission: 'registry.person.read' },
    { path: 'people/:personId', page: () => import('./person-page.js'), permission: 'registry.person.read' },
  ],
  navigation: [
    {
      to: '/people',
      label: 'navigation.people',
      icon: navigationIcon('people'),
      permission: 'registry.person.read',
      order: 20,
    },
  ],
};
