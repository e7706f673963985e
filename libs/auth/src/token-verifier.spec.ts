import { createPrivateKey, generateKeyPairSync, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import type { Clock } from '#tier';
import { isServiceToken } from './claims.js';
import { RevocationList } from './revocation-list.js';
import { ServiceTokenIssuer, TokenIssuer } from './token-issuer.js';
import { TokenVerifier } from './token-verifier.js';

const USER = { userId: 'u-1', sessionId: 's-1', roles: ['street_staff'], scopes: ['990101001'] };
const refusal = expect.objectContaining({ code: 'COMMON.UNAUTHENTICATED' });

class MovingClock implements Clock {
  private at = Date.parse('2026-11-23T08:00:00Z');
  now = (): Date => new Date(this.at);
  today = (): string => '2026-11-23';
  advance(seconds: number): void {
    this.at += seconds * 1_000;
  }
}

describe('access tokens', () => {
  let keysDirectory: string;
  let clock: MovingClock;
  let issuer: TokenIssuer;
  let verifier: TokenVerifier;

  beforeEach(() => {
    keysDirectory = mkdtempSync(join(tmpdir(), 'xinqiao-auth-'));
    clock = new MovingClock();
    issuer = new TokenIssuer({ keysDirectory, clock });
    verifier = new TokenVerifier({ keysDirectory, clock });
  });

  afterEach(() => rmSync(keysDirectory, { recursive: true, force: true }));

  /** A token of ours taken apart and signed again with the real key. */
  function resigned(change: { header?: object; claims?: object }): string {
    const { header, payload } = jwt.decode(issuer.issue(USER).token, { complete: true })!;
    const merged = { ...(payload as object), ...change.claims };
    const claims = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    return jwt.sign(claims, privatePem(), {
      algorithm: 'ES256',
      header: { ...header, ...change.header },
    });
  }

  function privatePem(): KeyObject {
    return privateKeyOf(join(keysDirectory, 'identity', 'jwt'));
  }

  it('speak for the user they were issued to', () => {
    expect(verifier.verify(issuer.issue(USER).token)).toEqual({
      kind: 'user',
      id: 'u-1',
      roles: ['street_staff'],
      scopes: ['990101001'],
      sessionId: 's-1',
    });
  });

  it('end after fifteen minutes, remembered or not', () => {
    const { token, expiresInSeconds } = issuer.issue(USER, 86_400);
    expect(expiresInSeconds).toBe(900);
    verifier.verify(token);
    clock.advance(906);
    expect(() => verifier.verify(token)).toThrow(refusal);
    expect(() => new TokenVerifier({ keysDirectory, clock }).verify(token)).toThrow(refusal);
  });

  it.each([
    ['another audience', { claims: { aud: 'elsewhere' } }],
    ['another issuer', { claims: { iss: 'service:smi' } }],
    ['no issuer', { claims: { iss: undefined } }],
    ['a list of audiences', { claims: { aud: ['xinqiao', 'elsewhere'] } }],
    ['an id token', { header: { typ: 'JWT' } }],
    ['no type', { header: { typ: undefined } }],
    ['an unknown key', { header: { kid: 'identity-unknown' } }],
    ['a path as key id', { header: { kid: '../identity/jwt/x' } }],
    ['a start in the future', { claims: { nbf: Date.parse('2026-11-23T08:01:00Z') / 1_000 } }],
    [
      'an issue in the future',
      {
        claims: {
          iat: Date.parse('2026-11-23T08:01:00Z') / 1_000,
          exp: Date.parse('2026-11-23T08:16:00Z') / 1_000,
        },
      },
    ],
    ['a life of a year', { claims: { exp: Date.parse('2027-11-23T08:00:00Z') / 1_000 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no roles', { claims: { roles: undefined } }],
    ['roles that are no list', { claims: { roles: 'system_admin' } }],
    ['scopes that are no texts', { claims: { scopes: [1] } }],
    ['no subject', { claims: { sub: '' } }],
  ])('are refused with %s', (_name, change) => {
    expect(() => verifier.verify(resigned(change))).toThrow(refusal);
  });

  it('are refused when they point at a key of their own', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { header, payload } = jwt.decode(issuer.issue(USER).token, { complete: true })!;
    const own = { ...header, jwk: publicKey.export({ format: 'jwk' }), jku: 'https://example.org/keys' };
    const forged = jwt.sign(payload, privateKey, { algorithm: 'ES256', header: own });
    expect(() => verifier.verify(forged)).toThrow(refusal);
  });

  it('are refused without a signature or signed with the public key as a secret', () => {
    const { token } = issuer.issue(USER);
    const [header, payload] = token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const publicFile = readdirSync(join(keysDirectory, 'jwt-public'))[0]!;
    const secret = readFileSync(join(keysDirectory, 'jwt-public', publicFile));
    const { kid } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { kid: string };
    const hmac = jwt.sign(jwt.decode(token) as object, secret, {
      algorithm: 'HS256',
      header: { alg: 'HS256', typ: 'at+jwt', kid },
    });
    for (const forged of [
      `${none}.${payload!}.`,
      `${header!}.${payload!}.`,
      hmac,
      'x',
      '',
      'a.b.c',
      'x'.repeat(9_000),
    ]) {
      expect(() => verifier.verify(forged)).toThrow(refusal);
    }
  });

  it('are refused when one character of them changed', () => {
    const { token } = issuer.issue(USER);
    verifier.verify(token);
    const at = token.indexOf('.') + 20;
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(() => verifier.verify(changed)).toThrow(refusal);
  });

  it('are refused once revoked, also when they are remembered', () => {
    const revocations = new RevocationList();
    verifier = new TokenVerifier({ keysDirectory, clock }, revocations);
    const first = issuer.issue(USER).token;
    const other = issuer.issue({ ...USER, sessionId: 's-2' }).token;
    verifier.verify(first);
    revocations.add([{ sessionId: 's-1', notBefore: clock.now().toISOString() }]);
    expect(() => verifier.verify(first)).toThrow(refusal);
    expect(verifier.verify(other).sessionId).toBe('s-2');
  });

  it('issued before a change of rights are refused, later ones of the same second are not', () => {
    const revocations = new RevocationList();
    verifier = new TokenVerifier({ keysDirectory, clock }, revocations);
    const before = issuer.issue(USER).token;
    clock.advance(0.3);
    revocations.add([{ userId: 'u-1', notBefore: clock.now().toISOString() }]);
    clock.advance(0.3);
    const after = issuer.issue(USER).token;
    expect(() => verifier.verify(before)).toThrow(refusal);
    expect(verifier.verify(after).id).toBe('u-1');
  });

  it('stay valid over a change of keys, and the new key is found at once', () => {
    const old = issuer.issue(USER).token;
    verifier.verify(old);
    const kid = issuer.rotateKey();
    const fresh = issuer.issue(USER).token;
    expect(jwt.decode(fresh, { complete: true })!.header.kid).toBe(kid);
    expect(new TokenVerifier({ keysDirectory, clock }).verify(old).id).toBe('u-1');
    expect(new TokenVerifier({ keysDirectory, clock }).verify(fresh).id).toBe('u-1');
  });

  it('are refused once their key is gone, also when they are remembered', () => {
    const { token } = issuer.issue(USER);
    verifier.verify(token);
    rmSync(join(keysDirectory, 'jwt-public'), { recursive: true });
    // An unknown key makes the verifier look at the folder, as the next minute would.
    expect(() => verifier.verify(resigned({ header: { kid: 'identity-unknown' } }))).toThrow(refusal);
    expect(() => verifier.verify(token)).toThrow(refusal);
  });

  it('keep the private key private', () => {
    issuer.issue(USER);
    const folder = join(keysDirectory, 'identity', 'jwt');
    const [file] = readdirSync(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
    const open = readFileSync(join(keysDirectory, 'jwt-public', file!), 'utf8');
    expect(JSON.parse(open)).not.toHaveProperty('d');
  });

  it('of a service keep the user’s rights, or hold none', () => {
    const service = new ServiceTokenIssuer({ service: 'registry', keysDirectory, clock });
    const user = verifier.verify(issuer.issue(USER).token);
    const delegated = verifier.inspect(service.delegate(user));
    expect(delegated.caller).toEqual(user);
    expect(delegated.issuer).toBe('service:registry');
    expect(isServiceToken(delegated)).toBe(true);
    expect(verifier.verify(service.own('resend'))).toEqual({
      kind: 'system',
      id: 'system:resend',
      roles: [],
      scopes: [''],
    });
  });

  it('of one service cannot be made with another one’s key, nor a user’s with a service’s', () => {
    const smi = new ServiceTokenIssuer({ service: 'smi', keysDirectory, clock });
    smi.own('x');
    const folder = join(keysDirectory, 'smi', 'jwt');
    const stored = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')) as { kid: string };
    const key = privateKeyOf(folder);
    const claims = jwt.decode(issuer.issue(USER).token) as object;
    const forged = jwt.sign(claims, key, {
      algorithm: 'ES256',
      header: { alg: 'ES256', typ: 'at+jwt', kid: stored.kid },
    });
    expect(() => verifier.verify(forged)).toThrow(refusal);
  });

  it('with made-up key ids do not keep us reading the folder', () => {
    for (let i = 0; i < 100; i += 1) {
      const kid = `identity-${randomBytes(6).toString('hex')}`;
      const header = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid })).toString('base64url');
      expect(verifier.keyFor(`${header}.e30.AA`)).toBeUndefined();
    }
    // The reserve is used up: a key made now is not looked for before a second has passed.
    expect(() => verifier.verify(issuer.issue(USER).token)).toThrow(refusal);
  });
});

function privateKeyOf(folder: string): KeyObject {
  const key = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')) as JsonWebKey;
  return createPrivateKey({ key, format: 'jwk' });
}
