import { defineCodes } from '../kernel/code-list.js';

/** 本次随访形式 (smi.md 3.3 item 3). */
export const FOLLOW_UP_FORMS = defineCodes([
  [1, '门诊', 'Clinic'],
  [2, '家庭访视', 'Home visit'],
  [3, '电话', 'Telephone'],
]);

/** 本次随访对象 (item 4). */
export const FOLLOW_UP_CONTACTS = defineCodes([
  [1, '患者本人', 'Patient'],
  [2, '家属/监护人', 'Family or guardian'],
  [3, '其他知情人', 'Other informant'],
]);

/** 失访原因 (item 5). */
export const LOSS_REASONS = defineCodes([
  [1, '外出务工', 'Away for work'],
  [2, '迁居他处', 'Moved elsewhere'],
  [3, '走失', 'Missing'],
  [4, '连续3次未访到', 'Not met three times in a row'],
  [5, '其他', 'Other'],
]);

/** 死亡原因 (item 7). */
export const DEATH_CAUSES = defineCodes([
  [1, '躯体疾病', 'Physical disease'],
  [2, '自杀', 'Suicide'],
  [3, '他杀', 'Homicide'],
  [4, '意外', 'Accident'],
  [5, '精神疾病相关并发症', 'Complication of the mental disorder'],
  [6, '其他', 'Other'],
]);

/** 躯体疾病 as the cause of death, in detail (item 7). */
export const DEATH_CAUSE_DETAILS = defineCodes([
  [1, '传染病和寄生虫病', 'Infectious or parasitic disease'],
  [2, '肿瘤', 'Tumour'],
  [3, '心脏病', 'Heart disease'],
  [4, '脑血管病', 'Cerebrovascular disease'],
  [5, '呼吸系统疾病', 'Respiratory disease'],
  [6, '消化系统疾病', 'Digestive disease'],
  [7, '其他疾病', 'Other disease'],
  [8, '不详', 'Unknown'],
]);

/** 危险性评估, the exact criteria (smi.md 3.1). */
export const RISK_LEVELS = defineCodes([
  [0, '0级：无以下1—5级中的任何行为', 'Grade 0: none of the behaviour of grades 1 to 5'],
  [1, '1级：口头威胁，喊叫，但没有打砸行为', 'Grade 1: verbal threats or shouting, no smashing'],
  [
    2,
    '2级：打砸行为，局限在家里，针对财物，能被劝说制止',
    'Grade 2: smashing at home, at property, can be talked into stopping',
  ],
  [
    3,
    '3级：明显打砸行为，不分场合，针对财物，不能接受劝说而停止',
    'Grade 3: marked smashing anywhere, at property, cannot be stopped',
  ],
  [
    4,
    '4级：持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止（包括自伤、自杀）',
    'Grade 4: persistent smashing anywhere, at property or persons, cannot be stopped; includes self-harm and suicide',
  ],
  [
    5,
    '5级：持管制性危险武器的针对人的任何暴力行为，或者纵火、爆炸等行为',
    'Grade 5: any violence against persons with a controlled weapon, or arson, explosion and the like',
  ],
]);

/** 目前症状 (item 9). */
export const SYMPTOMS = defineCodes([
  [1, '幻觉', 'Hallucinations'],
  [2, '交流困难', 'Difficult to talk with'],
  [3, '猜疑', 'Suspicion'],
  [4, '喜怒无常', 'Moodiness'],
  [5, '行为怪异', 'Odd behaviour'],
  [6, '兴奋话多', 'Excited, talkative'],
  [7, '伤人毁物', 'Hurts people or damages things'],
  [8, '悲观厌世', 'Weary of life'],
  [9, '无故外走', 'Wanders off'],
  [10, '自语自笑', 'Talks or laughs to self'],
  [11, '孤僻懒散', 'Withdrawn, idle'],
  [12, '其他', 'Other'],
]);

/** 症状程度 (item 34, ours). */
export const SYMPTOM_SEVERITIES = defineCodes([
  [0, '基本消失', 'Basically gone'],
  [1, '有/较差', 'Present'],
  [2, '明显', 'Marked'],
]);

/** 自知力 (item 10). */
export const INSIGHTS = defineCodes([
  [1, '完全', 'Full'],
  [2, '不全', 'Partial'],
  [3, '缺失', 'Lacking'],
]);

/** 睡眠, 饮食 and the social functions other than work (items 11–14, 16, 17). */
export const THREE_GRADES = defineCodes([
  [1, '良好', 'Good'],
  [2, '一般', 'Fair'],
  [3, '较差', 'Poor'],
]);

/** 生产劳动及工作 (item 15): the only social function that may not apply. */
export const WORK_GRADES = defineCodes([
  [1, '良好', 'Good'],
  [2, '一般', 'Fair'],
  [3, '较差', 'Poor'],
  [9, '此项不适用', 'Does not apply'],
]);
