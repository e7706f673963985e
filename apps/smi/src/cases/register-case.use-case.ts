import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import {
  DomainError,
  PersonService,
  RegisterCaseResponseSchema,
  type CaseInput,
  type RegisterCaseRequest,
  type RegisterCaseResponse,
} from '#contracts';
import type { CallContext } from '#observability';
import { RpcClient, type RpcCall } from '#messaging';
import { messageCodec, UniqueViolation, UnitOfWork, type WriteTx } from '#persistence';
import { isUuid } from '../paging/uuid.js';
import type { KnownPerson } from '../persons/person-copy.repository.js';
import { refusalOf, SmiRules } from '../rules/smi-rules.js';
import { CaseBuilder } from './case-builder.js';
import { emitCaseChanged } from './case-events.js';
import { CaseStores, firstConsent } from './case-stores.js';
import { CaseViewMapper } from './case-view.mapper.js';

const CODEC = messageCodec(RegisterCaseResponseSchema);

/** Opens the file of a confirmed case. */
@Injectable()
export class RegisterCaseUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: CaseStores,
    private readonly builder: CaseBuilder,
    private readonly views: CaseViewMapper,
    private readonly rules: SmiRules,
    private readonly rpc: RpcClient,
  ) {}

  async register(request: RegisterCaseRequest, call: RpcCall): Promise<RegisterCaseResponse> {
    const { input } = request;
    if (input === undefined) throw refusalOf([{ field: 'input', code: 'FIELD.REQUIRED' }]);
    assertInScope(call.context.caller, input.org);
    const person = await this.personOf(input.personId, call.context);
    const refusals = this.builder.refusals(input, person);
    if (refusals.length > 0) throw refusalOf(refusals);
    try {
      return await this.unitOfWork.write(call, (tx) => this.write(tx, input, person), CODEC);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** From the copy; a person whose event is still on its way is asked for at the registry. */
  private async personOf(personId: string, context: CallContext): Promise<KnownPerson | undefined> {
    if (!isUuid(personId)) throw unknownPerson();
    const known = await this.unitOfWork.read(context.caller, (tx) => this.stores.persons.find(tx, [personId]));
    const person = known.get(personId);
    if (person !== undefined) return person;
    try {
      await this.rpc.call(PersonService.method.getPerson, { id: personId }, context);
    } catch (error) {
      throw error instanceof DomainError && error.category === 'not_found' ? unknownPerson(error) : error;
    }
    return undefined;
  }

  private async write(tx: WriteTx, input: CaseInput, known: KnownPerson | undefined): Promise<RegisterCaseResponse> {
    const person = known ?? (await this.stores.persons.findForNewCase(tx, [input.personId])).get(input.personId);
    const row = this.builder.build(input, person);
    const at = this.rules.now();
    await this.stores.cases.insert(tx, [row], at);
    await this.stores.cases.insertTokens(tx, this.builder.tokensOf(row, person));
    await this.stores.consents.insert(tx, firstConsent(row), at);
    emitCaseChanged(tx, row);
    tx.audit({ action: 'case.register', subjectKind: 'case', subjectId: row.id, org: row.org });
    return create(RegisterCaseResponseSchema, { case: this.views.toCase(row, this.rules.today()) });
  }
}

function unknownPerson(cause?: unknown): DomainError {
  const errors = [{ field: 'personId', code: 'SMI.CASE.PERSON_UNKNOWN' as const }];
  return new DomainError('SMI.CASE.PERSON_UNKNOWN', { errors, cause });
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof UniqueViolation)) return error;
  if (error.constraint === 'smi_case_no') {
    const errors = [{ field: 'caseNo', code: 'SMI.CASE.NO_TAKEN' as const }];
    return new DomainError('SMI.CASE.NO_TAKEN', { errors, cause: error });
  }
  if (error.constraint === 'smi_case_active_person') {
    const errors = [{ field: 'personId', code: 'SMI.CASE.ALREADY_REGISTERED' as const }];
    return new DomainError('SMI.CASE.ALREADY_REGISTERED', { errors, cause: error });
  }
  return error;
}
