import { defineCodes } from '../kernel/code-list.js';

/** 关锁情况 (smi.md 3.3 item 19). */
export const CONFINEMENTS = defineCodes([
  [1, '无关锁', 'Not confined'],
  [2, '关锁', 'Confined'],
  [3, '关锁已解除', 'Released'],
]);

/** 住院情况 (item 20). */
export const HOSPITALISATIONS = defineCodes([
  [0, '未住院', 'Not in hospital'],
  [1, '目前正在住院', 'In hospital now'],
  [2, '曾住院，现未住院', 'Was in hospital, now out'],
]);

/** 实验室检查 and similar (item 22). */
export const NO_YES = defineCodes([
  [1, '无', 'No'],
  [2, '有', 'Yes'],
]);

/** 用药依从性 (item 23). */
export const ADHERENCES = defineCodes([
  [1, '按医嘱规律用药', 'Regularly as prescribed'],
  [2, '间断用药', 'Intermittently'],
  [3, '不用药', 'Not taking'],
  [4, '医嘱勿需用药', 'None needed, says the doctor'],
]);

/** 药物不良反应 (item 24). */
export const ADVERSE_REACTIONS = defineCodes([
  [1, '无', 'None'],
  [2, '有', 'Present'],
  [9, '此项不适用', 'Does not apply'],
]);

/** 不良反应严重程度 (item 24, ours). */
export const REACTION_SEVERITIES = defineCodes([
  [1, '轻', 'Mild'],
  [2, '严重/急性', 'Severe or acute'],
]);

/** 治疗效果 (item 25). */
export const EFFECTS = defineCodes([
  [1, '痊愈', 'Recovered'],
  [2, '好转', 'Improved'],
  [3, '无变化', 'Unchanged'],
  [4, '加重', 'Worse'],
  [9, '此项不适用', 'Does not apply'],
]);

/** 躯体疾病 (item 33, ours). */
export const PHYSICAL_ILLNESSES = defineCodes([
  [0, '无', 'None'],
  [1, '有且稳定', 'Present, stable'],
  [2, '有，不稳定', 'Present, unstable'],
  [3, '严重', 'Severe'],
]);

/** 康复措施 (item 29). */
export const REHABILITATIONS = defineCodes([
  [1, '生活劳动能力', 'Living and household skills'],
  [2, '职业训练', 'Vocational training'],
  [3, '学习能力', 'Learning'],
  [4, '社会交往', 'Social contact'],
  [5, '其他', 'Other'],
]);

/** 本次随访分类 (item 30). */
export const STABILITIES = defineCodes([
  [1, '不稳定', 'Unstable'],
  [2, '基本稳定', 'Basically stable'],
  [3, '稳定', 'Stable'],
]);

/** Pregnancy and the like (N14). */
export const PREGNANCIES = defineCodes([
  ['pregnant', '妊娠期', 'Pregnant'],
  ['planning', '计划妊娠', 'Planning pregnancy'],
  ['breast_feeding', '哺乳期', 'Breast-feeding'],
]);

/** Reasons for visiting jointly with the village committee and the police (N8). */
export const JOINT_VISIT_FACTORS = defineCodes([
  ['past_violence', '既往暴力史', 'Past violence'],
  ['substance_misuse', '酒精或药物滥用', 'Alcohol or drug misuse'],
  ['persecutory_delusion', '被害妄想', 'Persecutory delusion'],
  ['threatened_others', '威胁过他人', 'Threatened others'],
  ['spoke_of_harm', '表达过伤害他人的想法', 'Spoke of harming others'],
  ['antisocial_behaviour', '反社会行为', 'Antisocial behaviour'],
  ['emotional_instability', '情绪明显不稳或处于重大压力之下', 'Marked emotional instability or great stress'],
]);

/** Interval of a long-acting injection (item 27). */
export const LONG_ACTING_INTERVALS = defineCodes([
  ['week', '周', 'Week'],
  ['month', '月', 'Month'],
]);
