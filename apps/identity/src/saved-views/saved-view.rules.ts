import { DomainError, type FieldProblem } from '#contracts';
import { holdsPersonalNumber } from '#domain';

/** Saved filters a user may have for one page. */
export const MOST_VIEWS = 50;

const LONGEST_FILTER_BYTES = 4_096;
const LONGEST_NAME = 40;
const PAGE = /^[a-z][a-z0-9-]{0,31}$/;
const CONTROL = /\p{Cc}/u;

/** Refuses what is no name of a page or of a filter. */
export function checkPlace(place: { readonly page: string; readonly name?: string }): void {
  const errors: FieldProblem[] = [];
  if (!PAGE.test(place.page)) errors.push({ field: 'page', code: 'FIELD.INVALID' });
  if (place.name !== undefined) errors.push(...nameProblems(place.name));
  refuse(errors);
}

/** The filter given: a JSON object, not too long, without anything that looks like a person's numbers. */
export function checkFilter(json: string): void {
  if (Buffer.byteLength(json) > LONGEST_FILTER_BYTES) refuse([{ field: 'filter', code: 'FIELD.TOO_LONG' }]);
  const filter = parsed(json);
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    refuse([{ field: 'filter', code: 'FIELD.TYPE' }]);
  }
  if (holdsPersonalNumber(filter)) refuse([{ field: 'filter', code: 'IDENTITY.VIEW.PERSONAL_DATA' }]);
}

function nameProblems(name: string): FieldProblem[] {
  const bare = name.trim();
  if (bare === '') return [{ field: 'name', code: 'FIELD.REQUIRED' }];
  if (Array.from(name).length > LONGEST_NAME) return [{ field: 'name', code: 'FIELD.TOO_LONG' }];
  if (bare !== name || CONTROL.test(name)) return [{ field: 'name', code: 'FIELD.INVALID' }];
  return holdsPersonalNumber(name) ? [{ field: 'name', code: 'IDENTITY.VIEW.PERSONAL_DATA' }] : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function refuse(errors: readonly FieldProblem[]): void {
  if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
}
