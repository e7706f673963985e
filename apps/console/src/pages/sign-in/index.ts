import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = {
  id: 'sign-in',
  routes: [
    { path: 'sign-in', page: () => import('./sign-in-page.js'), frame: 'bare' },
    // What is due before anything else opens.
    { path: 'sign-in/password', page: () => import('./due-password-page.js'), frame: 'bare' },
    { path: 'sign-in/second-factor', page: () => import('./due-second-factor-page.js'), frame: 'bare' },
    { path: 'account', page: () => import('./account-page.js') },
  ],
};
