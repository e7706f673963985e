import { Inject, Injectable } from '@nestjs/common';
import { isInScope } from '#auth';
import { DomainError } from '#contracts';
import { checkPerson, type PersonDraft, type PersonFacts } from '#domain';
import type { Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { OrgRepository } from '../orgs/org.repository.js';

/** What must hold before a resident is stored, beyond the tables' own constraints. */
@Injectable()
export class PersonChecks {
  constructor(
    private readonly orgs: OrgRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** The normal form of a draft, or a refusal that names every field at fault. */
  facts(draft: PersonDraft): PersonFacts {
    const { facts, refusals } = checkPerson(draft, {
      today: this.settings.clock.today(),
      demo: this.settings.demo,
    });
    if (refusals.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: refusals });
    return facts;
  }

  /** The residence must be a unit of today's tree inside the caller's area; the answer does not tell which of both failed. */
  async residence(tx: Tx, org: string): Promise<void> {
    const known = isInScope(tx.caller, org) && (await this.orgs.findValid(tx, org, this.settings.clock.today()));
    if (known === false || known === undefined) {
      const errors = [{ field: 'residenceOrg', code: 'REGISTRY.ORG.UNKNOWN' as const }];
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
    }
  }
}
