import type { ComponentType } from 'react';
import type { Permission } from './session/permission.js';
import type { AppText, FamilyId } from './texts/namespaces.js';

/** Everything the frame has to know of a folder of `src/pages`. Each exports one as `family` from its `index.ts`. */
export interface PageFamily {
  /** Name of the folder, and of its texts. */
  readonly id: FamilyId;
  readonly routes: readonly PageRoute[];
  /** Its places in the navigation; a family without one is reached from other pages. */
  readonly navigation?: readonly NavigationEntry[];
}

/** One address. */
export interface PageRoute {
  /** As React Router writes it, without the slash in front: `smi/cases/:caseId`. */
  readonly path: string;
  /** Any of them opens the page. Absent: everybody who is signed in. */
  readonly permission?: Permission | readonly Permission[];
  /** The page, in a file of its own; its default export is rendered. */
  readonly page: () => Promise<{ readonly default: ComponentType }>;
  /** `bare` has no navigation around it and needs no session. Default: `shell`. */
  readonly frame?: 'shell' | 'bare';
}

/** One line of the navigation. Absent for those whose rights do not open it. */
export interface NavigationEntry {
  /** Address with the slash in front. */
  readonly to: string;
  /** A text of the frame (`src/app/texts.*.json`), because it is shown before the family is loaded. */
  readonly label: AppText;
  readonly icon: ComponentType;
  readonly permission?: Permission | readonly Permission[];
  /** Place in the list: today 10, people 20, SMI 30, special groups 40, indicators 50, reports 60, system 70 to 99. */
  readonly order: number;
  /** Heading it stands under; entries without one come first. */
  readonly group?: AppText;
}
