import { createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { PUBLIC_KEYS_FOLDER, readKeys } from './signing-keys.js';

/** An unknown key id makes the folder read again at most this often: forged ids must not cost us disk reads. */
const REREAD_EVERY_MS = 1_000;

/** A key removed from the folder is forgotten after at most this long. */
const FORGET_AFTER_MS = 60_000;

/** A public key and the one issuer it speaks for. */
export interface PublicKey {
  readonly issuer: string;
  readonly key: KeyObject;
}

/** The public keys this process trusts: files of one folder, never anything a token itself points at. */
export class PublicKeys {
  private keys = new Map<string, PublicKey>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly keysDirectory: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key of an id, or undefined. */
  find(kid: string): PublicKey | undefined {
    const age = this.now() - this.readAt;
    if (age > FORGET_AFTER_MS || (!this.keys.has(kid) && age >= REREAD_EVERY_MS)) this.read();
    return this.keys.get(kid);
  }

  private read(): void {
    this.readAt = this.now();
    this.keys = new Map(
      readKeys(join(this.keysDirectory, PUBLIC_KEYS_FOLDER)).map((stored) => [
        stored.kid,
        { issuer: stored.issuer, key: createPublicKey({ key: stored, format: 'jwk' }) },
      ]),
    );
  }
}
