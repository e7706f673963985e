import { useCallback } from 'react';
import type { Schemas } from '../api/client.js';
import { useTexts } from '../texts/texts.js';

/** A role as the API names it. */
export type Role = Schemas['UserDto']['roles'][number];

/** The name of a role in the user's language. */
export function useRoleName(): (role: Role) => string {
  const t = useTexts('app');
  return useCallback((role) => t(`role.${role}`), [t]);
}
