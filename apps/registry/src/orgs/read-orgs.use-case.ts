import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  DomainError,
  type GetOrgRequest,
  type GetOrgResponseSchema,
  type ListOrgsRequest,
  type ListOrgsResponseSchema,
} from '#contracts';
import { isAreaPrefix, isIsoDate, isCode, ORG_TIERS, toAreaCode } from '#domain';
import type { Caller } from '#observability';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { decodeCursor, encodeCursor, pageSize } from '../paging.js';
import { OrgRepository, toOrg } from './org.repository.js';

/** The tree is reference data: everybody who is signed in may read all of it. */
@Injectable()
export class ReadOrgsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orgs: OrgRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  async get(request: GetOrgRequest, caller: Caller): Promise<MessageInitShape<typeof GetOrgResponseSchema>> {
    const asOf = this.day(request.asOf);
    const org = await this.unitOfWork.read(caller, (tx) =>
      request.asOf === undefined ? this.orgs.find(tx, request.code, asOf) : this.orgs.findValid(tx, request.code, asOf),
    );
    if (org === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return { org: toOrg(org) };
  }

  async list(request: ListOrgsRequest, caller: Caller): Promise<MessageInitShape<typeof ListOrgsResponseSchema>> {
    if (request.parent !== undefined && !isAreaPrefix(request.parent, this.settings)) throw invalid('parent');
    if (request.tier !== undefined && !isCode(ORG_TIERS, request.tier)) throw invalid('tier');
    const limit = pageSize(request.limit);
    const [after = ''] = decodeCursor(request.cursor, 1);
    const filter = {
      asOf: this.day(request.asOf),
      parent: request.parent === undefined ? undefined : toAreaCode(request.parent),
      tier: request.tier,
      after,
      limit: limit + 1,
    };
    const rows = await this.unitOfWork.read(caller, (tx) => this.orgs.list(tx, filter));
    const items = rows.slice(0, limit).map(toOrg);
    const last = items.at(-1);
    return rows.length > limit && last !== undefined ? { items, nextCursor: encodeCursor([last.code]) } : { items };
  }

  private day(asOf: string | undefined): string {
    if (asOf === undefined) return this.settings.clock.today();
    if (!isIsoDate(asOf))
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'asOf', code: 'FIELD.DATE' }] });
    return asOf;
  }
}

function invalid(field: string): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field, code: 'FIELD.CODE' }] });
}
