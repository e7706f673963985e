import { addMonthsClamped, type IsoDate } from '../kernel/iso-date.js';
import { addWorkingDays, type WorkingCalendar } from '../kernel/working-calendar.js';
import type { SmiCaseState } from './case-state.js';
import type { DatedCheck, PlanRuleId, SmiActionCode } from './follow-up-plan.js';
import type { SmiPolicy } from './smi-policy.js';

/** How a case may be followed under its consent (smi.md 2.6). */
export type ConsentStanding = 'agreed' | 'missing' | 'declined' | 'declined_article30';

/** The facts the consent rules look at. */
export type ConsentFacts = Pick<
  SmiCaseState,
  'consent' | 'article30' | 'article30Reviewed' | 'riskLevel' | 'offenceSeen'
>;

/** What follows from a consent decision. */
export interface ConsentPlan {
  readonly rules: readonly PlanRuleId[];
  readonly actions: readonly SmiActionCode[];
  readonly nextDueOn: IsoDate | null;
  /** When an ordinary decliner is asked again (D13). */
  readonly reaskOn: IsoDate | null;
  readonly checks: readonly DatedCheck[];
}

/**
 * Whether a psychiatrist must answer on art. 30 ¶2(2): grade 3–5 or an offence on record, and no answer since. Until answered the
 * case counts as yes (smi.md 2.6).
 */
export function needsArticle30Review(facts: ConsentFacts, policy: SmiPolicy): boolean {
  if (facts.article30 === true || facts.article30Reviewed) return false;
  return facts.offenceSeen || (facts.riskLevel ?? 0) >= policy.article30ReviewRiskLevel;
}

/** Reads the consent of a case the way 2.6 does. */
export function consentStanding(facts: ConsentFacts, policy: SmiPolicy): ConsentStanding {
  if (facts.consent === 'agreed') return 'agreed';
  if (facts.consent === null) return 'missing';
  return facts.article30 === true || needsArticle30Review(facts, policy) ? 'declined_article30' : 'declined';
}

/** Whether nobody visits this case in ordinary course: an ordinary decliner is asked again instead (smi.md 2.6, N15). */
export function isVisitRefused(facts: ConsentFacts, policy: SmiPolicy): boolean {
  return policy.refuseVisitsWhenDeclined && consentStanding(facts, policy) === 'declined';
}

/** Dates and actions after a consent decision (smi.md 2.6; N10, N15, N16). No visit falls due in hospital or while lost (N9, N12). */
export function planConsent(
  facts: ConsentFacts & Pick<SmiCaseState, 'status' | 'lastVisitOn' | 'nextDueOn'>,
  decidedOn: IsoDate,
  policy: SmiPolicy,
  calendar: WorkingCalendar,
): ConsentPlan {
  const standing = consentStanding(facts, policy);
  const reaskOn = addMonthsClamped(decidedOn, policy.consentReaskMonths);
  const firstVisit = addWorkingDays(decidedOn, policy.newFileWorkingDays, calendar);
  const isHeld = facts.status === 'in_hospital' || facts.status === 'lost';
  const isFirst = facts.lastVisitOn === null && !isHeld;
  const nextDueOn = isHeld ? null : isFirst ? firstVisit : (facts.nextDueOn ?? firstVisit);
  if (standing === 'declined') {
    const checks = [{ kind: 'consent_reask' as const, dueOn: reaskOn }];
    return { rules: ['N15'], actions: ['inform_care_group'], nextDueOn: null, reaskOn, checks };
  }
  if (standing === 'declined_article30') {
    return {
      rules: ['N16'],
      actions: ['joint_visit', 'inform_care_group'],
      nextDueOn,
      reaskOn,
      checks: article30Checks(facts, decidedOn, policy, calendar),
    };
  }
  return { rules: isFirst ? ['N10'] : [], actions: [], nextDueOn, reaskOn: null, checks: [] };
}

/** The review of art. 30 ¶2(2), when one is needed. */
export function article30Checks(
  facts: ConsentFacts,
  on: IsoDate,
  policy: SmiPolicy,
  calendar: WorkingCalendar,
): readonly DatedCheck[] {
  if (!needsArticle30Review(facts, policy)) return [];
  return [{ kind: 'article30_review', dueOn: addWorkingDays(on, policy.article30ReviewWorkingDays, calendar) }];
}
