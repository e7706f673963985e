import type { SmiRuleId } from './follow-up-plan.js';

/** What a rule of smi.md 4 found, in the words of the form. */
interface RuleWords {
  readonly zh: string;
  readonly en: string;
}

/** Why a class and a date came out as they did. Intervals are configurable and stand beside, so no number is named here. */
export const SMI_RULE_WORDS: Readonly<Record<SmiRuleId, RuleWords>> = {
  K0: { zh: '已死亡', en: 'Has died' },
  K1: { zh: '失访，沿用上次分类', en: 'Lost: the class of before is kept' },
  K2: { zh: '正在住院，不分类', en: 'In hospital: not classified' },
  K3a: { zh: '危险性评估3级及以上，为不稳定', en: 'Risk grade 3 or above: unstable' },
  K3b: { zh: '精神症状明显，为不稳定', en: 'Marked symptoms: unstable' },
  K3c: { zh: '自知力缺乏，为不稳定', en: 'No insight: unstable' },
  K3d: { zh: '药物不良反应严重，为不稳定', en: 'Severe adverse reaction: unstable' },
  K3e: { zh: '躯体疾病严重，为不稳定', en: 'Severe physical illness: unstable' },
  K4: {
    zh: '危险性0级，各项均符合要求，为稳定',
    en: 'Risk grade 0 and nothing against it: stable',
  },
  K5a: { zh: '危险性评估1—2级，为基本稳定', en: 'Risk grade 1 or 2: basically stable' },
  K5b: {
    zh: '症状、自知力或社会功能有一项较差，为基本稳定',
    en: 'Symptoms, insight or a social function fall short: basically stable',
  },
  K5c: { zh: '其他异常，为基本稳定', en: 'Something else is abnormal: basically stable' },
  N1: { zh: '稳定者的随访间隔', en: 'Interval of the stable' },
  N2: { zh: '基本稳定，先查原因、短期内复访', en: 'Basically stable: find the cause, see again soon' },
  N3: { zh: '复访时趋于稳定，恢复常规间隔', en: 'Tending to stable at the revisit: back to the usual interval' },
  N4: { zh: '复访时未趋于稳定，请专科指导', en: 'Not tending to stable at the revisit: specialist guidance' },
  N5: { zh: '每月复访，直至趋于稳定', en: 'Monthly visits until tending to stable' },
  N6: { zh: '不稳定，立即转诊并短期内随访', en: 'Unstable: refer now, follow up soon' },
  N7: { zh: '不稳定而未住院，联系精神科并联合随访', en: 'Unstable and not admitted: psychiatrist and joint visits' },
  'N-A': { zh: '危险性高，告知派出所和关爱帮扶小组', en: 'High risk: police and care group are told' },
  N8: { zh: '有联合随访的情形，加密随访', en: 'Grounds for joint visits: seen more often' },
  N9: { zh: '住院期间不安排随访，出院后随访', en: 'No visit while in hospital, one after discharge' },
  N10: { zh: '新建档或新同意，尽快面访', en: 'New file or consent: seen in person soon' },
  N11: { zh: '未访到，短期内再访', en: 'Not met: another attempt soon' },
  N12: { zh: '失访，书面报告并查找', en: 'Lost: reported in writing and searched for' },
  N13: { zh: '有药物不良反应，联系精神科', en: 'Adverse reaction: psychiatrist contacted' },
  N14: {
    zh: '妊娠、备孕或哺乳，缩短间隔并共同管理',
    en: 'Pregnancy, planned pregnancy or breast-feeding: shorter interval, shared care',
  },
  N15: { zh: '未同意社区管理，定期再次征询', en: 'Consent declined: asked again later' },
  N16: { zh: '未同意但符合三十条，照常联合随访', en: 'Declined, but article 30 applies: visited jointly' },
  N17: { zh: '距上次随访不得超过规范间隔', en: 'No further from the visit before than the standard allows' },
  N18: { zh: '高风险者离开辖区，当日通报', en: 'Leaves the district at high risk: reported the same day' },
  N19: { zh: '新迁入，尽快随访', en: 'Moved in: followed up soon' },
  N20: { zh: '多条规则同时适用，取最早日期', en: 'Several rules apply: the earliest day counts' },
};
