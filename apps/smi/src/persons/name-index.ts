import { Injectable } from '@nestjs/common';
import { BlindIndex } from '#persistence';
import { nameParts, searchPart } from './name-tokens.js';

/** Keyed hashes of the parts of a name: a search finds people while the database holds no name in clear. */
@Injectable()
export class NameIndex {
  constructor(private readonly blindIndex: BlindIndex) {}

  tokensOf(name: string): number[] {
    return nameParts(name).map((part) => this.token(part));
  }

  tokenOf(searchText: string): number {
    return this.token(searchPart(searchText));
  }

  // 32 bits keep the index small; the odd false hit among one area's cases is a name too many in a list, never one too few.
  private token(part: string): number {
    return this.blindIndex.of('name', part).readInt32BE(0);
  }
}
