import { Injectable } from '@nestjs/common';

export interface AuditVerdict {
  readonly sealed: number;
  /** Rows written and not yet sealed. */
  readonly pending: number;
  readonly intact: boolean;
  /** First position that is not what was sealed. */
  readonly brokenAt: number | undefined;
  readonly reason: string | undefined;
  readonly headHash: string;
}

/** Recomputes the service's whole audit chain, streaming. */
@Injectable()
export class AuditVerifier {
  verify(): Promise<AuditVerdict> {
    return Promise.reject(new Error('not yet'));
  }
}
