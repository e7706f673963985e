import { useCallback, useSyncExternalStore } from 'react';
import { permits, type Permission } from './permission.js';
import { session, type SessionState, type SessionUser } from './session.js';

export function useSession(): SessionState {
  return useSyncExternalStore(session.listen, () => session.state);
}

/** Who is signed in; only below the shell, where somebody always is. */
export function useUser(): SessionUser {
  const { user } = useSession();
  if (user === undefined) throw new Error('nobody is signed in here');
  return user;
}

/** The day it is for the rules of the server, `YYYY-MM-DD`; told anew whenever the session is renewed. */
export function useToday(): string {
  return useUser().today;
}

/** Tells what the user may do: `const may = useMay(); may('smi.case.write') && <Button …>`. Rights they lack are absent, not grey. */
export function useMay(): (permission: Permission | readonly Permission[] | undefined) => boolean {
  const { user } = useSession();
  const held = user?.permissions;
  return useCallback((permission) => permits(held, permission), [held]);
}
