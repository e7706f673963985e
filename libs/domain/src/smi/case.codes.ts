import { defineCodes } from '../kernel/code-list.js';

/** 报告类型 (smi.md 1.2; names of the REST contract). */
export const REPORT_TYPES = defineCodes([
  ['onset_report', '发病报告', 'Onset report'],
  ['required_registration', '按要求登记', 'Required registration'],
]);

/** Status of a case (smi.md 2.1). */
export const CASE_STATUSES = defineCodes([
  ['registered', '在册', 'Registered'],
  ['lost', '失访', 'Lost'],
  ['in_hospital', '住院中', 'In hospital'],
  ['transferred_out', '已转出', 'Transferred out'],
  ['dead', '死亡', 'Dead'],
  ['cancelled', '已订正', 'Cancelled'],
]);

/** 知情同意 (smi.md 2.6). */
export const CONSENT_DECISIONS = defineCodes([
  ['agreed', '同意参加管理', 'Agreed'],
  ['declined', '不同意', 'Declined'],
]);

/** Who signed the consent. */
export const CONSENT_SIGNERS = defineCodes([
  ['self', '患者本人', 'Patient'],
  ['guardian', '监护人', 'Guardian'],
]);

/** Mandatory actions of the REST contract with their texts. */
export const SMI_ACTIONS = defineCodes([
  ['continue_plan', '继续执行治疗方案，健康教育', 'Continue the plan, educate'],
  [
    'judge_cause',
    '判断原因：病情波动或疗效不佳，还是不良反应或躯体疾病',
    'Judge the cause: fluctuation, efficacy, side effect or physical disease',
  ],
  ['contact_psychiatrist', '联系精神科医师', 'Contact the psychiatrist'],
  ['specialist_guidance', '请专科医师指导', 'Obtain specialist guidance'],
  ['refer_now', '立即转诊', 'Refer now'],
  ['check_referral', '2周内了解转诊结果', 'Check the result of the referral within 2 weeks'],
  ['notify_police', '立即报告公安机关', 'Notify the police'],
  ['inform_care_group', '通知关爱帮扶小组', 'Inform the care group'],
  ['joint_visit', '会同村（居）委会和民警共同随访', 'Visit jointly with the committee and the police'],
  ['emergency_record', '应急处置并在24小时内记录', 'Emergency handling, recorded within 24 hours'],
  ['side_effect_check', '2周内复查药物不良反应', 'Check the side effect within 2 weeks'],
  ['obstetric_co_management', '与产科共同管理，评估用药', 'Manage with obstetrics, review the medication'],
  ['retry_visit', '2周内再次随访', 'Try again within 2 weeks'],
  ['report_lost', '书面报告综合管理小组和上级精防机构', 'Report the loss in writing'],
  ['hold', '住院期间暂停随访', 'Hold while in hospital'],
  ['close_file', '结案', 'Close the file'],
]);

/** Duties with a day of their own beside the next visit (smi.md 4.3). */
export const SMI_CHECKS = defineCodes([
  ['side_effect_check', '复查药物不良反应', 'Check the side effect'],
  ['check_referral', '了解转诊结果', 'Check the result of the referral'],
  ['incident_report', '上报肇事肇祸、自伤自杀事件', 'Report the incident'],
  ['report_upper_unit', '报告上级精防机构', 'Report to the upper unit'],
  ['search_lost_patient', '每周查找失访患者', 'Search for the lost person, every week'],
  ['article30_review', '精神科医师认定是否属于第30条第2款第2项', 'Psychiatrist answers on art. 30 ¶2(2)'],
  ['consent_reask', '再次征询知情同意', 'Ask for consent again'],
]);

/** How a mandatory action was answered: it cannot be dismissed. */
export const ACTION_OUTCOMES = defineCodes([
  ['done', '已完成', 'Done'],
  ['handed_over', '已移交', 'Handed over'],
]);

/** Why a file leaves the register without a move or a death (smi.md 2.1). */
export const CANCEL_REASONS = defineCodes([
  ['not_smi', '诊断复核非严重精神障碍', 'Re-diagnosis: not severe mental illness'],
  ['diagnosis_corrected', '诊断更正', 'Diagnosis corrected'],
  ['duplicate', '重复建档', 'Duplicate file'],
  ['entered_in_error', '误录', 'Entered in error'],
]);

/** 既往治疗·门诊 of the supplement form (smi.md 3.4). */
export const OUTPATIENT_HISTORIES = defineCodes([
  [1, '未治', 'Never'],
  [2, '间断门诊治疗', 'Intermittent'],
  [3, '连续门诊治疗', 'Continuous'],
]);

/** 最近一次治疗效果 of the supplement form (smi.md 3.4). */
export const LAST_EFFECTS = defineCodes([
  [1, '临床痊愈', 'Clinically recovered'],
  [2, '好转', 'Improved'],
  [3, '无变化', 'Unchanged'],
  [4, '加重', 'Worse'],
]);

/** 经济状况 of the supplement form (smi.md 3.4). */
export const ECONOMIC_STATES = defineCodes([
  [1, '贫困', 'Poor'],
  [2, '非贫困', 'Not poor'],
]);
