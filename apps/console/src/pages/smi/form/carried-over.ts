import type { FollowUpRecord } from '#domain';
import type { RecordDraft } from './record-draft.js';

/**
 * What is taken over from the last visit, marked as such for the user to check: standing treatment and abilities that change
 * slowly. Never what the visit is made to find out (smi.md 3.1, 3.3: risk, symptoms, insight, incidents, confinement, hospital,
 * adherence, adverse reaction and effect all describe the time since the last visit), and never the form of the visit, which
 * decides whether it counts as face to face.
 */
const CARRIED = [
  'contacts',
  'sleep',
  'diet',
  'socialFunction',
  'physicalIllness',
  'medications',
  'rehabilitation',
  'rehabilitationText',
] as const satisfies readonly (keyof FollowUpRecord)[];

/** The beginning of a new record. */
export interface Beginning {
  readonly draft: RecordDraft;
  /** Fields that say what the last visit said. */
  readonly carried: ReadonlySet<string>;
}

/** A new record of today, with what may honestly be taken over. Laboratory and referral begin with "no", which adds nothing. */
export function beginningOf(today: string, last: Partial<FollowUpRecord> | undefined): Beginning {
  const taken = CARRIED.flatMap((field) => {
    const value = last?.[field];
    const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[field, value] as const];
  });
  return {
    draft: { visitedOn: today, labTests: { done: 1 }, referral: { made: false }, ...Object.fromEntries(taken) },
    carried: new Set(taken.map(([field]) => field)),
  };
}

/** Whether a field, or the part it lies in, was taken over. */
export function isCarried(carried: ReadonlySet<string>, path: string): boolean {
  return carried.has(path) || carried.has(path.split('.')[0] ?? '');
}
