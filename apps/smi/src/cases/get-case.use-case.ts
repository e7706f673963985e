import type { MessageInitShape } from '@bufbuild/protobuf';
import { Inject, Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import { DomainError, type CaseSchema } from '#contracts';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { isUuid } from '../paging/uuid.js';
import { CaseRepository } from './case.repository.js';
import { CaseViewMapper } from './case-view.mapper.js';

/** One case, masked; the reading is on record before the answer leaves. */
@Injectable()
export class GetCaseUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly views: CaseViewMapper,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  async get(id: string, context: CallContext): Promise<MessageInitShape<typeof CaseSchema>> {
    if (!isUuid(id)) throw new DomainError('COMMON.NOT_FOUND');
    const row = await this.unitOfWork.readAudited(context, async (tx) => {
      const found = await this.cases.find(tx, id);
      if (found === undefined) throw new DomainError('COMMON.NOT_FOUND');
      assertInScope(context.caller, found.org);
      tx.audit({ action: 'case.read', subjectKind: 'case', subjectId: id, org: found.org });
      return found;
    });
    return this.views.toCase(row, this.settings.clock.today());
  }
}
