import type { ErrorEntry } from './catalogue.js';

/** Refusals and warnings of the follow-up record (smi.md 3.3). */
export const SMI_FOLLOW_UP_ERRORS = {
  'SMI.FOLLOW_UP.DATE_IN_FUTURE': { category: 'rule', zh: '随访日期不能晚于今天', en: 'The visit lies in the future' },
  'SMI.FOLLOW_UP.DATE_BEFORE_FILE': {
    category: 'rule',
    zh: '随访日期早于建档日期',
    en: 'The visit lies before the file was built',
  },
  'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS': {
    category: 'rule',
    zh: '随访日期须晚于上次随访日期',
    en: 'The visit must lie after the previous one',
  },
  'SMI.FOLLOW_UP.CASE_CLOSED': {
    category: 'rule',
    zh: '该患者已死亡、转出或订正，不能再录入随访',
    en: 'The case is closed: dead, transferred out or cancelled',
  },
  'SMI.FOLLOW_UP.CORRECTION_BREAKS_LATER': {
    category: 'rule',
    zh: '更正后，后面的记录将不再成立；请先更正后面的记录',
    en: 'A later record could not stand with this; correct that one first',
  },
  'SMI.FOLLOW_UP.CORRECTION_CHANGES_NOTHING': {
    category: 'rule',
    zh: '更正内容与现有记录相同',
    en: 'The correction says what the record says already',
  },
  'SMI.FOLLOW_UP.CONSENT_DECLINED': {
    category: 'rule',
    zh: '患者不同意参加社区管理，不进行常规随访',
    en: 'The patient declined; no routine follow-up',
  },
  'SMI.FOLLOW_UP.CONSENT_MISSING': { category: 'rule', zh: '尚未签署知情同意书', en: 'No consent has been signed yet' },
  'SMI.FOLLOW_UP.KIND_CONFLICT': {
    category: 'rule',
    zh: '死亡、失访、未访到只能填写一种',
    en: 'Death, loss and a failed attempt exclude each other',
  },
  'SMI.FOLLOW_UP.NOT_ALLOWED_HERE': {
    category: 'rule',
    zh: '失访、未访到或死亡时此项应为空',
    en: 'Must be empty when the patient was lost, not met or dead',
  },
  'SMI.FOLLOW_UP.INCIDENTS_NONE_MISMATCH': {
    category: 'rule',
    zh: '危险行为“无”与次数不一致',
    en: '"No dangerous behaviour" does not agree with the counts',
  },
  'SMI.FOLLOW_UP.LOST_WITH_RISK': {
    category: 'rule',
    zh: '失访时不能填写危险性评估',
    en: 'A lost patient has no risk assessment',
  },
  'SMI.FOLLOW_UP.DISCHARGE_DATE_MISSING': {
    category: 'rule',
    zh: '曾住院者须填写末次出院时间',
    en: 'The last discharge date is needed',
  },
  'SMI.FOLLOW_UP.DISCHARGE_DATE_UNEXPECTED': {
    category: 'rule',
    zh: '未曾出院时不应填写末次出院时间',
    en: 'No discharge date is expected here',
  },
  'SMI.FOLLOW_UP.DISCHARGE_AFTER_VISIT': {
    category: 'rule',
    zh: '末次出院时间晚于随访日期',
    en: 'The discharge lies after the visit',
  },
  'SMI.FOLLOW_UP.MEDICATION_WITHOUT_NEED': {
    category: 'rule',
    zh: '医嘱勿需用药时不应填写用药情况',
    en: 'No drugs are expected when none are needed',
  },
  'SMI.FOLLOW_UP.MEDICATION_MISSING': {
    category: 'rule',
    zh: '在用药但未填写用药情况',
    en: 'Takes drugs, but none are listed',
  },
  'SMI.FOLLOW_UP.MEDICATION_DUPLICATE': { category: 'rule', zh: '药物重复', en: 'The drug is listed twice' },
  'SMI.FOLLOW_UP.MEDICATION_DOSE_MISSING': {
    category: 'rule',
    zh: '至少一个剂量须大于0',
    en: 'At least one dose must be above 0',
  },
  'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM': {
    category: 'rule',
    zh: '有自伤或自杀未遂时危险性应为4级及以上，否则请说明理由',
    en: 'Self-harm or attempted suicide means grade 4 or above, or a reason',
  },
  'SMI.FOLLOW_UP.RISK_ZERO_WITH_INCIDENT': {
    category: 'rule',
    zh: '有肇事或肇祸行为时危险性不能为0级',
    en: 'Grade 0 does not agree with an offence',
  },
  'SMI.FOLLOW_UP.RISK_ZERO_WITH_VIOLENT_SYMPTOM': {
    category: 'rule',
    zh: '症状含伤人毁物而危险性为0级，请核对',
    en: 'Grade 0 although the patient hurts people or damages things: please check',
  },
  'SMI.FOLLOW_UP.PATIENT_NOT_SEEN': {
    category: 'rule',
    zh: '未见到患者本人，不计入面访',
    en: 'The patient was not seen: not a face-to-face visit',
  },
  'SMI.FOLLOW_UP.CLASS_MILDER': {
    category: 'rule',
    zh: '分类轻于系统判定，须说明理由',
    en: 'A class milder than the computed one needs a reason',
  },
  'SMI.FOLLOW_UP.NEXT_DATE_TOO_LATE': {
    category: 'rule',
    zh: '下次随访日期晚于应随访日期',
    en: 'The next date is later than the rules allow',
  },
  'SMI.FOLLOW_UP.NEXT_DATE_NOT_AFTER_VISIT': {
    category: 'rule',
    zh: '下次随访日期须晚于本次随访日期',
    en: 'The next date must lie after this visit',
  },
  'SMI.FOLLOW_UP.DEATH_BEFORE_LATER_VISIT': {
    category: 'rule',
    zh: '死亡日期之后仍有随访记录',
    en: 'The patient was visited after that date',
  },
  'SMI.FOLLOW_UP.DEATH_AFTER_VISIT': {
    category: 'rule',
    zh: '死亡日期晚于随访日期',
    en: 'The death lies after the visit',
  },
  'SMI.FOLLOW_UP.DEATH_BEFORE_BIRTH': {
    category: 'rule',
    zh: '死亡日期早于出生日期',
    en: 'The death lies before the birth',
  },
  'SMI.FOLLOW_UP.DEATH_DETAIL_UNEXPECTED': {
    category: 'rule',
    zh: '仅死因为躯体疾病时填写具体疾病',
    en: 'The detail belongs to physical disease only',
  },
  'SMI.FOLLOW_UP.CONFINEMENT_NOT_RECORDED': {
    category: 'rule',
    zh: '此前没有关锁记录，请核对',
    en: 'No earlier record says confined: please check',
  },
  'SMI.FOLLOW_UP.REACTION_NOT_APPLICABLE': {
    category: 'rule',
    zh: '在用药时不良反应不应为“不适用”，请核对',
    en: '"Does not apply" while drugs are taken: please check',
  },
  'SMI.FOLLOW_UP.SYMPTOMS_WITHOUT_SEVERITY': {
    category: 'rule',
    zh: '有症状而程度为“基本消失”，请核对',
    en: 'Symptoms are ticked but "basically gone": please check',
  },
} as const satisfies Record<string, ErrorEntry>;
