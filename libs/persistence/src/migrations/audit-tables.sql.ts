/**
 * The audit trail. Writers append to `audit_pending` inside their own transaction and do not queue on the chain's head; the
 * function `seal_audit`, which belongs to the schema's owner, moves rows into `audit_entry` and chains them. The service's role
 * can neither change nor remove a row of either table: it may insert into the first, read both, and call the function.
 */
const COLUMNS = `
    id uuid not null,
    recorded_at timestamptz not null,
    actor_id text not null,
    action text not null,
    subject_kind text not null,
    subject_id text,
    org text,
    outcome text not null,
    correlation_id text not null,
    details text not null`;

const NAMES = 'id, recorded_at, actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details';

/**
 * hash(n) = SHA-256(hash(n-1) ‖ canonical JSON array of row n); libs/persistence/src/audit/audit-canonical.ts says the same again.
 * Only the hashes are made row by row; rows move in one statement.
 */
const SEAL = `create function seal_audit(batch integer)
  returns table (sealed integer, head_seq bigint, head_hash bytea)
  language plpgsql security definer set search_path from current as $body$
  declare
    before bigint;
    entry record;
    positions bigint[] := '{}';
    hashes bytea[] := '{}';
  begin
    -- One sealer at a time; who comes second leaves the work to the first and returns no row.
    if not pg_try_advisory_xact_lock(hashtextextended('seal_audit:' || current_schema(), 0)) then
      return;
    end if;
    select a.chain_seq, a.hash into head_seq, head_hash from audit_entry a order by a.chain_seq desc limit 1;
    if not found then
      head_seq := 0;
      head_hash := sha256(convert_to('xinqiao/audit/' || current_schema(), 'UTF8'));
    end if;
    before := head_seq;
    for entry in
      select p.position, concat(',', to_json(p.id), ',',
        to_json(to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), ',',
        to_json(p.actor_id), ',', to_json(p.action), ',', to_json(p.subject_kind), ',',
        coalesce(to_json(p.subject_id)::text, 'null'), ',', coalesce(to_json(p.org)::text, 'null'), ',',
        to_json(p.outcome), ',', to_json(p.correlation_id), ',', to_json(p.details), ']') as canonical
      from audit_pending p order by p.position limit batch
    loop
      head_seq := head_seq + 1;
      head_hash := sha256(head_hash || convert_to('[' || head_seq || entry.canonical, 'UTF8'));
      positions := positions || entry.position;
      hashes := hashes || head_hash;
    end loop;
    insert into audit_entry (chain_seq, ${NAMES}, hash)
      select before + n.ordinal, p.id, p.recorded_at, p.actor_id, p.action, p.subject_kind, p.subject_id, p.org, p.outcome,
             p.correlation_id, p.details, n.hash
      from unnest(positions, hashes) with ordinality as n (position, hash, ordinal) join audit_pending p using (position);
    delete from audit_pending p where p.position = any (positions);
    sealed := head_seq - before;
    return next;
  end $body$`;

/** Default privileges gave the service's role everything on new tables; here it keeps only what the comment above names. */
const GRANTS = `do $do$
  declare app text := 'xq_' || current_schema();
  begin
    execute format('revoke all on audit_pending, audit_entry from %I', app);
    execute format('grant select, insert on audit_pending to %I', app);
    execute format('grant select on audit_entry to %I', app);
    execute 'revoke all on function seal_audit(integer) from public';
    execute format('grant execute on function seal_audit(integer) to %I', app);
  end $do$`;

export const AUDIT_UP = [
  `create table audit_pending (
    position bigint generated always as identity primary key,${COLUMNS}
  ) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000)`,
  `create table audit_entry (
    chain_seq bigint primary key,${COLUMNS},
    hash bytea not null,
    sealed_at timestamptz not null default now()
  )`,
  // Search goes by id, which is a UUIDv7 and so in order of time.
  `create unique index audit_entry_id on audit_entry (id)`,
  `create index audit_entry_time on audit_entry using brin (recorded_at)`,
  `create index audit_entry_actor on audit_entry (actor_id, id)`,
  `create index audit_entry_subject on audit_entry (subject_id, id) where subject_id is not null`,
  `create function refuse_audit_change() returns trigger language plpgsql as $body$
  begin
    raise exception 'the audit trail only grows' using errcode = 'insufficient_privilege';
  end $body$`,
  `create trigger audit_entry_only_grows before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`,
  `create trigger audit_pending_no_change before update or truncate on audit_pending
    for each statement execute function refuse_audit_change()`,
  SEAL,
  GRANTS,
];

export const AUDIT_DOWN = [
  'drop function seal_audit(integer)',
  'drop table audit_entry',
  'drop table audit_pending',
  'drop function refuse_audit_change()',
];
