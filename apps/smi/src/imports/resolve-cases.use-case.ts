import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { DomainError, type ResolveCasesRequest, type ResolveCasesResponseSchema } from '#contracts';
import { isRegistered, type CaseStatus } from '#domain';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { isUuid } from '../paging/uuid.js';

const MOST_KEYS = 2_000;
const RESOLVE = `
  select c.id, c.case_no, c.person_id, c.status from smi_case c
  where c.case_no = any($1::text[]) or c.person_id = any($2::uuid[]) order by c.id`;

interface ResolvedRow {
  id: string;
  case_no: string;
  person_id: string;
  status: CaseStatus;
}

/** Which case a number or a person stands for, inside the caller's area. Ids only: whom they belong to is not told. */
@Injectable()
export class ResolveCasesUseCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async resolve(
    { caseNos, personIds }: ResolveCasesRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ResolveCasesResponseSchema>> {
    if (caseNos.length + personIds.length > MOST_KEYS) throw new DomainError('COMMON.TOO_LARGE');
    const known = personIds.filter(isUuid);
    const rows = await this.unitOfWork.read(context.caller, (tx) =>
      tx.prepared<ResolvedRow>(RESOLVE, [caseNos, known]),
    );
    return {
      items: rows.map((row) => ({
        caseId: row.id,
        caseNo: row.case_no,
        personId: row.person_id,
        registered: isRegistered(row.status),
      })),
    };
  }
}
