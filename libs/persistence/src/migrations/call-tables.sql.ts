/** Kept answers of writes (by caller and idempotency key) and the wrapped data keys of sealed columns. */
export const CALL_UP = [
  // The answer may hold personal data, so it is sealed like a column.
  `create table idempotency (
    actor_id text not null,
    key text not null,
    operation text not null,
    digest text not null,
    answer bytea not null,
    created_at timestamptz not null,
    primary key (actor_id, key)
  )`,
  `create index idempotency_created on idempotency using brin (created_at)`,
  // active_at lies a little ahead of the insert, so that every process has read a key before the first value is sealed with it.
  `create table field_key (
    version integer primary key check (version > 0),
    suite smallint not null,
    kek_id text not null,
    wrapped bytea not null,
    created_at timestamptz not null default now(),
    active_at timestamptz not null
  )`,
  // A lost data key is lost data: the service's role may add keys, never change or remove one.
  `do $do$ begin execute format('revoke update, delete, truncate on field_key from %I', 'xq_' || current_schema()); end $do$`,
];

export const CALL_DOWN = ['drop table field_key', 'drop table idempotency'];
