import { Inject, Injectable } from '@nestjs/common';
import { isInScope } from '#auth';
import { OrgChangedSchema, type ErrorCode, type FieldProblem } from '#contracts';
import { checkOrg, requiredParent, type OrgDraft } from '#domain';
import type { WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { OrgRepository, toOrg, type OrgState } from './org.repository.js';

/** What became of a unit that was to be recorded. */
export type OrgOutcome =
  | { readonly kind: 'recorded' | 'unchanged'; readonly org: OrgState }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldProblem[] }
  | { readonly kind: 'out-of-scope' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly field: string };

/** Records a unit of the tree inside a transaction; the single request and the import share it. */
@Injectable()
export class OrgRecorder {
  constructor(
    private readonly orgs: OrgRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  async record(tx: WriteTx, draft: OrgDraft): Promise<OrgOutcome> {
    const errors = checkOrg(draft, this.settings);
    if (errors.length > 0) return { kind: 'invalid', errors };
    if (!isInScope(tx.caller, draft.code)) return { kind: 'out-of-scope' };
    const org = toState(draft);
    const overlap = await this.orgs.findOverlap(tx, org);
    if (overlap !== undefined) {
      if (sameFacts(overlap, org)) return { kind: 'unchanged', org: overlap };
      return { kind: 'refused', code: 'REGISTRY.ORG.PERIOD_OVERLAP', field: 'code' };
    }
    if (org.parent !== null && (await this.orgs.findValid(tx, org.parent, org.validFrom)) === undefined) {
      return { kind: 'refused', code: 'REGISTRY.ORG.PARENT_MISSING', field: 'code' };
    }
    const stored = await this.orgs.insert(tx, org);
    announceOrg(tx, stored);
    return { kind: 'recorded', org: stored };
  }
}

/** Tells the other services the whole new state. */
export function announceOrg(tx: WriteTx, org: OrgState): void {
  tx.emit(OrgChangedSchema, { org: toOrg(org) }, { aggregateId: org.code, aggregateVersion: org.version });
}

function toState(draft: OrgDraft): Omit<OrgState, 'version'> {
  return {
    code: draft.code,
    name: draft.name.trim(),
    tier: draft.tier,
    urbanRural: draft.urbanRural ?? null,
    validFrom: draft.validFrom,
    validTo: draft.validTo ?? null,
    parent: requiredParent(draft.code),
  };
}

function sameFacts(stored: OrgState, wanted: Omit<OrgState, 'version'>): boolean {
  return (
    stored.name === wanted.name &&
    stored.urbanRural === wanted.urbanRural &&
    stored.validFrom === wanted.validFrom &&
    stored.validTo === wanted.validTo
  );
}
