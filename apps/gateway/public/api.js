import { currentLanguage, t } from './texts.js';

const BASE = '/api/v1';

/** Tokens live in this page's memory only: a closed tab has signed out. */
let session = null;
let renewing = null;
let ended = () => undefined;

/** A refusal the page can show: the server's own words, or that it was not reached. */
export class ApiError extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export function onSessionEnd(callback) {
  ended = callback;
}

export function signedInUser() {
  return session?.user ?? null;
}

export async function signIn(username, password, otp) {
  const body = otp ? { username, password, otp } : { username, password };
  session = await send('POST', '/auth/login', { body });
  return session.user;
}

export async function signOut() {
  try {
    await request('POST', '/auth/logout');
  } finally {
    session = null;
  }
}

export async function changePassword(currentPassword, newPassword) {
  await request('POST', '/auth/password', { currentPassword, newPassword });
  await renew();
  return session.user;
}

export function get(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return request('GET', given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`);
}

async function request(method, path, body) {
  try {
    return await send(method, path, { body, token: session?.accessToken });
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status !== 401 || session === null) throw error;
    await renew();
    return send(method, path, { body, token: session.accessToken });
  }
}

/** One renewal at a time: a refresh token works once, and using it twice ends the session. */
function renew() {
  renewing ??= exchange().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function exchange() {
  const key = crypto.randomUUID();
  const body = { refreshToken: session.refreshToken };
  try {
    session = await send('POST', '/auth/refresh', { body, key }).catch((error) => {
      // The answer may have been lost on the way: the same key may ask again.
      if (error.problem?.status !== 0) throw error;
      return send('POST', '/auth/refresh', { body, key });
    });
  } catch (error) {
    if (error.problem?.status === 401) {
      session = null;
      ended();
    }
    throw error;
  }
}

async function send(method, path, { body, token, key } = {}) {
  let response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers: {
        'Accept-Language': currentLanguage(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError({ status: 0, title: t('offline') });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({ status: response.status, title: t('error') }));
  if (!response.ok) throw new ApiError(answer);
  return answer;
}
