/**
 * The algorithms behind every sealed value. One interface, so that a suite of SM4 and SM3 (国密) can stand beside AES and SHA-2:
 * what was sealed names its suite, and old values stay readable.
 */
export interface CryptoSuite {
  /** First byte of everything it seals. */
  readonly id: number;
  readonly keyBytes: number;
  /** Authenticated encryption under a fresh random nonce; `bound` is authenticated, not stored. */
  seal(key: Buffer, plain: Buffer, bound: Buffer): Buffer;
  /** Throws `SealBroken` when the key, the value or what it is bound to is not the same. */
  open(key: Buffer, sealed: Buffer, bound: Buffer): Buffer;
  /** Keyed hash. */
  mac(key: Buffer, data: Buffer): Buffer;
  /** A key of its own for each purpose. */
  derive(key: Buffer, purpose: string): Buffer;
}

/** A sealed value was changed, moved, or belongs to another key. Says nothing of its contents. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
