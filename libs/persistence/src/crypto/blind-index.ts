import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { aesSuite } from './aes-suite.js';
import { keyFile, readKeyRing, type FileKey } from './key-ring.js';

/** What is searched by exact value; each purpose has a key of its own. */
export type BlindPurpose = 'id-number' | 'phone' | 'name';

/**
 * Keyed hash of a normalised value, for a search column beside the sealed one. Equal values give equal hashes, so whoever holds the
 * key can try all ID numbers of a district in minutes: the key lies in a file of its own, never near the database.
 */
@Injectable()
export class BlindIndex {
  private readonly keys: Record<BlindPurpose, Buffer>;

  constructor(@Inject(SERVICE_SETTINGS) settings: Pick<ServiceSettings, 'keysDirectory' | 'service'>) {
    const { key } = readKeyRing(keyFile.blind(settings.keysDirectory, settings.service))[0] as FileKey;
    this.keys = {
      'id-number': aesSuite.derive(key, 'xinqiao/blind/id-number'),
      phone: aesSuite.derive(key, 'xinqiao/blind/phone'),
      name: aesSuite.derive(key, 'xinqiao/blind/name'),
    };
  }

  of(purpose: BlindPurpose, normalised: string): Buffer {
    return aesSuite.mac(this.keys[purpose], Buffer.from(normalised));
  }
}
