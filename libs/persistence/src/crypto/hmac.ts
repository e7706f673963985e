import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const INNER = 0x36;
const OUTER = 0x5c;

interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const padsByKey = new WeakMap<Buffer, Pads>();

/**
 * HMAC-SHA-256 (RFC 2104) of a short value under a key of at most 64 bytes. By its definition, from two hashes: making and
 * collecting Node's Hmac object costs several times the hashing, and an import does it three times for every row.
 */
export function hmacSha256(key: Buffer, data: Buffer): Buffer {
  const { inner, outer } = padsOf(key);
  return hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, data]), 'buffer')]), 'buffer');
}

function padsOf(key: Buffer): Pads {
  const known = padsByKey.get(key);
  if (known !== undefined) return known;
  if (key.length > BLOCK_BYTES) throw new RangeError('a longer key would have to be hashed first');
  const block = Buffer.concat([key], BLOCK_BYTES);
  const pads = {
    inner: Buffer.from(block.map((byte) => byte ^ INNER)),
    outer: Buffer.from(block.map((byte) => byte ^ OUTER)),
  };
  padsByKey.set(key, pads);
  return pads;
}
