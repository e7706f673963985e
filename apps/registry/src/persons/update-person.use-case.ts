import { Injectable } from '@nestjs/common';
import { create } from '@bufbuild/protobuf';
import {
  DomainError,
  PersonPatchSchema,
  UpdatePersonResponseSchema,
  type PersonPatch,
  type UpdatePersonRequest,
  type UpdatePersonResponse,
} from '#contracts';
import { countyOf, type PersonDraft, type PersonFacts } from '#domain';
import { messageCodec, UniqueViolation, UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { validate as isUuid } from 'uuid';
import { RowDigests } from '../imports/row-digest.js';
import { PersonChecks } from './person-checks.js';
import type { PersonRecord } from './person-record.js';
import { PersonMapper } from './person.mapper.js';
import { PersonRepository } from './person.repository.js';
import { PersonVault } from './person-vault.js';

const FIELDS = [
  'name',
  'sex',
  'birthDate',
  'idType',
  'idNumber',
  'phone',
  'residenceOrg',
  'registeredOrg',
  'address',
  'livingSince',
  'ethnicity',
  'education',
  'maritalStatus',
  'employment',
] as const satisfies readonly (keyof PersonPatch & keyof PersonFacts)[];

/** Changes what the patch names; an empty text clears an optional field. */
@Injectable()
export class UpdatePersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: PersonChecks,
    private readonly persons: PersonRepository,
    private readonly vault: PersonVault,
    private readonly mapper: PersonMapper,
    private readonly digests: RowDigests,
  ) {}

  async execute(request: UpdatePersonRequest, call: WriteCall): Promise<UpdatePersonResponse> {
    if (!isUuid(request.id)) throw new DomainError('COMMON.NOT_FOUND');
    try {
      return await this.unitOfWork.write(
        call,
        async (tx) =>
          create(UpdatePersonResponseSchema, { person: this.mapper.masked(await this.change(tx, request)) }),
        messageCodec(UpdatePersonResponseSchema),
      );
    } catch (error) {
      if (!(error instanceof UniqueViolation) || error.constraint !== 'person_id_number') throw error;
      throw new DomainError('REGISTRY.PERSON.ID_NUMBER_EXISTS', {
        errors: [{ field: 'idNumber', code: 'REGISTRY.PERSON.ID_NUMBER_EXISTS' }],
        cause: error,
      });
    }
  }

  private async change(tx: WriteTx, request: UpdatePersonRequest): Promise<PersonRecord> {
    const before = await this.persons.findForUpdate(tx, request.id);
    if (before === undefined) throw new DomainError('COMMON.NOT_FOUND');
    if (before.version !== request.expectedVersion) {
      throw new DomainError('COMMON.VERSION_STALE', { context: this.mapper.maskedJson(before) });
    }
    const patch = request.patch ?? create(PersonPatchSchema);
    const changed = FIELDS.filter((field) => patch[field] !== undefined);
    const facts = this.checks.facts(merged(this.vault.open(before), patch));
    if (facts.residenceOrg !== before.residenceOrg) await this.checks.residence(tx, facts.residenceOrg);
    const after = this.vault.seal(facts, before.id, before.version + 1, before);
    if (!(await this.persons.update(tx, after))) throw new DomainError('COMMON.NOT_FOUND');
    await this.rememberRow(tx, before);
    this.mapper.announce(tx, after, facts);
    tx.audit({
      action: 'person.update',
      subjectKind: 'person',
      subjectId: after.id,
      org: after.residenceOrg,
      details: { fields: changed },
    });
    return after;
  }

  // An imported row is recognised by the number it came with, which may be the one that is corrected now.
  private async rememberRow(tx: WriteTx, { residenceOrg, importDigest }: PersonRecord): Promise<void> {
    if (importDigest === null) return;
    await this.digests.remember(tx, 'persons-changed', [{ county: countyOf(residenceOrg), digest: importDigest }]);
  }
}

function merged(facts: PersonFacts, patch: PersonPatch): PersonDraft {
  const draft: Record<string, string | undefined> = {};
  for (const field of FIELDS) draft[field] = patch[field] ?? facts[field] ?? undefined;
  return draft as unknown as PersonDraft;
}
