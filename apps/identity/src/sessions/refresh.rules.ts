import type { RefreshRow } from './session.repository.js';

/** What the use of a refresh token means. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reuse' | 'ended';

/** A client whose answer was lost may ask again with the same idempotency key for this long. */
export const REPEAT_SECONDS = 60;

/** Tabs of one browser share a cookie and may use it at the same moment: a second use this soon is theirs. */
export const TABS_SECONDS = 10;

/**
 * A token used twice is a stolen one (RFC 9700 4.14), unless the second use is provably the first one's repeat: the same
 * idempotency key within a minute, or the same browser's within seconds, and nobody has used the successor yet. Both get
 * the same successor: should one of the two be a thief, its second use tells.
 */
export function judgeRefresh(
  token: RefreshRow,
  use: { readonly keyHash: Buffer | null; readonly byCookie: boolean },
  now: Date,
): RefreshVerdict {
  if (token.session_ended_at !== null || token.session_expires_at <= now) return 'ended';
  if (token.used_at === null) return token.expires_at <= now ? 'ended' : 'rotate';
  const { keyHash, byCookie } = use;
  const sameKey = keyHash !== null && token.used_key_hash?.equals(keyHash) === true;
  const seconds = (now.getTime() - token.used_at.getTime()) / 1_000;
  const repeat = (sameKey && seconds <= REPEAT_SECONDS) || (byCookie && seconds <= TABS_SECONDS);
  return repeat && !token.successor_used ? 'repeat' : 'reuse';
}
