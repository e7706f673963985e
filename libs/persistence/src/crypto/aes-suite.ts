import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';
import { hmacSha256 } from './hmac.js';
import { SealBroken, type CryptoSuite } from './crypto-suite.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

// Node turns raw key bytes into a key object at every use, which costs several times the sealing of a short value itself.
const keyObjects = new WeakMap<Buffer, KeyObject>();

function keyObject(key: Buffer): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

// Asking the generator for 12 bytes costs as much as for many; no byte is given out twice.
const pool = Buffer.alloc(NONCE_BYTES * 512);
let used = pool.length;

function nonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += NONCE_BYTES;
  return Buffer.from(pool.subarray(used - NONCE_BYTES, used));
}

/** AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256. Layout: nonce ‖ ciphertext ‖ tag. */
export const aesSuite: CryptoSuite = {
  id: 1,
  keyBytes: KEY_BYTES,

  seal(key, plain, bound) {
    const fresh = nonce();
    const cipher = createCipheriv(ALGORITHM, keyObject(key), fresh, { authTagLength: TAG_BYTES });
    cipher.setAAD(bound);
    return Buffer.concat([fresh, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },

  open(key, sealed, bound) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('too short');
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, keyObject(key), sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch (error) {
      throw new SealBroken('not what was sealed', { cause: error });
    }
  },

  mac: hmacSha256,

  derive: (key, purpose) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES)),
};
