import { ApiProblem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { currentLanguage } from '../texts/language.js';
import { line } from './line.js';
import { signOutWish } from './sign-out-wish.js';
import { idleSeconds } from './signs-of-life.js';

/** Who is signed in, and what they may do. */
export type SessionUser = components['schemas']['MeDto'];

export interface SignIn {
  readonly username: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly otp?: string;
}

/** `unknown` until the first answer of the server. */
export interface SessionState {
  readonly status: 'unknown' | 'signed-in' | 'signed-out';
  readonly user?: SessionUser;
  /** It was there and is over: the sign-in page says so. */
  readonly expired?: boolean;
  /** The user has left, and the server does not know it yet. */
  readonly unfinished?: boolean;
  readonly ends?: SessionEnds;
}

/** By the clock of this device, in milliseconds since 1970. */
export interface SessionEnds {
  /** When it ends unless it is renewed. */
  readonly at: number;
  /** When it ends in any case. */
  readonly limit: number;
}

const BASE = '/api/v1/auth';
/** Nobody who leaves waits longer than this for the server. */
const SIGN_OUT_MS = 8_000;
/** Its value goes into a header of every write: another site's page cannot read it. */
const CSRF_COOKIE = /(?:^|;\s*)xinqiao_csrf=([^;]+)/;

/** The session of this browser. Its tokens are cookies no script can read; what is here is who it belongs to. */
class Session {
  private current: SessionState = { status: 'unknown' };
  private first: Promise<void> | undefined;
  private renewing: Promise<boolean> | undefined;
  private leaving: Promise<void> | undefined;
  private ended = 0;
  private readonly listeners = new Set<() => void>();
  private readonly tabs = new BroadcastChannel('xinqiao.session');

  constructor() {
    this.tabs.onmessage = ({ data }) => {
      if (data === 'signed-out') this.end();
      if (data === 'signed-in' && this.current.status === 'signed-out') void this.restore();
      if (isEnds(data) && this.current.status === 'signed-in') this.become({ ...this.current, ends: data });
    };
  }

  get state(): SessionState {
    return this.current;
  }

  /** How many sessions have ended on this page: what began in one of them must not go on in the next. */
  get endings(): number {
    return this.ended;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** When it is known whether somebody is signed in; asked once a page that is loaded. */
  known(): Promise<void> {
    this.first ??= this.restore();
    return this.first;
  }

  /** Finds out whether somebody is signed in; who has left is signed out first. */
  private async restore(): Promise<void> {
    if (signOutWish.isOpen) return this.finishSignOut();
    if (csrfToken() === undefined) {
      this.become({ status: 'signed-out' });
      return;
    }
    await this.reload().catch(() => this.become({ status: 'signed-out' }));
  }

  async signIn(credentials: SignIn): Promise<SessionUser> {
    // The session before is to end on the server as well, and never after this one has begun.
    await this.finishSignOut();
    const { isOpen: isUnfinished } = signOutWish;
    signOutWish.fulfil();
    await this.ask('login', { ...credentials, session: 'cookie' }).catch((problem: unknown) => {
      if (isUnfinished) signOutWish.open();
      throw problem;
    });
    const user = await this.reload();
    this.tabs.postMessage('signed-in');
    return user;
  }

  /** Ends the session in this tab and in all others; on the server now, or as soon as it is reached. */
  async signOut(): Promise<void> {
    signOutWish.open();
    await this.finishSignOut();
  }

  /** Tries again what a sign-out could not do while the server was not reached. */
  async finishSignOut(): Promise<void> {
    if (!signOutWish.isOpen) return;
    this.leaving ??= this.leave().finally(() => {
      this.leaving = undefined;
    });
    await this.leaving;
    this.tabs.postMessage('signed-out');
    this.end();
  }

  /** Reads anew who is signed in and what is open to them: after a changed password or a new second factor. */
  async reload(): Promise<SessionUser> {
    const request = new Request(`${BASE}/me`, { headers: { 'Accept-Language': currentLanguage() } });
    const again = request.clone();
    let response = await this.send(request);
    if (response.status === 401 && (await this.renew())) response = await this.send(again);
    if (!response.ok) throw await ApiProblem.of(response);
    const user = (await response.json()) as SessionUser;
    const ends = endsOf(user, response.headers.get('date'));
    this.become({ status: 'signed-in', user, ...(ends === undefined ? {} : { ends }) });
    if (ends !== undefined) this.tabs.postMessage(ends);
    return user;
  }

  /** New tokens with the rights of now: after what was due has been done. */
  async renewRights(): Promise<SessionUser> {
    await this.renew();
    return this.reload();
  }

  /** Makes it last longer because somebody is at work. */
  async stay(): Promise<void> {
    if (await this.renew()) await this.reload();
    else this.end(true);
  }

  /** Nobody has been here for too long: ends it here and in the other tabs. */
  async lapse(): Promise<void> {
    await this.signOut();
    this.end(true);
  }

  /** New tokens, from which the session lasts as long as its user is at work. False when it is over. */
  renew(): Promise<boolean> {
    this.renewing ??= this.exchange().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** Sends a request of the console as the user; when the session has to be renewed for it, does that once and repeats. */
  async fetch(request: Request): Promise<Response> {
    const again = request.clone();
    const response = await this.send(request);
    if (response.status !== 401 || this.current.status !== 'signed-in') return response;
    const { ended } = this;
    const isRenewed = await this.renew();
    if (this.ended !== ended) return response;
    if (isRenewed) {
      void this.reload().catch(() => undefined);
      return this.send(again);
    }
    this.end(true);
    return response;
  }

  /** Tries whether the server is reached; the line remembers. */
  async knock(): Promise<void> {
    await this.send(new Request('/api/v1/console-info')).catch(() => undefined);
  }

  private async send(request: Request): Promise<Response> {
    const csrf = csrfToken();
    if (csrf !== undefined && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrf);
    try {
      const response = await fetch(request);
      line.reached();
      return response;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      line.lost();
      throw ApiProblem.notReached();
    }
  }

  private async exchange(): Promise<boolean> {
    if (csrfToken() === undefined) return false;
    try {
      await this.ask('refresh', { idleSeconds: idleSeconds() });
      return true;
    } catch (problem) {
      if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403)) return false;
      throw problem;
    }
  }

  /** A line cut before the answer came asks once more under the same key: the tokens may have been changed already. */
  private async ask(path: string, body?: object): Promise<void> {
    const key = crypto.randomUUID();
    const attempt = () =>
      this.send(
        new Request(`${BASE}/${path}`, {
          method: 'POST',
          headers: {
            'Accept-Language': currentLanguage(),
            'Idempotency-Key': key,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const response = await attempt().catch((problem: unknown) => {
      if (problem instanceof ApiProblem && problem.isNotReached) return attempt();
      throw problem;
    });
    if (!response.ok) throw await ApiProblem.of(response);
    // Read to its end although nothing of it is needed: an answer left lying keeps its line busy.
    await response.arrayBuffer();
  }

  /** Asks the server to end the session; the wish stays open when it does not. */
  private async leave(): Promise<void> {
    const ask = () =>
      this.send(new Request(`${BASE}/logout`, { method: 'POST', signal: AbortSignal.timeout(SIGN_OUT_MS) }));
    try {
      let response = csrfToken() === undefined ? undefined : await ask();
      if (response?.status === 401) response = (await this.renew()) ? await ask() : undefined;
      // Without an answer there was nothing left to end.
      if (response === undefined || response.ok) signOutWish.fulfil();
    } catch {
      // not reached: the wish stays
    }
  }

  private end(expired = false): void {
    this.ended += 1;
    const { isOpen: unfinished } = signOutWish;
    this.become({ status: 'signed-out', ...(expired ? { expired } : {}), ...(unfinished ? { unfinished } : {}) });
  }

  private become(state: SessionState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** The server's instants by the clock of this device, which may be wrong. */
function endsOf({ sessionEndsAt, sessionLimitAt }: SessionUser, date: string | null): SessionEnds | undefined {
  if (sessionEndsAt === null || sessionLimitAt === null) return undefined;
  const behind = date === null ? 0 : Date.now() - Date.parse(date);
  return { at: Date.parse(sessionEndsAt) + behind, limit: Date.parse(sessionLimitAt) + behind };
}

function isEnds(data: unknown): data is SessionEnds {
  return typeof data === 'object' && data !== null && 'at' in data && 'limit' in data;
}

function csrfToken(): string | undefined {
  const value = CSRF_COOKIE.exec(document.cookie)?.[1];
  return value === undefined ? undefined : decodeURIComponent(value);
}

export const session = new Session();
