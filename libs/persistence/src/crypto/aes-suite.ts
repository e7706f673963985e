import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SealBroken, type CryptoSuite } from './crypto-suite.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256. Layout: nonce ‖ ciphertext ‖ tag. */
export const aesSuite: CryptoSuite = {
  id: 1,
  keyBytes: KEY_BYTES,

  seal(key, plain, bound) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(bound);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },

  open(key, sealed, bound) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('too short');
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch (error) {
      throw new SealBroken('not what was sealed', { cause: error });
    }
  },

  mac: (key, data) => createHmac('sha256', key).update(data).digest(),

  derive: (key, purpose) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES)),
};
