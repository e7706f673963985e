import type { EmergencyTrigger } from './follow-up-plan.js';
import type { FollowUpRecord } from './follow-up-record.js';
import type { SmiPolicy } from './smi-policy.js';

/** The symptom 悲观厌世, which tells self-harm from harm to others at grade 4 and above. */
const WEARY_OF_LIFE = 8;

/**
 * Reasons to handle a visit as an emergency (smi.md 7.4). E3, a relapse with marked deterioration, is the psychiatrist's
 * judgement and never derived.
 */
export function emergencyTriggers(record: FollowUpRecord, policy: SmiPolicy): readonly EmergencyTrigger[] {
  const high = (record.riskLevel ?? 0) >= policy.emergencyRiskLevel;
  const harmed = (record.incidents?.selfHarm ?? 0) + (record.incidents?.suicideAttempt ?? 0) > 0;
  const endangersSelf = harmed || (high && (record.symptoms ?? []).includes(WEARY_OF_LIFE));
  const severeReaction = record.adverseReaction?.present === 2 && record.adverseReaction.severity === 2;
  return [
    ...(endangersSelf ? (['E1'] as const) : []),
    ...(high && !endangersSelf ? (['E2'] as const) : []),
    ...(severeReaction ? (['E4'] as const) : []),
  ];
}
