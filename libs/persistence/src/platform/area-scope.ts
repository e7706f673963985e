import type { Caller } from '#observability';

const PREFIX = /^\d{0,12}$/;

/** The caller's areas as the array literal of `app.scope`: `{""}` is everywhere, `{}` nowhere. */
export function scopeSetting(caller: Caller): string {
  for (const prefix of caller.scopes) {
    // Digits only: the value goes into SQL text as it is.
    if (!PREFIX.test(prefix)) throw new Error('an area scope is not a prefix of an area code');
  }
  return `{${caller.scopes.map((prefix) => `"${prefix}"`).join(',')}}`;
}

/**
 * Opens a transaction and sets its scope, by the simple protocol: one statement for the server. The setting ends with the
 * transaction. A writing one may wait for whoever holds an advisory lock of the same number; so do its locks.
 */
export function beginSql(caller: Caller, mode: 'read only' | 'read write', locks: readonly bigint[] = []): string {
  const begin = `begin ${mode}; set local app.scope = '${scopeSetting(caller)}'`;
  if (locks.length === 0) return begin;
  return `${begin}; select ${locks.map((lock) => `pg_advisory_xact_lock(${lock.toString()})`).join(', ')}`;
}
