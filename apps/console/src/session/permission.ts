import type { components } from '../api/schema.js';

/** A right as the API names it: `<service>.<thing>.<read|write|…>`. */
export type Permission = components['schemas']['MeDto']['permissions'][number];

/** Whether one of the rights is among those held. No right asked for: open to everybody. */
export function permits(
  held: readonly Permission[] | undefined,
  asked: Permission | readonly Permission[] | undefined,
): boolean {
  return asked === undefined || [asked].flat().some((permission) => held?.includes(permission) === true);
}
