import { createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { PUBLIC_KEYS_FOLDER, readKeys } from './signing-keys.js';

/**
 * An unknown key id makes the folder read again: once a second, with a reserve of ten. Forged ids must not cost us disk
 * reads, and a key just made must be found although a forged id came a moment before.
 */
const REREAD_EVERY_MS = 1_000;
const REREAD_RESERVE = 10;

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
  private reserve = REREAD_RESERVE;
  private refilledAt = 0;

  constructor(
    private readonly keysDirectory: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key of an id, or undefined. */
  find(kid: string): PublicKey | undefined {
    const forgotten = this.now() - this.readAt > FORGET_AFTER_MS;
    if (forgotten || (!this.keys.has(kid) && this.mayReread())) this.read();
    return this.keys.get(kid);
  }

  private mayReread(): boolean {
    const gained = Math.floor((this.now() - this.refilledAt) / REREAD_EVERY_MS);
    if (gained > 0) {
      this.reserve = Math.min(REREAD_RESERVE, this.reserve + gained);
      this.refilledAt = this.now();
    }
    if (this.reserve === 0) return false;
    this.reserve -= 1;
    return true;
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
