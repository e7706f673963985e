import type { PageFamily } from '../../page-family.js';

export const family: PageFamily = { id: 'smi', routes: [] };
