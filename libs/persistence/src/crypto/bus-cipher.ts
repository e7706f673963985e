import { Injectable } from '@nestjs/common';

/** Seals personal fields of events with the node's bus key; `boundTo` (the aggregate id) must match when opened. */
@Injectable()
export class BusCipher {
  /** Answers base64. */
  seal(_plain: string, _boundTo: string): string {
    throw new Error('not yet');
  }

  open(_sealed: string, _boundTo: string): string {
    throw new Error('not yet');
  }
}
