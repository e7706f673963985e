/** What a notice may be about. */
export const NOTICE_TYPES = ['import.finished', 'tasks.changed', 'figures.changed', 'dead_letter.recorded'] as const;

export type NoticeType = (typeof NOTICE_TYPES)[number];

/**
 * A hint that something is worth looking at again. It carries no state and no personal data, only whom or which areas it
 * concerns; it may be lost, so nobody may rely on it for more than speed.
 */
export interface Notice {
  readonly type: NoticeType;
  /** The one user it is for. */
  readonly userId?: string;
  /** Area codes it is about. */
  readonly areas?: readonly string[];
  /** Id of the thing, such as an import job. */
  readonly subjectId?: string;
}

const AREA = /^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/;
const ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_AREAS = 1_000;

/** The notice a message holds, or undefined when it is none: what comes over the bus is not believed unseen. */
export function readNotice(value: unknown): Notice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, userId, areas, subjectId } = value as Record<string, unknown>;
  const known = NOTICE_TYPES.find((one) => one === type);
  if (known === undefined || !isOptional(userId, isId) || !isOptional(subjectId, isId) || !isOptional(areas, isAreas)) {
    return undefined;
  }
  return {
    type: known,
    ...(userId === undefined ? {} : { userId }),
    ...(areas === undefined ? {} : { areas }),
    ...(subjectId === undefined ? {} : { subjectId }),
  };
}

function isOptional<T>(value: unknown, is: (given: unknown) => given is T): value is T | undefined {
  return value === undefined || is(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function isAreas(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_AREAS &&
    value.every((area) => typeof area === 'string' && AREA.test(area))
  );
}
