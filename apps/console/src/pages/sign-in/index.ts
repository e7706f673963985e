import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = {
  id: 'sign-in',
  routes: [{ path: 'sign-in', page: () => import('./sign-in-page.js'), frame: 'bare' }],
};
