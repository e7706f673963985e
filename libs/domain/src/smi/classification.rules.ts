import type { ClassRuleId } from './follow-up-plan.js';
import type { Stability } from './case-state.js';
import { followUpKind, isInHospital } from './follow-up-kind.rules.js';
import type { FollowUpRecord } from './follow-up-record.js';

/** The inputs of the decision table (smi.md 4.2). */
export interface ClassFacts {
  /** K0: 死亡日期 set. */
  readonly dead: boolean;
  /** K1: 失访原因 set. */
  readonly lost: boolean;
  /** K2: 目前正在住院. */
  readonly inHospital: boolean;
  /** R, 危险性 0–5. */
  readonly risk: number;
  /** S, 症状程度 0–2. */
  readonly symptoms: number;
  /** I, 自知力 1–3. */
  readonly insight: number;
  /** F, the worst social function ignoring 9; 1–3. */
  readonly function: number;
  /** A, 不良反应. */
  readonly reaction: 'none' | 'mild' | 'severe';
  /** B, 躯体疾病 0 none, 1 stable, 2 unstable, 3 severe. */
  readonly illness: number;
  /** X, any other abnormality. */
  readonly otherAbnormality: boolean;
}

/** One line of the decision table. */
export interface ClassRule {
  readonly id: ClassRuleId;
  readonly stability: Stability | null;
  readonly when: (facts: ClassFacts) => boolean;
}

/** The decision table of smi.md 4.2; first match wins, and the last line always matches. */
export const CLASS_RULES: readonly ClassRule[] = [
  { id: 'K0', stability: null, when: (f) => f.dead },
  { id: 'K1', stability: null, when: (f) => f.lost },
  { id: 'K2', stability: null, when: (f) => f.inHospital },
  { id: 'K3a', stability: 1, when: (f) => f.risk >= 3 },
  { id: 'K3b', stability: 1, when: (f) => f.symptoms === 2 },
  { id: 'K3c', stability: 1, when: (f) => f.insight === 3 },
  { id: 'K3d', stability: 1, when: (f) => f.reaction === 'severe' },
  { id: 'K3e', stability: 1, when: (f) => f.illness === 3 },
  { id: 'K4', stability: 3, when: (f) => isStable(f) },
  { id: 'K5a', stability: 2, when: (f) => f.risk === 1 || f.risk === 2 },
  { id: 'K5b', stability: 2, when: (f) => f.symptoms === 1 || f.insight === 2 || f.function === 3 },
  { id: 'K5c', stability: 2, when: () => true },
];

/** Finds the rule that classifies a record. */
export function classify(facts: ClassFacts): ClassRule {
  const rule = CLASS_RULES.find(({ when }) => when(facts));
  if (rule === undefined) throw new Error('K5c matches everything');
  return rule;
}

/** Reads the table's inputs from a checked record. */
export function classFacts(record: FollowUpRecord): ClassFacts {
  const kind = followUpKind(record);
  const functions = Object.entries(record.socialFunction ?? {}).flatMap(([, grade]) =>
    typeof grade === 'number' && grade !== 9 ? [grade] : [],
  );
  return {
    dead: kind === 'death',
    lost: kind === 'loss',
    inHospital: isInHospital(record),
    risk: record.riskLevel ?? 0,
    symptoms: symptomSeverity(record),
    insight: record.insight ?? 1,
    function: Math.max(1, ...functions),
    reaction: reactionOf(record),
    illness: record.physicalIllness ?? 0,
    otherAbnormality: record.otherAbnormality === true,
  };
}

/** Item 34: what the doctor says, else 0 without and 1 with symptoms. */
export function symptomSeverity(record: FollowUpRecord): number {
  return record.symptomSeverity ?? ((record.symptoms ?? []).length > 0 ? 1 : 0);
}

function reactionOf({ adverseReaction }: FollowUpRecord): ClassFacts['reaction'] {
  if (adverseReaction?.present !== 2) return 'none';
  return adverseReaction.severity === 2 ? 'severe' : 'mild';
}

function isStable(f: ClassFacts): boolean {
  return (
    f.risk === 0 &&
    f.symptoms === 0 &&
    f.insight === 1 &&
    f.function <= 2 &&
    f.reaction !== 'severe' &&
    f.illness <= 1 &&
    !f.otherAbnormality
  );
}
