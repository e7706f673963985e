import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import { ApiClient } from '../../../../tools/demo/api-client.mjs';
import { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';

/** The API as somebody of the demonstration, without a browser. */
export function apiAs(username: DemoAccount): ApiClient {
  return new ApiClient(process.env['TEST_CONSOLE_URL']!, { username, password: DEMO_PASSWORD });
}

/** A new account nobody else uses, with a password it may keep. */
export async function newAccount(role: string): Promise<string> {
  const username = `${role.replace('_', '-')}-${randomUUID().slice(0, 8)}`;
  await apiAs('security').post('/users', {
    username,
    displayName: username,
    password: DEMO_PASSWORD,
    roles: [role],
    scopes: ['990101'],
    mustChangePassword: false,
  });
  return username;
}

/** What an authenticator shows; `steps` of thirty seconds from now, because each code counts once. */
export function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });
}

/** Puts an event on the stream that no service can read: in the plain words of the protocol, as anybody on the bus could. */
export async function publishUnreadable(): Promise<void> {
  const { hostname, port } = new URL(process.env['TEST_CONSOLE_NATS_URL']!);
  const line = connect(Number(port), hostname).setEncoding('utf8');
  const type = 'xinqiao.smi.v1.FollowUpRecorded';
  const head = `NATS/1.0\r\nXq-Type: ${type}\r\n\r\n`;
  const body = '{ broken';
  line.write('CONNECT {"verbose":false,"headers":true}\r\n');
  line.write(`HPUB evt.district.${type} ${head.length} ${head.length + body.length}\r\n${head}${body}\r\nPING\r\n`);
  for (let heard = ''; !heard.includes('PONG');) heard += String((await once(line, 'data'))[0]);
  line.end();
}
