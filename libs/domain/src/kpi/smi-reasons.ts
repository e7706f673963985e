/** Where a subject stands in an indicator. */
export type ReasonSide = 'numerator' | 'denominator_only' | 'excluded';

/** Why a subject counts or does not. */
export interface Reason {
  readonly side: ReasonSide;
  readonly zh: string;
  readonly en: string;
  /** Rule behind it; bare numbers are paragraphs of `smi.md`. */
  readonly ruleId: string;
}

function counts(zh: string, en: string, ruleId: string): Reason {
  return { side: 'numerator', zh, en, ruleId };
}
function falls(zh: string, en: string, ruleId: string): Reason {
  return { side: 'denominator_only', zh, en, ruleId };
}
function outside(zh: string, en: string, ruleId: string): Reason {
  return { side: 'excluded', zh, en, ruleId };
}

/** The closed list of reasons. The side belongs to the reason, so counting and explaining cannot disagree. */
export const SMI_REASONS = {
  not_yet_registered: outside('截止日尚未建档', 'File built after the day measured', '6.1 R'),
  dead: outside('已死亡', 'Has died', '6.1 R'),
  cancelled: outside('诊断已订正或删除', 'Diagnosis cancelled', '6.1 R'),
  transferred_out: outside('已转出', 'Transferred out', '6.1 R'),
  not_schizophrenia: outside('非精神分裂症', 'Not schizophrenia', '6.1 精分'),
  not_managed: outside('期内无完整随访', 'No complete follow-up in the period', '6.1 G'),
  not_home: outside('最近一次随访时正在住院', 'In hospital at the latest follow-up', '6.1 H'),
  not_home_unmanaged: outside(
    '期内无完整随访，不计入居家患者',
    'No complete follow-up, so not a home patient',
    '6.1 H',
  ),
  no_due: outside('期内无到期随访', 'No follow-up due in the period', 'B-37'),
  due_void: outside('到期前已死亡、转出、订正或失访', 'Left, died or was lost before the due date', 'B-37'),
  due_pending: outside('今天到期，尚未逾期', 'Due today, not late yet', '0.3'),

  registered: counts('在册', 'Registered', '6.1 R'),
  managed: counts('期内有完整随访', 'Has a complete follow-up in the period', '6.1 G'),
  standard_v2: counts('随访间隔均不超过3个月（含期初期末）', 'No gap over 3 months, ends included', '6.3 V2'),
  standard_v1: counts('相邻随访间隔均不超过3个月', 'No gap over 3 months between visits', '6.3 V1'),
  standard_v0: counts('随访4次以上并体检1次以上', 'At least 4 visits and 1 examination', '6.3 V0'),
  seen_in_person: counts('有面访患者本人的完整随访', 'Seen in person', '6.2'),
  takes_medicine: counts('最近一次随访在服药', 'On medicine at the latest follow-up', '6.2'),
  in_hospital_on_medicine: counts('最近一次随访时正在住院，按服药计', 'In hospital, counts as on medicine', '6.2'),
  always_regular: counts('期内每次随访均规律服药', 'Regular at every follow-up', '6.3 A'),
  last_regular: counts('最近一次随访规律服药', 'Regular at the latest follow-up', '6.3 L'),
  stable: counts('近3个月随访且病情稳定', 'Stable at a visit of the last 3 months', '6.2'),
  basically_stable: counts('近3个月随访且基本稳定', 'Basically stable at a visit of the last 3 months', '6.4 C3'),
  last_stable: counts('最近一次随访病情稳定', 'Stable at the latest follow-up', '6.4 C3'),
  examined: counts('期内已体检', 'Examined in the period', '6.2'),
  incident: counts('期内有肇事肇祸', 'Broke public order or criminal law', '6.2'),
  minor_disturbance: counts('期内有轻度滋事', 'Minor disturbance', '6.2'),
  rehabilitated: counts('期内参加社区康复', 'Takes part in community rehabilitation', '6.2'),
  in_group: counts('有关爱帮扶小组', 'Has a guardianship group', '7.2'),
  lost: counts('截止日失访', 'Lost on the day measured', '2.8'),
  due_met: counts('按期完成随访', 'Followed up by the due date', 'B-37'),

  no_complete_follow_up: falls('期内无完整随访', 'No complete follow-up in the period', '2.9'),
  gap_between_visits: falls('相邻随访间隔超过3个月', 'More than 3 months between two visits', '6.3 V1'),
  gap_at_start: falls('期初至首次随访间隔超过3个月', 'More than 3 months before the first visit', '6.3 V2'),
  gap_at_end: falls('末次随访至期末间隔超过3个月', 'More than 3 months since the latest visit', '6.3 V2'),
  fewer_than_four: falls('随访少于4次', 'Fewer than 4 visits', '6.3 V0'),
  no_exam: falls('期内未体检', 'Not examined in the period', '6.2'),
  not_seen_in_person: falls('有随访但未面访本人', 'Followed up, but never in person', '6.2'),
  last_not_taking: falls('最近一次随访未服药', 'Not taking medicine at the latest follow-up', '6.2'),
  none_needed: falls('医嘱勿需用药，不计为服药', 'None needed by order: not "on medicine"', '6.3'),
  adherence_unknown: falls('用药依从性未填', 'Adherence not recorded', '6.2'),
  some_irregular: falls('期内有非规律服药记录', 'Not regular at some follow-up', '6.3 A'),
  last_irregular: falls('最近一次随访非规律服药', 'Not regular at the latest follow-up', '6.3 L'),
  last_visit_too_old: falls('末次随访不在最后3个月内', 'Latest visit not in the last 3 months', '6.2'),
  last_not_stable: falls('最近一次随访未达稳定', 'Not stable at the latest follow-up', '6.2'),
  no_incident: falls('期内无肇事肇祸', 'None in the period', '6.2'),
  no_minor_disturbance: falls('期内无轻度滋事', 'None in the period', '6.2'),
  not_rehabilitated: falls('未参加社区康复', 'Not in community rehabilitation', '6.2'),
  no_group: falls('无关爱帮扶小组', 'No guardianship group', '7.2'),
  not_lost: falls('未失访', 'Not lost', '2.8'),
  due_late: falls('逾期后才随访', 'Followed up after the due date', 'B-37'),
  due_missed: falls('到期未随访', 'Not followed up', 'B-37'),
} as const satisfies Record<string, Reason>;

/** Code of a reason. */
export type ReasonCode = keyof typeof SMI_REASONS;
