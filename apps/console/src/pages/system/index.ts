import type { NavigationEntry, PageFamily } from '../../page-family.js';
import type { Permission } from '../../session/permission.js';
import { navigationIcon } from '../../shared/navigation-icon.js';

/** Which page stands where in the navigation, by the drawing of the same name. */
function entry(
  page: 'areas' | 'map' | 'rules' | 'events' | 'health' | 'recompute',
  permission: Permission,
  order: number,
): NavigationEntry {
  const [to, label] = [`/system/${page}`, `navigation.${page}`] as const;
  return { to, label, permission, order, icon: navigationIcon(page), group: 'navigation.system' };
}

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
    entry('areas', 'registry.org.write', 71),
    entry('map', 'registry.org.write', 74),
    entry('rules', 'kpi.indicator.read', 80),
    entry('events', 'ops.read', 84),
    entry('health', 'ops.read', 86),
    entry('recompute', 'kpi.recompute', 88),
  ],
};
