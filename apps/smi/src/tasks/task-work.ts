import { IMMEDIATE_ACTIONS } from '#domain';
import { ACTIVE_STATUSES } from '../cases/case.row.js';
import { LEAD_DAYS, TASK_ACTIONS } from './task-view.js';

/** Adds a parameter and answers its place. */
export type Add = (value: unknown) => string;

/** Cases somebody is responsible for, and those that moved away while the police are still to be told (N18). */
export function hasWork(add: Add): string {
  return `c.status = any(${add([...ACTIVE_STATUSES, 'transferred_out'])})`;
}

/** Everything a case asks for, with its day. */
export function workOf(add: Add): string {
  const lead = add(LEAD_DAYS);
  return `
    select case when cardinality(c.failed_attempts) > 0 then 'retry_visit' else 'follow_up' end as kind,
           c.next_due_on - ${lead}::integer as start_on, c.next_due_on as due_on
    where c.next_due_on is not null
    union all
    select 'consent_reask', c.consent_reask_on - ${lead}::integer, c.consent_reask_on
    where c.consent_reask_on is not null
    union all
    select k.kind, k.due_on - ${lead}::integer, k.due_on from jsonb_to_recordset(c.checks) k (kind text, due_on date)
    union all
    select 'action:' || a.code, c.actions_on,
           case when a.code = any(${add(IMMEDIATE_ACTIONS)}) then c.actions_on
                else coalesce(c.next_due_on, c.actions_on) end
    from unnest(c.open_actions) a (code)
    where a.code = any(${add(TASK_ACTIONS)}) and c.actions_on is not null
    union all
    select 'action:close_file', c.person_died_on, c.person_died_on
    where c.person_died_on is not null and c.status = any(${add(ACTIVE_STATUSES)})
      and not c.open_actions @> array['close_file']`;
}
