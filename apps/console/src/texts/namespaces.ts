import type app from '../app/texts.zh-CN.json';
import type imports from '../pages/imports/texts.zh-CN.json';
import type indicators from '../pages/indicators/texts.zh-CN.json';
import type people from '../pages/people/texts.zh-CN.json';
import type reports from '../pages/reports/texts.zh-CN.json';
import type signIn from '../pages/sign-in/texts.zh-CN.json';
import type smi from '../pages/smi/texts.zh-CN.json';
import type system from '../pages/system/texts.zh-CN.json';
import type systemAccess from '../pages/system-access/texts.zh-CN.json';
import type today from '../pages/today/texts.zh-CN.json';
import type shared from '../shared/texts.zh-CN.json';

/** Who has texts, and which. `app` is the frame, `shared` the parts of `src/shared`, the others are page families. */
export interface Namespaces {
  app: typeof app;
  shared: typeof shared;
  'sign-in': typeof signIn;
  today: typeof today;
  people: typeof people;
  smi: typeof smi;
  indicators: typeof indicators;
  reports: typeof reports;
  imports: typeof imports;
  system: typeof system;
  'system-access': typeof systemAccess;
}

export type Namespace = keyof Namespaces;

/** A folder of `src/pages`. */
export type FamilyId = Exclude<Namespace, 'app' | 'shared'>;

/** Key of a text of the frame. */
export type AppText = keyof Namespaces['app'];
