import { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';

/** Reads of the API as a demo account makes them, past the console: what its pages must agree with. */
export async function apiAs(account: DemoAccount): Promise<<T>(path: string) => Promise<T>> {
  const root = `${process.env['TEST_CONSOLE_URL'] ?? ''}/api/v1`;
  const body = JSON.stringify({ username: account, password: DEMO_PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${root}/auth/login`, { method: 'POST', headers, body });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  return async <T>(path: string): Promise<T> => {
    const answer = await fetch(root + path, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
    return (await answer.json()) as T;
  };
}
