import type { IsoDate } from '../kernel/iso-date.js';

/** Status of a registered case (smi.md 2.1; names of the REST contract). */
export type CaseStatus = 'registered' | 'lost' | 'in_hospital' | 'transferred_out' | 'dead' | 'cancelled';

/** Class of a record: 1 不稳定, 2 基本稳定, 3 稳定; smaller is more severe. */
export type Stability = 1 | 2 | 3;

/** Where a basically stable patient stands in the chain 2 weeks → 3 months / 1 month (N2–N5). */
export type BasicStep = 'none' | 'two_week_revisit' | 'one_month_visit';

/** What the rules need to know of a case before they judge a record. Kept beside the case, folded record by record. */
export interface SmiCaseState {
  readonly status: CaseStatus;
  readonly fileBuiltOn: IsoDate;
  readonly birthDate: IsoDate | null;
  readonly consent: 'agreed' | 'declined' | null;
  /** Whether art. 30 ¶2(2) applies, as the doctor said last; null = not told here. */
  readonly article30: boolean | null;
  /** A psychiatrist has answered the review since the last finding that asks for one. */
  readonly article30Reviewed: boolean;
  /** Day of the latest complete record. */
  readonly lastVisitOn: IsoDate | null;
  readonly stability: Stability | null;
  readonly riskLevel: number | null;
  readonly step: BasicStep;
  /** Days of the consecutive failed attempts, oldest first; empty after a success. */
  readonly failedAttempts: readonly IsoDate[];
  /** Since when the patient is 失访; null unless lost. */
  readonly lostOn: IsoDate | null;
  /** An earlier record said 关锁. */
  readonly confinementSeen: boolean;
  /** An earlier record counted 肇事 or 肇祸. */
  readonly offenceSeen: boolean;
  /** Standing reasons for joint visits (N8). */
  readonly jointVisitFactors: readonly string[];
  readonly nextDueOn: IsoDate | null;
  readonly deathDate: IsoDate | null;
}

/** State of a case whose file has just been built. */
export function newCaseState(
  facts: Pick<SmiCaseState, 'fileBuiltOn' | 'birthDate' | 'consent' | 'article30' | 'nextDueOn'>,
): SmiCaseState {
  return {
    status: 'registered',
    lastVisitOn: null,
    stability: null,
    riskLevel: null,
    step: 'none',
    failedAttempts: [],
    lostOn: null,
    confinementSeen: false,
    offenceSeen: false,
    jointVisitFactors: [],
    article30Reviewed: false,
    deathDate: null,
    ...facts,
  };
}
