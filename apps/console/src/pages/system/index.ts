import type { PageFamily } from '../../page-family.js';
import { navigationIcon } from '../../shared/navigation-icon.js';

const icon = navigationIcon('system');

export const family: PageFamily = {
  id: 'system',
  routes: [
    { path: 'system/areas', page: () => import('./areas-page.js'), permission: 'registry.org.write' },
    { path: 'system/map', page: () => import('./map-page.js'), permission: 'registry.org.write' },
    { path: 'system/rules', page: () => import('./rules-page.js'), permission: 'kpi.indicator.read' },
    { path: 'system/events', page: () => import('./events-page.js'), permission: 'ops.read' },
    { path: 'system/health', page: () => import('./health-page.js'), permission: 'ops.read' },
    { path: 'system/recompute', page: () => import('./recompute-page.js'), permission: 'kpi.recompute' },
  ],
  navigation: [
    { to: '/system/areas', label: 'navigation.areas', icon, permission: 'registry.org.write', order: 70 },
    { to: '/system/map', label: 'navigation.map', icon, permission: 'registry.org.write', order: 72 },
    { to: '/system/rules', label: 'navigation.rules', icon, permission: 'kpi.indicator.read', order: 80 },
    { to: '/system/events', label: 'navigation.events', icon, permission: 'ops.read', order: 84 },
    { to: '/system/health', label: 'navigation.health', icon, permission: 'ops.read', order: 86 },
    { to: '/system/recompute', label: 'navigation.recompute', icon, permission: 'kpi.recompute', order: 88 },
  ],
};
