import type { IsoDate } from '../kernel/iso-date.js';

/** A recorded visit, attempt, loss or death, as far as indicators need it. Codes are the form's (`smi.md` 3.3). */
export interface SmiVisit {
  /** Id that grows with time of recording; the second sorting key. */
  readonly id: string;
  readonly visitedOn: IsoDate;
  readonly kind: 'visit' | 'attempt' | 'loss' | 'death';
  /** `smi.md` 2.9: risk level present, or at present in hospital. */
  readonly complete: boolean;
  /** 1 clinic, 2 home, 3 telephone. */
  readonly form: number;
  /** 1 the patient, 2 family or guardian, 3 others. */
  readonly contacts: readonly number[];
  /** 目前正在住院. */
  readonly inHospital: boolean;
  /** 1 regular, 2 irregular, 3 none, 4 none needed. */
  readonly adherence: number | null;
  /** 1 unstable, 2 basically stable, 3 stable. */
  readonly stability: number | null;
  /** 轻度滋事, times. */
  readonly minorDisturbance: number;
  /** 肇事, times. */
  readonly publicOrder: number;
  /** 肇祸, times. */
  readonly crime: number;
  /** Some community rehabilitation measure was given (item 29). */
  readonly rehabilitation: boolean;
  /** The due date in force before this record. */
  readonly dueOnBefore: IsoDate | null;
  readonly nextDueOn: IsoDate | null;
}

/** An org unit and the first day the case belonged to it. */
export interface OrgSince {
  readonly org: string;
  readonly from: IsoDate;
}

/** A decision on taking part (知情同意) and the day it was first made; told again only when it was another one. */
export interface ConsentSince {
  /** agreed | declined */
  readonly decision: string;
  readonly from: IsoDate;
}

/** The case file without its visits. */
export interface SmiCaseFacts {
  readonly caseId: string;
  /** In time order, at least one; before the first `from` the first unit stands. */
  readonly orgs: readonly OrgSince[];
  /** `01` schizophrenia … `99`. */
  readonly diagnosisGroup: string;
  readonly fileBuiltOn: IsoDate;
  /** registered | lost | in_hospital | transferred_out | dead | cancelled */
  readonly status: string;
  /** In the order they were made; empty when nobody has asked. */
  readonly consents: readonly ConsentSince[];
  /** The doctor's answer on art. 30 ¶2(2). */
  readonly article30: boolean;
  readonly nextDueOn: IsoDate | null;
  readonly deathDate: IsoDate | null;
  readonly lostOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly inRehabilitation: boolean;
  readonly guardianshipGroup: boolean;
  /** Days of physical examinations (refusals are none). */
  readonly exams: readonly IsoDate[];
}

/** Everything an SMI indicator may look at. */
export interface SmiSubject extends SmiCaseFacts {
  /** In order of `visitedOn`, then `id` (`sortVisits`). */
  readonly visits: readonly SmiVisit[];
}

/** The order indicators expect. */
export function sortVisits(visits: readonly SmiVisit[]): SmiVisit[] {
  return [...visits].sort((a, b) =>
    a.visitedOn === b.visitedOn ? compare(a.id, b.id) : compare(a.visitedOn, b.visitedOn),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The unit a case belonged to at the end of a day: figures of the past stay with the tree as it was (`architecture.md` 7). */
export function orgAt(facts: Pick<SmiCaseFacts, 'orgs'>, day: IsoDate): string {
  let found = facts.orgs[0]?.org ?? '';
  for (const entry of facts.orgs) if (entry.from <= day) found = entry.org;
  return found;
}
