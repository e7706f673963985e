import { isInScope, permits, type Permission } from '#auth';
import type { Notice, NoticeType } from '#messaging';
import type { Caller } from '#observability';

/** What a user needs to be told of a kind of notice. */
const NEEDED: Readonly<Record<NoticeType, Permission>> = {
  'import.finished': 'registry.import.run',
  'tasks.changed': 'smi.task.read',
  'figures.changed': 'kpi.value.read',
  'dead_letter.recorded': 'ops.read',
};

/** What a user is told: no more than concerns the user. */
export type NoticeView = Pick<Notice, 'areas' | 'subjectId'>;

/** The part of a notice that is for this user, or undefined when none is. */
export function noticeFor(caller: Caller, { type, userId, areas, subjectId }: Notice): NoticeView | undefined {
  if (!permits(caller, NEEDED[type])) return undefined;
  if (userId !== undefined && userId !== caller.id) return undefined;
  const own = areas?.filter((area) => isInScope(caller, area));
  if (own?.length === 0) return undefined;
  return { ...(own === undefined ? {} : { areas: own }), ...(subjectId === undefined ? {} : { subjectId }) };
}
