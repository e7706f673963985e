import type { RefreshRow } from './session.repository.js';

/** What the use of a refresh token means. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reuse' | 'ended';

/** A client whose answer was lost may ask again with the same idempotency key for this long. */
export const REPEAT_SECONDS = 60;

/**
 * A token used twice is a stolen one (RFC 9700 4.14), unless the second use is provably the first one's repeat: the same
 * idempotency key, within a minute, and nobody has used the successor yet.
 */
export function judgeRefresh(token: RefreshRow, keyHash: Buffer | null, now: Date): RefreshVerdict {
  if (token.session_ended_at !== null || token.session_expires_at <= now) return 'ended';
  if (token.used_at === null) return token.expires_at <= now ? 'ended' : 'rotate';
  const sameKey = keyHash !== null && token.used_key_hash?.equals(keyHash) === true;
  const soon = now.getTime() - token.used_at.getTime() <= REPEAT_SECONDS * 1_000;
  return sameKey && soon && !token.successor_used ? 'repeat' : 'reuse';
}
