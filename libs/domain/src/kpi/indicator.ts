import type { EvidenceMark } from '../kernel/evidence.js';
import type { Better, IndicatorUnit } from './ratio.js';

/** What is published of an indicator. */
export interface IndicatorInfo {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: IndicatorUnit;
  readonly subject: 'smi_case' | 'smi_follow_up';
  /** The public document the definition is taken from. */
  readonly source: string;
  readonly sourceEn: string;
  /** Where in that document. */
  readonly clause: string;
  readonly clauseEn: string;
  /** Our own rule: paragraphs of the domain handbook. */
  readonly ruleId: string;
  /** Numerator ÷ denominator in words, with the rule for periods. */
  readonly formula: string;
  readonly formulaEn: string;
  readonly better: Better;
  readonly effectiveFrom: string;
  /** Grows with every change of meaning; stored cells of an older version are rebuilt. */
  readonly version: number;
  readonly evidence: EvidenceMark;
  /** `population`: the resident population of the area instead of counted subjects. */
  readonly denominator: 'subjects' | 'population';
}
