import type { ErrorEntry } from './catalogue.js';
import { SMI_FOLLOW_UP_ERRORS } from './smi-follow-up.errors.js';

/** Refusals of the smi service. Those of visits lie in smi-follow-up.errors.ts. */
export const SMI_ERRORS = {
  'SMI.CASE.DIAGNOSIS_FORMAT': {
    category: 'rule',
    zh: '不是精神行为障碍（F章）的ICD-10编码',
    en: 'Not an ICD-10 code of chapter F',
  },
  'SMI.CASE.DIAGNOSIS_INDUCED': {
    category: 'rule',
    zh: 'F24为感应性妄想性障碍，偏执性精神病请用F22',
    en: 'F24 is induced delusional disorder; use F22 for persistent delusional disorder',
  },
  'SMI.CASE.DIAGNOSIS_NEEDS_EPILEPSY': {
    category: 'rule',
    zh: '癫痫所致精神障碍须同时填写癫痫诊断（G40）',
    en: 'A disorder due to epilepsy needs the epilepsy code (G40) beside it',
  },
  'SMI.CASE.DIAGNOSIS_NEEDS_PSYCHOTIC_SYMPTOMS': {
    category: 'rule',
    zh: '精神发育迟滞须伴有精神病性症状才登记',
    en: 'Mental retardation is registered only with psychotic symptoms',
  },
  'SMI.CASE.REPORT_TYPE_NEEDS_SIX': {
    category: 'rule',
    zh: '按要求登记仅限六类严重精神障碍；其他诊断请用发病报告',
    en: 'Required registration is for the six diagnoses; use an onset report for others',
  },
  'SMI.CASE.ONSET_REPORT_NEEDS_ARTICLE30': {
    category: 'rule',
    zh: '发病报告须符合精神卫生法第三十条第二款第二项',
    en: "An onset report needs the doctor's yes on art. 30 para. 2 (2)",
  },
  'SMI.CASE.DATE_IN_FUTURE': { category: 'rule', zh: '日期不能晚于今天', en: 'The date lies in the future' },
  'SMI.CASE.DATE_BEFORE_BIRTH': { category: 'rule', zh: '日期早于出生日期', en: 'The date lies before the birth' },
  'SMI.CASE.FILE_BEFORE_DIAGNOSIS': {
    category: 'rule',
    zh: '建档日期早于确诊日期',
    en: 'The file was built before the diagnosis',
  },
  'SMI.CASE.TREATED_BEFORE_ONSET': {
    category: 'rule',
    zh: '首次治疗时间早于初次发病时间',
    en: 'The first treatment lies before the onset',
  },
  'SMI.CASE.CONSENT_BEFORE_FILE': {
    category: 'rule',
    zh: '知情同意签字日期早于建档日期',
    en: 'The consent was signed before the file was built',
  },
  'SMI.CASE.TRANSITION_NOT_ALLOWED': {
    category: 'rule',
    zh: '当前状态下不能进行此操作',
    en: 'Not possible in the present status of the case',
  },
  'SMI.CASE.STEP_BEFORE_FILE': {
    category: 'rule',
    zh: '日期早于建档日期',
    en: 'The date lies before the file was built',
  },
  'SMI.CASE.STEP_BEFORE_VISIT': {
    category: 'rule',
    zh: '日期早于最近一次随访',
    en: 'The date lies before the last follow-up',
  },
  'SMI.CASE.INFORMED_BEFORE_DISCHARGE': {
    category: 'rule',
    zh: '获知日期早于出院日期',
    en: 'Known before the discharge itself',
  },
  'SMI.CASE.REVEAL_LIMIT': {
    category: 'rate_limited',
    zh: '今日查看明文信息的次数已用完',
    en: 'The look-ups of clear values for today are used up',
  },
  'SMI.ACTION.NOT_OPEN': {
    category: 'rule',
    zh: '该事项未在待办中，或已处理',
    en: 'This action is not open, or has been answered',
  },
  'SMI.ACTION.NEEDS_RECORD': {
    category: 'rule',
    zh: '该事项由下一次随访记录或出院登记完成',
    en: 'The next record or the discharge answers this',
  },
  'SMI.ACTION.CLOSED_BEFORE_OPEN': {
    category: 'rule',
    zh: '完成日期早于事项产生的日期',
    en: 'Closed before it was opened',
  },
  'SMI.CASE.PERSON_UNKNOWN': {
    category: 'rule',
    zh: '未找到该居民，或不在您的管辖范围内',
    en: 'No such person, or outside your area',
  },
  'SMI.CASE.NO_TAKEN': { category: 'conflict', zh: '患者编号已被使用', en: 'This case number is taken' },
  'SMI.CASE.ALREADY_REGISTERED': {
    category: 'conflict',
    zh: '该居民已有在册的患者档案',
    en: 'This person already has an open case',
  },
  'SMI.CASE.CLOSED': {
    category: 'rule',
    zh: '患者已出册（转出、死亡或订正），不能再登记',
    en: 'The case is closed (moved out, dead or cancelled)',
  },
  'SMI.CASE.CONSENT_OUT_OF_ORDER': {
    category: 'rule',
    zh: '签字日期早于上一次知情同意',
    en: 'Signed before the previous decision',
  },
  'SMI.IMPORT.CASE_UNKNOWN': {
    category: 'rule',
    zh: '未找到患者档案，或不在您的管辖范围内',
    en: 'No such case, or outside your area',
  },
  'SMI.IMPORT.DIFFERS': {
    category: 'conflict',
    zh: '已有同一患者同一日期的记录，内容不同',
    en: 'A record of this day with other content exists',
  },
  ...SMI_FOLLOW_UP_ERRORS,
} as const satisfies Record<string, ErrorEntry>;
