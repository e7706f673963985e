import { Injectable } from '@nestjs/common';
import { create } from '@bufbuild/protobuf';
import { v7 } from 'uuid';
import {
  CreatePersonResponseSchema,
  DomainError,
  PersonInputSchema,
  type CreatePersonRequest,
  type CreatePersonResponse,
} from '#contracts';
import { messageCodec, UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { PersonChecks } from './person-checks.js';
import { PersonDuplicates, type DuplicateCandidate } from './person-duplicates.js';
import type { PersonRecord } from './person-record.js';
import { PersonMapper } from './person.mapper.js';
import { PersonRepository } from './person.repository.js';
import { PersonVault } from './person-vault.js';

@Injectable()
export class CreatePersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: PersonChecks,
    private readonly persons: PersonRepository,
    private readonly duplicates: PersonDuplicates,
    private readonly vault: PersonVault,
    private readonly mapper: PersonMapper,
  ) {}

  execute(request: CreatePersonRequest, call: WriteCall): Promise<CreatePersonResponse> {
    const input = request.person ?? create(PersonInputSchema);
    const facts = this.checks.facts(input);
    const record = this.vault.seal(facts, v7(), 1);
    return this.unitOfWork.write(
      call,
      async (tx) => {
        await this.checks.residence(tx, record.residenceOrg);
        await this.refuseDuplicates(tx, record, input.confirmedNotDuplicate);
        const inserted = await this.persons.insert(tx, [record]);
        if (inserted.size === 0) throw this.taken(tx, record, []);
        this.mapper.announce(tx, record, facts);
        tx.audit({ action: 'person.create', subjectKind: 'person', subjectId: record.id, org: record.residenceOrg });
        return create(CreatePersonResponseSchema, { person: this.mapper.masked(record) });
      },
      messageCodec(CreatePersonResponseSchema),
    );
  }

  private async refuseDuplicates(tx: WriteTx, record: PersonRecord, confirmed: boolean): Promise<void> {
    const candidates = await this.duplicates.candidates(tx, record);
    const same = candidates.filter((candidate) => candidate.strength === 'same');
    if (same.length > 0) throw this.taken(tx, record, same);
    if (confirmed || candidates.length === 0) return;
    this.noteRefusal(tx, record, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE', candidates);
    throw new DomainError('REGISTRY.PERSON.POSSIBLE_DUPLICATE', {
      context: { candidates: this.views(candidates), elsewhere: false },
    });
  }

  // A number held in another area is said to exist, and nothing more.
  private taken(tx: WriteTx, record: PersonRecord, holders: readonly DuplicateCandidate[]): DomainError {
    this.noteRefusal(tx, record, 'REGISTRY.PERSON.ID_NUMBER_EXISTS', holders);
    return new DomainError('REGISTRY.PERSON.ID_NUMBER_EXISTS', {
      errors: [{ field: 'idNumber', code: 'REGISTRY.PERSON.ID_NUMBER_EXISTS' }],
      context: { candidates: this.views(holders), elsewhere: holders.length === 0 },
    });
  }

  private views(candidates: readonly DuplicateCandidate[]) {
    return candidates.map(({ record, strength }) => ({ strength, person: this.mapper.maskedJson(record) }));
  }

  // The refusal shows other people, masked; so it leaves a trace like any other read.
  private noteRefusal(tx: WriteTx, record: PersonRecord, code: string, shown: readonly DuplicateCandidate[]): void {
    const details = { code, shown: shown.map((candidate) => candidate.record.id) };
    tx.audit({
      action: 'person.create',
      subjectKind: 'person',
      org: record.residenceOrg,
      outcome: 'refused',
      details,
    });
  }
}
