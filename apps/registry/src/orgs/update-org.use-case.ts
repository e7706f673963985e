import { Inject, Injectable } from '@nestjs/common';
import { create, toJson } from '@bufbuild/protobuf';
import { assertInScope } from '#auth';
import {
  DomainError,
  OrgSchema,
  UpdateOrgResponseSchema,
  type UpdateOrgRequest,
  type UpdateOrgResponse,
} from '#contracts';
import { checkOrg } from '#domain';
import { messageCodec, UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { announceOrg } from './org-recorder.js';
import { OrgRepository, toOrg, type OrgState } from './org.repository.js';

@Injectable()
export class UpdateOrgUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orgs: OrgRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  execute(request: UpdateOrgRequest, call: WriteCall): Promise<UpdateOrgResponse> {
    return this.unitOfWork.write(
      call,
      async (tx) => create(UpdateOrgResponseSchema, { org: toOrg(await this.change(tx, request)) }),
      messageCodec(UpdateOrgResponseSchema),
    );
  }

  private async change(tx: WriteTx, request: UpdateOrgRequest): Promise<OrgState> {
    assertInScope(tx.caller, request.code);
    const before = await this.basedOn(tx, request);
    const after: OrgState = {
      ...before,
      name: request.name?.trim() ?? before.name,
      urbanRural: request.urbanRural ?? before.urbanRural,
      validTo: request.validTo ?? before.validTo,
    };
    const errors = checkOrg(toOrg(after), this.settings);
    if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
    const overlap = await this.orgs.findOverlap(tx, { ...after, validFrom: before.validFrom });
    if (overlap !== undefined && overlap.validFrom !== before.validFrom) {
      throw new DomainError('REGISTRY.ORG.PERIOD_OVERLAP', {
        errors: [{ field: 'validTo', code: 'REGISTRY.ORG.PERIOD_OVERLAP' }],
      });
    }
    const stored = await this.orgs.update(tx, after);
    announceOrg(tx, stored);
    const fields = (['name', 'urbanRural', 'validTo'] as const).filter((field) => request[field] !== undefined);
    tx.audit({
      action: 'org.update',
      subjectKind: 'org',
      subjectId: stored.code,
      org: stored.code,
      details: { fields },
    });
    return stored;
  }

  // A version stands for one period of the code, so it names what is changed.
  private async basedOn(tx: WriteTx, request: UpdateOrgRequest): Promise<OrgState> {
    const found = await this.orgs.findVersion(tx, request.code, request.expectedVersion);
    if (found !== undefined) return found;
    const current = await this.orgs.find(tx, request.code, this.settings.clock.today());
    if (current === undefined) throw new DomainError('COMMON.NOT_FOUND');
    const context = toJson(OrgSchema, create(OrgSchema, toOrg(current)));
    throw new DomainError('COMMON.VERSION_STALE', { context });
  }
}
