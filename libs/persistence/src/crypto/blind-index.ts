import { Injectable } from '@nestjs/common';

/** What is searched by exact value; each purpose has a key of its own. */
export type BlindPurpose = 'id-number' | 'phone';

/** Keyed hash of a normalised value, for a search column beside the sealed one. */
@Injectable()
export class BlindIndex {
  of(_purpose: BlindPurpose, _normalised: string): Buffer {
    throw new Error('not yet');
  }
}
