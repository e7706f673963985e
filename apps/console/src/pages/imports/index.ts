import type { PageFamily } from '../../page-family.js';
import { navigationIcon } from '../../shared/navigation-icon.js';

const permission = 'registry.import.run';

export const family: PageFamily = {
  id: 'imports',
  routes: [
    { path: 'imports', page: () => import('./imports-page.js'), permission },
    { path: 'imports/new', page: () => import('./new-import-page.js'), permission },
    { path: 'imports/:id', page: () => import('./import-page.js'), permission },
  ],
  navigation: [{ to: '/imports', label: 'navigation.imports', icon: navigationIcon('imports'), permission, order: 65 }],
};
