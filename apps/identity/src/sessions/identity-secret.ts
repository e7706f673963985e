import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';

const KEY_BYTES = 32;

/** What one keyed hash is for; hashes of one purpose say nothing about another's. */
export type SecretPurpose =
  'csrf' | 'recovery-code' | 'refresh-successor' | 'request-digest' | 'sign-in-name' | 'sign-in-place';

/** Keyed hashes under a key of the identity service that lies outside the database. */
@Injectable()
export class IdentitySecret {
  private readonly key: Buffer;

  constructor(@Inject(SERVICE_SETTINGS) settings: ServiceSettings) {
    this.key = loadOrCreate(join(settings.keysDirectory, 'identity'), 'session.key');
  }

  of(purpose: SecretPurpose, ...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest();
  }

  /** The digest of a request with a password is stored for repeats: unkeyed, it would let a thief test guesses fast. */
  withKeyedDigest(call: WriteCall): WriteCall {
    return { ...call, requestDigest: this.of('request-digest', call.requestDigest ?? '').toString('hex') };
  }
}

/** Plain hash, for values that are random enough by themselves. */
export function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

/** Two processes may start at once: the name is taken by a link, which only one of them gets. */
function loadOrCreate(folder: string, name: string): Buffer {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const fresh = `${path}.${randomBytes(4).toString('hex')}`;
    writeFileSync(fresh, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
    try {
      linkSync(fresh, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(fresh);
    }
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error('The session key of the identity service is damaged.');
  return key;
}
