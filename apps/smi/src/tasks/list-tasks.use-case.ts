import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { DomainError, type ListTasksRequest, type ListTasksResponseSchema } from '#contracts';
import { addDays, isIsoDate } from '#domain';
import type { Caller, CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { CaseViewMapper } from '../cases/case-view.mapper.js';
import { areaCondition } from '../paging/area-range.js';
import { decodeCursor, pageLimit, pageOf } from '../paging/page-cursor.js';
import { SmiRules } from '../rules/smi-rules.js';
import { toTask } from './task-view.js';
import type { TaskRow } from './task.row.js';
import { hasWork, workOf, type Add } from './task-work.js';

const STATUSES = ['due', 'overdue', 'upcoming', 'done'];
const DONE_WINDOW_DAYS = 90;
const SUBJECT = `c.id as case_id, c.org, c.person_id, c.sealed_name, c.stability, c.risk_level, c.status,
  c.consent_decision, cardinality(c.failed_attempts) as attempts, c.open_actions`;

/** Due work of the caller's area, the earliest first, derived from the state of the cases. */
@Injectable()
export class ListTasksUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: CaseViewMapper,
    private readonly rules: SmiRules,
  ) {}

  async list(
    request: ListTasksRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ListTasksResponseSchema>> {
    assertFilters(request);
    const limit = pageLimit(request.limit);
    const today = this.rules.today();
    const isDone = request.status === 'done';
    const rows = await this.unitOfWork.readAudited(context, async (tx) => {
      const found = await (isDone ? doneTasks : openTasks)(tx, context.caller, request, limit, today);
      const details = { area: request.org ?? null, status: request.status ?? null, count: found.length };
      tx.audit({ action: 'task.list', subjectKind: 'case', details });
      return found;
    });
    const page = pageOf(rows, limit, (row) =>
      isDone ? [row.end_on ?? '', row.done_by ?? ''] : [row.due_on ?? '', row.case_id, row.kind],
    );
    return {
      items: page.items.map((row) => toTask(row, this.views.maskedName(row), today)),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    };
  }
}

function assertFilters({ assignee, status, dueBefore }: ListTasksRequest): void {
  const problems = [
    assignee !== undefined && assignee !== 'me' && ({ field: 'assignee', code: 'FIELD.CODE' } as const),
    status !== undefined && !STATUSES.includes(status) && ({ field: 'status', code: 'FIELD.CODE' } as const),
    dueBefore !== undefined && !isIsoDate(dueBefore) && ({ field: 'dueBefore', code: 'FIELD.DATE' } as const),
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: problems });
}

function openTasks(tx: Tx, caller: Caller, request: ListTasksRequest, limit: number, today: string) {
  const params: unknown[] = [];
  const add: Add = (value) => `$${params.push(value)}`;
  const conditions = [
    hasWork(add),
    areaCondition('c.org', caller, request.org, params),
    ...dueConditions(request, add(today)),
  ];
  if (request.dueBefore !== undefined) conditions.push(`t.due_on < ${add(request.dueBefore)}::date`);
  const after = decodeCursor(request.cursor, ['date', 'uuid', 'text']);
  if (after !== undefined) {
    conditions.push(`(t.due_on, c.id, t.kind) > (${add(after[0])}::date, ${add(after[1])}::uuid, ${add(after[2])})`);
  }
  return tx.query<TaskRow>(
    `select ${SUBJECT}, t.kind, t.start_on, t.due_on, t.due_on as end_on, null as done_by
     from smi_case c cross join lateral (${workOf(add)}) t
     where ${conditions.join(' and ')}
     order by t.due_on, c.id, t.kind limit ${add(limit + 1)}`,
    params,
  );
}

function dueConditions(request: ListTasksRequest, today: string): string[] {
  switch (request.status) {
    case 'overdue':
      return [`t.due_on < ${today}::date`];
    case 'due':
      return [`t.start_on <= ${today}::date and t.due_on >= ${today}::date`];
    case 'upcoming':
      return [`t.start_on > ${today}::date`];
    default:
      return [`${today}::date is not null`];
  }
}

/** The records of the last three months, the newest first: they are the work that was done. */
function doneTasks(tx: Tx, caller: Caller, request: ListTasksRequest, limit: number, today: string) {
  const params: unknown[] = [];
  const add: Add = (value) => `$${params.push(value)}`;
  const conditions = [
    areaCondition('c.org', caller, request.org, params),
    `f.visited_on >= ${add(addDays(today, -DONE_WINDOW_DAYS))}::date`,
  ];
  if (request.dueBefore !== undefined) conditions.push(`f.due_on_before < ${add(request.dueBefore)}::date`);
  const after = decodeCursor(request.cursor, ['date', 'uuid']);
  if (after !== undefined) conditions.push(`(f.visited_on, f.id) < (${add(after[0])}::date, ${add(after[1])}::uuid)`);
  return tx.query<TaskRow>(
    `select ${SUBJECT}, 'follow_up' as kind, null as start_on, f.due_on_before as due_on,
            f.visited_on as end_on, f.id as done_by
     from smi_case c join follow_up f on f.case_id = c.id and f.county = c.county
     where ${conditions.join(' and ')}
     order by f.visited_on desc, f.id desc limit ${add(limit + 1)}`,
    params,
  );
}
