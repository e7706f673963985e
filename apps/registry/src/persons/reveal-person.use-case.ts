import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { validate as isUuid } from 'uuid';
import { DomainError, type FieldProblem, type RevealPersonRequest, type RevealPersonResponseSchema } from '#contracts';
import { maskFreeText, type PersonFacts } from '#domain';
import type { CallContext } from '#observability';
import { UnitOfWork, type AuditedTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { REGISTRY_OPTIONS, type RegistryOptions } from '../registry-options.js';
import type { PersonRecord } from './person-record.js';
import { PersonRepository } from './person.repository.js';
import { PersonVault } from './person-vault.js';

const REVEALABLE = [
  'name',
  'birthDate',
  'idNumber',
  'phone',
  'address',
] as const satisfies readonly (keyof PersonFacts)[];
const REASON_LENGTH = 200;
const AN_HOUR = 3_600;

/** Clear values: a right of its own, with a reason, counted by day, and in the audit trail before they leave (G.4). */
@Injectable()
export class RevealPersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly vault: PersonVault,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    @Inject(REGISTRY_OPTIONS) private readonly options: RegistryOptions,
  ) {}

  async execute(
    request: RevealPersonRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof RevealPersonResponseSchema>> {
    const fields = checkReveal(request);
    // Not kept under an idempotency key: the answer holds clear values.
    return this.unitOfWork.readAudited(context, async (tx) => {
      const record = isUuid(request.id) ? await this.persons.find(tx, request.id) : undefined;
      if (record === undefined) throw new DomainError('COMMON.NOT_FOUND');
      await this.count(tx, record);
      const details = { fields, reason: maskFreeText(request.reason.trim()) };
      tx.audit({ ...about(record), details });
      return { values: clear(this.vault.open(record), fields) };
    });
  }

  private async count(tx: AuditedTx, record: PersonRecord): Promise<void> {
    const limit = this.options.revealsPerDay;
    if (await this.persons.takeReveal(tx, tx.caller.id, this.settings.clock.today(), limit)) return;
    tx.audit({ ...about(record), outcome: 'refused', details: { limit } });
    throw new DomainError('REGISTRY.PERSON.REVEAL_LIMIT', { retryAfterSeconds: AN_HOUR });
  }
}

function about(record: PersonRecord) {
  return { action: 'person.reveal', subjectKind: 'person', subjectId: record.id, org: record.residenceOrg };
}

function checkReveal(request: RevealPersonRequest): (typeof REVEALABLE)[number][] {
  const errors: FieldProblem[] = [];
  const reason = request.reason.trim();
  if (reason === '') errors.push({ field: 'reason', code: 'FIELD.REQUIRED' });
  else if (reason.length > REASON_LENGTH) errors.push({ field: 'reason', code: 'FIELD.TOO_LONG' });
  if (request.fields.length === 0) errors.push({ field: 'fields', code: 'FIELD.REQUIRED' });
  const known = REVEALABLE.filter((field) => request.fields.includes(field));
  if (request.fields.some((field) => !(REVEALABLE as readonly string[]).includes(field))) {
    errors.push({ field: 'fields', code: 'FIELD.CODE' });
  }
  if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
  return known;
}

function clear(facts: PersonFacts, fields: readonly (typeof REVEALABLE)[number][]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = facts[field];
    if (value !== null) values[field] = value;
  }
  return values;
}
