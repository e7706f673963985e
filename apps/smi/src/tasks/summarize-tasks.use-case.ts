import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import type { SummarizeTasksRequest, SummarizeTasksResponseSchema } from '#contracts';
import { addDays } from '#domain';
import type { Caller, CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { areaCondition } from '../paging/area-range.js';
import { SmiRules } from '../rules/smi-rules.js';
import { hasWork, workOf, type Add } from './task-work.js';

const DONE_DAYS = 7;

interface SummaryRow {
  overdue: number;
  due: number;
  upcoming: number;
  open_actions: number;
  overdue_people: number;
  action_people: number;
}

/** How much is to be done in an area. It counts exactly what the list of tasks lists. */
@Injectable()
export class SummarizeTasksUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: SmiRules,
  ) {}

  async summarize(
    { org }: SummarizeTasksRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof SummarizeTasksResponseSchema>> {
    const today = this.rules.today();
    // Two numbers of one moment; nobody's name or state leaves, so no read of a person is noted.
    return this.unitOfWork.read(context.caller, async (tx) => {
      const [work, done] = await Promise.all([
        workCounts(tx, context.caller, org, today),
        doneCount(tx, context.caller, org, today),
      ]);
      return {
        overdue: work.overdue,
        due: work.due,
        upcoming: work.upcoming,
        openActions: work.open_actions,
        done7d: done,
        overduePeople: work.overdue_people,
        actionPeople: work.action_people,
      };
    });
  }
}

async function workCounts(tx: Tx, caller: Caller, org: string | undefined, today: string): Promise<SummaryRow> {
  const params: unknown[] = [];
  const add: Add = (value) => `$${params.push(value)}`;
  const area = areaCondition('c.org', caller, org, params);
  const day = `${add(today)}::date`;
  const isAction = `t.kind like 'action:%'`;
  const [row] = await tx.query<SummaryRow>(
    `select count(*) filter (where not ${isAction} and t.due_on < ${day})::int as overdue,
            count(*) filter (where not ${isAction} and t.due_on >= ${day} and t.start_on <= ${day})::int as due,
            count(*) filter (where not ${isAction} and t.start_on > ${day})::int as upcoming,
            count(*) filter (where ${isAction})::int as open_actions,
            count(distinct c.id) filter (where not ${isAction} and t.due_on < ${day})::int as overdue_people,
            count(distinct c.id) filter (where ${isAction})::int as action_people
     from smi_case c cross join lateral (${workOf(add)}) t
     where ${hasWork(add)} and ${area}`,
    params,
  );
  if (row === undefined) throw new Error('an aggregate answers one row');
  return row;
}

async function doneCount(tx: Tx, caller: Caller, org: string | undefined, today: string): Promise<number> {
  const params: unknown[] = [];
  const area = areaCondition('f.org', caller, org, params);
  const since = `$${params.push(addDays(today, -(DONE_DAYS - 1)))}::date`;
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from follow_up f where ${area} and f.visited_on >= ${since}`,
    params,
  );
  return row?.n ?? 0;
}
