import type { IndicatorInfo } from './indicator.js';
import { SMI_CITATIONS } from './smi-citations.js';
import type { Judge } from './smi-judges.js';

/** An indicator of SMI work: what is published, and the judgement behind it. */
export interface SmiIndicator extends IndicatorInfo {
  /** Judges the case as a whole; absent for the one that counts due follow-ups. */
  readonly judge?: Judge;
}

/** Words every formula uses. */
export const R = '在册(R：累计建档−死亡−订正−转出，截至T)';
export const H = '居家(H：在管且最近一次完整随访未住院)';
export const R_EN = 'registered (R: files opened, less died, corrected and transferred out, up to T)';
export const H_EN = 'patients at home (H: managed, and not in hospital at the latest complete follow-up)';
const PERIOD_RULE = '；T=期末（未结束时为今天）；具名期间自当年1月1日累计至T，a..b 按所给日期';
const PERIOD_RULE_EN =
  '; T = end of the period (today while it runs); a named period counts from 1 January of its year to T, a..b the days given';

type Text = Pick<IndicatorInfo, 'id' | 'nameZh' | 'nameEn' | 'ruleId' | 'formula' | 'formulaEn' | 'evidence'>;

/** Builds a definition; what most of them share stands here. */
export function indicator(text: Text, rule: Judge | undefined, other: Partial<SmiIndicator> = {}): SmiIndicator {
  const citation = SMI_CITATIONS[text.id];
  if (citation === undefined) throw new RangeError(`${text.id} cites no document`);
  return {
    unit: 'percent',
    subject: 'smi_case',
    better: 'higher',
    effectiveFrom: '2018-05-28',
    version: 1,
    denominator: 'subjects',
    ...(rule === undefined ? {} : { judge: rule }),
    ...other,
    ...citation,
    ...text,
    formula: text.formula + PERIOD_RULE,
    formulaEn: text.formulaEn.charAt(0).toUpperCase() + text.formulaEn.slice(1) + PERIOD_RULE_EN,
  };
}

/** The texts of a definition, in order: id without its context, names, our rule's id, evidence mark, formula in both languages. */
export function define(
  id: string,
  nameZh: string,
  nameEn: string,
  ruleId: string,
  evidence: Text['evidence'],
  formula: string,
  formulaEn: string,
): Text {
  return { id: `smi.${id}`, nameZh, nameEn, ruleId, evidence, formula, formulaEn };
}
