import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { Lease } from '../transaction/lease.js';
import { anchorFile, readAnchor, type AuditAnchor } from './audit-anchor.js';
import { chainHash, genesisHash, SEALED_COLUMNS, type SealedEntry } from './audit-canonical.js';

export interface AuditVerdict {
  readonly sealed: number;
  /** Rows written and not yet sealed. */
  readonly pending: number;
  readonly intact: boolean;
  /** First position that is not what was sealed. */
  readonly brokenAt: number | undefined;
  /** In English, for operators. */
  readonly reason: string | undefined;
  /** What kind of damage it is. */
  readonly fault: AuditFault | undefined;
  readonly headHash: string;
}

/** A row is missing, is not what was sealed, differs from the head kept outside the database, or the chain ends before it. */
export type AuditFault = 'missing' | 'changed' | 'anchor' | 'cut_off';

const BATCH = 2_000;
const PAGE = `select ${SEALED_COLUMNS} from audit_entry where chain_seq > $1 order by chain_seq limit ${BATCH.toString()}`;

interface Walk {
  /** Rows found to be what was sealed, from the first on without a hole. */
  seq: number;
  hash: Buffer;
  broken: { readonly fault: AuditFault; readonly reason: string } | undefined;
  anchorMet: boolean;
}

/** Recomputes the service's whole audit chain, streaming, and compares it with the head kept outside the database. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  async verify(): Promise<AuditVerdict> {
    const anchor = await readAnchor(anchorFile(this.settings));
    const walk: Walk = { seq: 0, hash: genesisHash(this.settings.service), broken: undefined, anchorMet: !anchor };
    for (;;) {
      const page = (await this.select(PAGE, [walk.seq])) as SealedEntry[];
      for (const entry of page) {
        step(walk, entry, anchor);
        if (walk.broken) break;
      }
      if (walk.broken || page.length < BATCH) break;
    }
    if (!walk.broken && !walk.anchorMet) {
      walk.broken = { fault: 'cut_off', reason: 'the chain ends before the head kept outside the database' };
    }
    return this.verdict(walk);
  }

  private async verdict(walk: Walk): Promise<AuditVerdict> {
    const [counts] = (await this.select(
      'select (select count(*) from audit_entry) as sealed, (select count(*) from audit_pending) as pending',
      [],
    )) as [{ sealed: number; pending: number }];
    return {
      sealed: counts.sealed,
      pending: counts.pending,
      intact: walk.broken === undefined,
      brokenAt: walk.broken === undefined ? undefined : walk.seq + 1,
      reason: walk.broken?.reason,
      fault: walk.broken?.fault,
      headHash: walk.hash.toString('hex'),
    };
  }

  private async select(text: string, values: unknown[]): Promise<unknown[]> {
    const lease = await Lease.take(this.dataSource);
    try {
      return (await lease.send({ text, values })).rows as unknown[];
    } finally {
      await lease.giveBack();
    }
  }
}

function step(walk: Walk, entry: SealedEntry, anchor: AuditAnchor | undefined): void {
  const next = walk.seq + 1;
  const hash = chainHash(walk.hash, entry);
  const row = `row ${next.toString()}`;
  if (entry.chain_seq !== next) walk.broken = { fault: 'missing', reason: `${row} is missing` };
  else if (!hash.equals(entry.hash)) walk.broken = { fault: 'changed', reason: `${row} is not what was sealed` };
  else if (anchor?.seq === next && hash.toString('hex') !== anchor.hash) {
    walk.broken = { fault: 'anchor', reason: `${row} differs from the head kept outside the database` };
  }
  if (walk.broken) return;
  walk.seq = next;
  walk.hash = hash;
  if (anchor?.seq === next) walk.anchorMet = true;
}
