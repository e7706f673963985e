import { Injectable } from '@nestjs/common';
import { aesSuite } from './aes-suite.js';
import { SealBroken } from './crypto-suite.js';
import { FieldKeyStore } from './field-key-store.js';

/** Where a sealed value lives; a value moved elsewhere cannot be opened. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Suite (1 byte) and version of the data key (4 bytes). */
const HEADER_BYTES = 5;

/** Encrypts single columns: AES-256-GCM under a data key that is itself wrapped by the service's key file. */
@Injectable()
export class FieldCipher {
  constructor(private readonly keys: FieldKeyStore) {}

  seal(plain: string, place: FieldPlace): Buffer {
    return this.sealBytes(Buffer.from(plain), place);
  }

  open(sealed: Buffer, place: FieldPlace): string {
    return this.openBytes(sealed, place).toString('utf8');
  }

  sealBytes(plain: Buffer, place: FieldPlace): Buffer {
    const { version, key } = this.keys.current();
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(aesSuite.id, 0);
    header.writeUInt32BE(version, 1);
    return Buffer.concat([header, aesSuite.seal(key, plain, bound(place, version))]);
  }

  openBytes(sealed: Buffer, place: FieldPlace): Buffer {
    if (sealed.length < HEADER_BYTES || sealed[0] !== aesSuite.id) throw new SealBroken('not a sealed value');
    const version = sealed.readUInt32BE(1);
    const key = this.keys.version(version);
    return aesSuite.open(key, sealed.subarray(HEADER_BYTES), bound(place, version));
  }

  /**
   * Adds a data key; all processes seal with it once the hand-over time is past. Values sealed before stay readable. Answers the
   * new version.
   */
  rotate(): Promise<number> {
    return this.keys.rotate();
  }
}

function bound(place: FieldPlace, version: number): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, place.rowId, version]));
}
