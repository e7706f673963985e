import type { District } from './district.js';

/** Trails, sessions and positions: they move on when people ask, whatever the answer. */
const ALIVE =
  /^(audit_|outbox_|inbox|dead_letter|idempotency|session|refresh|sign_in|projection_|reveal_quota|import_)/;

/** Count and content of every table that holds what people have entered, and of every outbox. */
export async function tableDigests(district: District): Promise<Readonly<Record<string, string>>> {
  const tables = await district.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables
      where schemaname in ('identity', 'registry', 'smi', 'kpi') order by 1, 2`,
  );
  const digests: Record<string, string> = {};
  for (const { schema, name } of tables.filter((table) => !ALIVE.test(table.name))) {
    const [row] = await district.query<{ digest: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as digest
         from ${schema}.${name} t`,
    );
    digests[`${schema}.${name}`] = row!.digest;
  }
  return digests;
}
