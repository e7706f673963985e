import type { Better, IndicatorUnit } from './ratio.js';

/** How well a definition is supported (`smi.md` 0.1). */
export type Evidence = 'C' | 'I' | 'L' | 'M' | 'P';

/** What is published of an indicator. */
export interface IndicatorInfo {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: IndicatorUnit;
  readonly subject: 'smi_case' | 'smi_follow_up';
  /** The public document the definition is taken from. */
  readonly source: string;
  /** Where in that document. */
  readonly clause: string;
  /** Our own rule: paragraphs of the domain handbook. */
  readonly ruleId: string;
  /** Numerator ÷ denominator in words, with the rule for periods. */
  readonly formula: string;
  readonly better: Better;
  readonly effectiveFrom: string;
  /** Grows with every change of meaning; stored cells of an older version are rebuilt. */
  readonly version: number;
  readonly evidence: Evidence;
  /** `population`: the resident population of the area instead of counted subjects. */
  readonly denominator: 'subjects' | 'population';
}
