import { FAMILIES } from '../families.js';
import type { NavigationEntry } from '../page-family.js';
import { permits, type Permission } from '../session/permission.js';

const ENTRIES = FAMILIES.flatMap((family) => family.navigation ?? []).sort((a, b) => a.order - b.order);

/** What the user's rights open, in order. */
export function navigationFor(held: readonly Permission[] | undefined): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => permits(held, entry.permission));
}

/** Where a user begins: at the first line of the navigation. */
export function firstPage(held: readonly Permission[] | undefined): string | undefined {
  return navigationFor(held)[0]?.to;
}
