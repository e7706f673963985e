import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { aesSuite } from './aes-suite.js';
import { SealBroken } from './crypto-suite.js';
import { keyFile, readKeyRing, type FileKey } from './key-ring.js';

const HEADER_BYTES = 5;

/** Seals personal fields of events with the node's bus key; `boundTo` (the aggregate id) must match when opened. */
@Injectable()
export class BusCipher {
  private readonly ring: readonly FileKey[];

  constructor(@Inject(SERVICE_SETTINGS) settings: Pick<ServiceSettings, 'keysDirectory'>) {
    this.ring = readKeyRing(keyFile.bus(settings.keysDirectory));
  }

  /** Answers base64. */
  seal(plain: string, boundTo: string): string {
    const { id, key } = this.ring[0] as FileKey;
    const header = Buffer.concat([Buffer.of(aesSuite.id), Buffer.from(id, 'hex')]);
    return Buffer.concat([header, aesSuite.seal(key, Buffer.from(plain), bound(boundTo))]).toString('base64');
  }

  open(sealed: string, boundTo: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const id = bytes.subarray(1, HEADER_BYTES).toString('hex');
    const found = this.ring.find((each) => each.id === id);
    if (bytes[0] !== aesSuite.id || !found) throw new SealBroken('sealed with a key this node does not hold');
    return aesSuite.open(found.key, bytes.subarray(HEADER_BYTES), bound(boundTo)).toString('utf8');
  }
}

function bound(boundTo: string): Buffer {
  return Buffer.from(JSON.stringify(['bus', boundTo]));
}
