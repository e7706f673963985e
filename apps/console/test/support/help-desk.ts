import { randomUUID } from 'node:crypto';
import { connect, headers } from '@nats-io/transport-node';
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

/** Puts an event on the stream that no service can read. */
export async function publishUnreadable(): Promise<void> {
  const connection = await connect({ servers: process.env['TEST_NATS_URL']! });
  const subject = 'evt.district.xinqiao.smi.v1.FollowUpRecorded';
  const own = headers();
  own.set('Xq-Type', 'xinqiao.smi.v1.FollowUpRecorded');
  own.set('Nats-Msg-Id', randomUUID());
  connection.publish(subject, '{ broken', { headers: own });
  await connection.drain();
}
