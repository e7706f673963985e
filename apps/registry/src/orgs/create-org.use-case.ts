import { Injectable } from '@nestjs/common';
import { CreateOrgResponseSchema, DomainError, type CreateOrgRequest, type CreateOrgResponse } from '#contracts';
import { create } from '@bufbuild/protobuf';
import { messageCodec, UnitOfWork, type WriteCall } from '#persistence';
import { OrgRecorder } from './org-recorder.js';
import { toOrg } from './org.repository.js';

@Injectable()
export class CreateOrgUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: OrgRecorder,
  ) {}

  execute(request: CreateOrgRequest, call: WriteCall): Promise<CreateOrgResponse> {
    return this.unitOfWork.write(
      call,
      async (tx) => {
        const outcome = await this.recorder.record(tx, request);
        if (outcome.kind === 'invalid') throw new DomainError('COMMON.VALIDATION_FAILED', { errors: outcome.errors });
        if (outcome.kind === 'out-of-scope') throw new DomainError('COMMON.NOT_FOUND');
        if (outcome.kind === 'refused') {
          throw new DomainError(outcome.code, { errors: [{ field: outcome.field, code: outcome.code }] });
        }
        if (outcome.kind === 'unchanged') throw new DomainError('REGISTRY.ORG.PERIOD_OVERLAP');
        tx.audit({ action: 'org.create', subjectKind: 'org', subjectId: outcome.org.code, org: outcome.org.code });
        return create(CreateOrgResponseSchema, { org: toOrg(outcome.org) });
      },
      messageCodec(CreateOrgResponseSchema),
    );
  }
}
