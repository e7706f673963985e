import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

const names = new Map<string, string>();

/** A constant statement under a stable name: the driver prepares it once a connection. */
export function namedStatement(sql: string, params: readonly unknown[]): QueryConfig {
  return { name: nameOf(sql), text: sql, values: params as unknown[] };
}

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `x${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    names.set(sql, name);
  }
  return name;
}
