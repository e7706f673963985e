import { createHash } from 'node:crypto';

/** A sealed row as the verifier reads it; the instant as text, so that nothing is rounded on the way. */
export interface SealedEntry {
  readonly chain_seq: number;
  readonly id: string;
  readonly recorded_at: string;
  readonly actor_id: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly org: string | null;
  readonly outcome: string;
  readonly correlation_id: string;
  readonly details: string;
  readonly hash: Buffer;
}

/** The columns of `SealedEntry`, in the same form `seal_audit` hashes them. */
export const SEALED_COLUMNS = `chain_seq, id,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details, hash`;

/** What the first row is chained to: names the service, so that a chain cannot pass for another's. */
export function genesisHash(service: string): Buffer {
  return createHash('sha256').update(`xinqiao/audit/${service}`).digest();
}

/** hash(n) = SHA-256(hash(n-1) ‖ canonical JSON array of row n): said a second time, apart from the SQL of the sealer. */
export function chainHash(previous: Buffer, entry: SealedEntry): Buffer {
  const canonical = JSON.stringify([
    entry.chain_seq,
    entry.id,
    entry.recorded_at,
    entry.actor_id,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.org,
    entry.outcome,
    entry.correlation_id,
    entry.details,
  ]);
  return createHash('sha256').update(previous).update(canonical).digest();
}
