import type { VerifiedToken } from './claims.js';
import { ACCESS_TOKEN_SECONDS } from './claims.js';

/** Either a session, or every token of a user issued before an instant. */
export interface Revocation {
  readonly sessionId?: string;
  readonly userId?: string;
  /** RFC 3339. */
  readonly notBefore: string;
}

/** A revocation outlives every token it can concern by this much. */
const MARGIN_MS = 60_000;

/** Tokens to refuse although they have not expired. Kept in memory; identity is the record. */
export class RevocationList {
  private readonly sessions = new Map<string, number>();
  private readonly users = new Map<string, number>();

  /** Takes in revocations; knowing one twice changes nothing. */
  add(items: Iterable<Revocation>): void {
    for (const item of items) {
      const at = Date.parse(item.notBefore);
      if (item.sessionId !== undefined) keepLatest(this.sessions, item.sessionId, at);
      if (item.userId !== undefined) keepLatest(this.users, item.userId, at);
    }
  }

  /** Whether the token must be refused. */
  covers(token: VerifiedToken): boolean {
    const { id, sessionId } = token.caller;
    if (sessionId !== undefined && this.sessions.has(sessionId)) return true;
    const notBefore = this.users.get(id);
    return notBefore !== undefined && token.issuedAt * 1_000 < notBefore;
  }

  /** Forgets what no living token can match any more. */
  prune(now: Date): void {
    const limit = now.getTime() - ACCESS_TOKEN_SECONDS * 1_000 - MARGIN_MS;
    for (const map of [this.sessions, this.users]) {
      for (const [id, at] of map) if (at < limit) map.delete(id);
    }
  }
}

function keepLatest(map: Map<string, number>, id: string, at: number): void {
  map.set(id, Math.max(at, map.get(id) ?? at));
}
