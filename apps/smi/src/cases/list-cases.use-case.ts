import type { MessageInitShape } from '@bufbuild/protobuf';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ListCasesRequest, type ListCasesResponseSchema } from '#contracts';
import type { Caller, CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { areaCondition } from '../paging/area-range.js';
import { decodeCursor, pageLimit, pageOf } from '../paging/page-cursor.js';
import { isUuid } from '../paging/uuid.js';
import { NameIndex } from '../persons/name-index.js';
import { ACTIVE_STATUSES, CASE_SELECT, type CaseRow } from './case.row.js';
import { CaseViewMapper } from './case-view.mapper.js';

/** Cases of the caller's area in the order of area and case number, by keyset; no totals. */
@Injectable()
export class ListCasesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly names: NameIndex,
    private readonly views: CaseViewMapper,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  async list(
    request: ListCasesRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ListCasesResponseSchema>> {
    const limit = pageLimit(request.limit);
    const today = this.settings.clock.today();
    const rows = await this.unitOfWork.readAudited(context, async (tx) => {
      const found = await this.read(tx, context.caller, request, limit, today);
      tx.audit({ action: 'case.list', subjectKind: 'case', details: auditDetails(request, found.length) });
      return found;
    });
    const page = pageOf(rows, limit, (row) => [row.org, row.case_no, row.id]);
    return {
      items: page.items.map((row) => this.views.toListed(row, today)),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    };
  }

  private read(tx: Tx, caller: Caller, request: ListCasesRequest, limit: number, today: string): Promise<CaseRow[]> {
    const params: unknown[] = [];
    const add = (value: unknown): string => `$${params.push(value)}`;
    const conditions = [areaCondition('c.org', caller, request.org, params), ...filters(request, today, add)];
    if (request.q !== undefined && request.q.trim() !== '') conditions.push(this.search(request.q.trim(), add));
    const after = decodeCursor(request.cursor, ['text', 'text', 'uuid']);
    if (after !== undefined) {
      conditions.push(`(c.org, c.case_no, c.id) > (${add(after[0])}, ${add(after[1])}, ${add(after[2])}::uuid)`);
    }
    // A range query: planned for its values, never as a named statement (performance.md 4.3).
    return tx.query<CaseRow>(
      `select ${CASE_SELECT} from smi_case c where ${conditions.join(' and ')}
       order by c.org, c.case_no, c.id limit ${add(limit + 1)}`,
      params,
    );
  }

  private search(q: string, add: (value: unknown) => string): string {
    return `c.id in (
      select n.id from smi_case n where n.case_no ^@ ${add(q)}
      union all
      select s.case_id from case_search s where s.tokens @> array[${add(this.names.tokenOf(q))}::integer])`;
  }
}

function filters(request: ListCasesRequest, today: string, add: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (request.stability !== undefined) conditions.push(`c.stability = ${add(request.stability)}`);
  if (request.riskLevel !== undefined) conditions.push(`c.risk_level = ${add(request.riskLevel)}`);
  if (request.status !== undefined) conditions.push(`c.status = ${add(request.status)}`);
  if (request.diagnosisGroup !== undefined) conditions.push(`c.diagnosis_group = ${add(request.diagnosisGroup)}`);
  if (request.personId !== undefined) conditions.push(`c.person_id = ${add(personIdOf(request.personId))}::uuid`);
  if (request.overdue !== undefined) {
    const overdue = `(c.status = any(${add(ACTIVE_STATUSES)}) and c.next_due_on is not null and c.next_due_on < ${add(today)}::date)`;
    conditions.push(request.overdue ? overdue : `not ${overdue}`);
  }
  return conditions;
}

function personIdOf(personId: string): string {
  if (isUuid(personId)) return personId;
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'personId', code: 'FIELD.INVALID' }] });
}

// Names of filters only: what somebody searched for may be a name.
function auditDetails(request: ListCasesRequest, count: number) {
  const filtered = (['stability', 'riskLevel', 'status', 'overdue', 'q', 'diagnosisGroup', 'personId'] as const).filter(
    (key) => request[key] !== undefined,
  );
  return { area: request.org ?? null, filters: filtered, count };
}
