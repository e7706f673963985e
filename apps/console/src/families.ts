import type { PageFamily } from './page-family.js';
import { family as imports } from './pages/imports/index.js';
import { family as indicators } from './pages/indicators/index.js';
import { family as people } from './pages/people/index.js';
import { family as reports } from './pages/reports/index.js';
import { family as signIn } from './pages/sign-in/index.js';
import { family as smi } from './pages/smi/index.js';
import { family as system } from './pages/system/index.js';
import { family as systemAccess } from './pages/system-access/index.js';
import { family as today } from './pages/today/index.js';

/** Every page there is. */
export const FAMILIES: readonly PageFamily[] = [
  signIn,
  today,
  people,
  smi,
  indicators,
  reports,
  imports,
  system,
  systemAccess,
];
