const NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * SQL that puts a table of people under row security by area: a row is visible, and may be written, only when its area code
 * begins with one of the prefixes in the transaction's `app.scope`. No setting, an empty one and an empty list show nothing.
 *
 * @param table name without schema (the migration's search path decides)
 * @param column holds the 12-digit area code
 */
export function areaPolicySql(table: string, column: string): string[] {
  if (!NAME.test(table) || !NAME.test(column)) throw new Error('areaPolicySql wants plain lower-case names');
  // Read once a statement (sub-select); '' rather than NULL once another transaction has used the setting locally. The outer cast
  // does nothing but keep PostgreSQL from reading `any (select …)` as a list of rows.
  const visible = `${column} ^@ any ((select nullif(current_setting('app.scope', true), '')::text[])::text[])`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_area on ${table} using (${visible}) with check (${visible})`,
  ];
}
