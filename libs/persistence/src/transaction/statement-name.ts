import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** A stable name for a constant statement: the driver prepares it once a connection. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `x${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    names.set(sql, name);
  }
  return name;
}
