import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { PersonCopyRepository } from '../persons/person-copy.repository.js';
import { CaseRepository } from './case.repository.js';
import type { CaseRow } from './case.row.js';
import { ConsentRepository, type ConsentRow } from './consent.repository.js';

/** Where the parts of a new case are kept. */
@Injectable()
export class CaseStores {
  constructor(
    readonly cases: CaseRepository,
    readonly consents: ConsentRepository,
    readonly persons: PersonCopyRepository,
  ) {}
}

/** The consent given with the registration, as the first row of its history. */
export function firstConsent(row: CaseRow): ConsentRow[] {
  if (row.consent_decision === null || row.consent_on === null) return [];
  return [
    {
      id: v7(),
      county: row.county,
      case_id: row.id,
      org: row.org,
      decision: row.consent_decision,
      signed_on: row.consent_on,
      signer: row.consent_signer ?? 'guardian',
      reask_on: row.consent_reask_on,
    },
  ];
}
