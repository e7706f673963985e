import type { Stability } from './case-state.js';
import type { ComputedPlan } from './follow-up-plan.js';
import type { FollowUpRecord } from './follow-up-record.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiRefusal } from './smi-problem.js';

/** The class a visit is stored with: the doctor's, else the computed one (smi.md 3.3 item 30). */
export function finalStability(record: FollowUpRecord, computed: Stability | null): Stability | null {
  const own = record.stability;
  return own === 1 || own === 2 || own === 3 ? own : computed;
}

/** V9: a class milder than the computed one needs a reason; a more severe one is free. */
export function checkStability(
  record: FollowUpRecord,
  computed: Stability | null,
  policy: SmiPolicy,
): readonly SmiRefusal[] {
  const milder = computed !== null && record.stability != null && record.stability > computed;
  const explained = record.stabilityReason != null && record.stabilityReason.trim() !== '';
  if (!milder || explained || !policy.milderClassNeedsReason) return [];
  return [{ field: 'stability', code: 'SMI.FOLLOW_UP.CLASS_MILDER', rule: 'V9' }];
}

/** V10: the doctor's next date may be earlier than the computed one, never later. */
export function checkNextDate(record: FollowUpRecord, computed: ComputedPlan): readonly SmiRefusal[] {
  if (record.nextDueOn == null || computed.nextDueOn === null || record.nextDueOn <= computed.nextDueOn) return [];
  return [{ field: 'nextDueOn', code: 'SMI.FOLLOW_UP.NEXT_DATE_TOO_LATE', rule: 'V10' }];
}
