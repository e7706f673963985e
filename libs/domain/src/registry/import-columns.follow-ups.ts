import { defineCodes, type CodeList } from '../kernel/code-list.js';
import type { ImportColumn } from './import-column.js';

const FORM = defineCodes([
  [1, '门诊', 'clinic'],
  [2, '家庭访视', 'home visit'],
  [3, '电话', 'telephone'],
]);
const CONTACTS = defineCodes([
  [1, '患者本人', 'patient'],
  [2, '家属/监护人', 'family or guardian'],
  [3, '其他知情人', 'other informant'],
]);
const ATTEMPT = defineCodes([['failed', '未访到', 'nobody was met']]);
const LOSS_REASON = defineCodes([
  [1, '外出务工', 'working elsewhere'],
  [2, '迁居他处', 'moved away'],
  [3, '走失', 'missing'],
  [4, '连续3次未访到', 'not met three times running'],
  [5, '其他', 'other'],
]);
const DEATH_CAUSE = defineCodes([
  [1, '躯体疾病', 'physical illness'],
  [2, '自杀', 'suicide'],
  [3, '他杀', 'homicide'],
  [4, '意外', 'accident'],
  [5, '精神疾病相关并发症', 'complication of the mental illness'],
  [6, '其他', 'other'],
]);
const DEATH_DETAIL = defineCodes([
  [1, '传染病和寄生虫病', 'infectious and parasitic'],
  [2, '肿瘤', 'tumour'],
  [3, '心脏病', 'heart'],
  [4, '脑血管病', 'cerebrovascular'],
  [5, '呼吸系统', 'respiratory'],
  [6, '消化系统', 'digestive'],
  [7, '其他疾病', 'other disease'],
  [8, '不详', 'not known'],
]);
const RISK = defineCodes(
  [0, 1, 2, 3, 4, 5].map((n): [number, string, string] => [n, `${String(n)} 级`, `grade ${String(n)}`]),
);
const SYMPTOMS = defineCodes([
  [1, '幻觉', 'hallucination'],
  [2, '交流困难', 'hard to talk with'],
  [3, '猜疑', 'suspicion'],
  [4, '喜怒无常', 'moody'],
  [5, '行为怪异', 'odd behaviour'],
  [6, '兴奋话多', 'excited, talkative'],
  [7, '伤人毁物', 'hurts people or breaks things'],
  [8, '悲观厌世', 'weary of life'],
  [9, '无故外走', 'wanders off'],
  [10, '自语自笑', 'talks or laughs alone'],
  [11, '孤僻懒散', 'withdrawn'],
  [12, '其他', 'other'],
]);
const SEVERITY = defineCodes([
  [0, '基本消失', 'almost gone'],
  [1, '有/较差', 'present'],
  [2, '明显', 'marked'],
]);
const INSIGHT = defineCodes([
  [1, '完全', 'full'],
  [2, '不全', 'partial'],
  [3, '缺失', 'absent'],
]);
const GRADE = defineCodes([
  [1, '良好', 'good'],
  [2, '一般', 'fair'],
  [3, '较差', 'poor'],
]);
const WORK = defineCodes([
  [1, '良好', 'good'],
  [2, '一般', 'fair'],
  [3, '较差', 'poor'],
  [9, '此项不适用', 'does not apply'],
]);
const CONFINEMENT = defineCodes([
  [1, '无关锁', 'none'],
  [2, '关锁', 'confined'],
  [3, '关锁已解除', 'released'],
]);
const HOSPITAL = defineCodes([
  [0, '未住院', 'none'],
  [1, '目前正在住院', 'in hospital now'],
  [2, '曾住院现未住院', 'was in hospital'],
]);
const PRESENT = defineCodes([
  [1, '无', 'no'],
  [2, '有', 'yes'],
]);
const ADVERSE = defineCodes([
  [1, '无', 'no'],
  [2, '有', 'yes'],
  [9, '此项不适用', 'does not apply'],
]);
const ADVERSE_SEVERITY = defineCodes([
  [1, '轻', 'mild'],
  [2, '严重/急性', 'severe or acute'],
]);
const ADHERENCE = defineCodes([
  [1, '按医嘱规律用药', 'regularly as prescribed'],
  [2, '间断用药', 'with gaps'],
  [3, '不用药', 'prescribed but not taken'],
  [4, '医嘱勿需用药', 'none needed'],
]);
const EFFECT = defineCodes([
  [1, '痊愈', 'recovered'],
  [2, '好转', 'better'],
  [3, '无变化', 'unchanged'],
  [4, '加重', 'worse'],
  [9, '此项不适用', 'does not apply'],
]);
const PHYSICAL = defineCodes([
  [0, '无', 'none'],
  [1, '有且稳定', 'stable'],
  [2, '有不稳定', 'unstable'],
  [3, '严重', 'severe'],
]);
const PREGNANCY = defineCodes([
  ['pregnant', '怀孕', 'pregnant'],
  ['planning', '备孕', 'planning'],
  ['breast_feeding', '哺乳', 'breast feeding'],
]);
const REHABILITATION = defineCodes([
  [1, '生活劳动能力', 'daily living'],
  [2, '职业训练', 'vocational'],
  [3, '学习能力', 'learning'],
  [4, '社会交往', 'social contact'],
  [5, '其他', 'other'],
]);
const STABILITY = defineCodes([
  [1, '不稳定', 'unstable'],
  [2, '基本稳定', 'basically stable'],
  [3, '稳定', 'stable'],
]);
const EVERY = defineCodes([
  ['week', '每周', 'weekly'],
  ['month', '每月', 'monthly'],
]);

const code = (field: string, zh: string, en: string, codes: CodeList): ImportColumn => ({
  field,
  zh,
  en,
  type: 'integer',
  codes,
});
const text = (field: string, zh: string, en: string, maxLength = 200): ImportColumn => ({
  field,
  zh,
  en,
  type: 'text',
  maxLength,
});
const count = (field: string, zh: string, en: string): ImportColumn => ({
  field,
  zh,
  en,
  type: 'integer',
  min: 0,
  max: 99,
});

/** `medications` and `medicationGuidance` have the same row shape; one value per drug, separated by `;`. */
function drugColumns(list: string, zh: string, en: string): ImportColumn[] {
  const column = (field: string, titleZh: string, titleEn: string, rest: Partial<ImportColumn>): ImportColumn => ({
    field: `${list}.${field}`,
    zh: `${zh}·${titleZh}`,
    en: `${en}: ${titleEn}`,
    type: 'text',
    perItem: true,
    ...rest,
  });
  const dose = { type: 'decimal', min: 0, max: 100_000 } as const;
  return [
    column('drug', '药物名', 'drug', { maxLength: 100 }),
    column('spec', '规格', 'strength', { maxLength: 50 }),
    column('longActing', '长效', 'long-acting', { type: 'boolean' }),
    column('morningMg', '早（mg）', 'morning mg', dose),
    column('noonMg', '中（mg）', 'noon mg', dose),
    column('eveningMg', '晚（mg）', 'evening mg', dose),
    column('every', '长效周期', 'long-acting every', { codes: EVERY }),
    column('times', '长效次数', 'times', { type: 'integer', min: 1, max: 31 }),
    column('doseMg', '长效每次（mg）', 'dose mg', dose),
  ];
}

/** The follow-up record 表1-8 (smi.md §3.3). Ranges and cross-field checks V1–V11 are the smi service's. */
export const FOLLOW_UP_COLUMNS: readonly ImportColumn[] = [
  text('caseNo', '患者编号', 'Case number', 40),
  text('idNumber', '证件号码', 'Document number', 40),
  { field: 'visitedOn', zh: '随访日期', en: 'Visited on', type: 'date', required: true },
  { ...code('form', '本次随访形式', 'Form of the visit', FORM), required: true },
  { field: 'contacts', zh: '本次随访对象', en: 'Who was met', type: 'integerList', codes: CONTACTS },
  { field: 'attempt', zh: '未访到', en: 'Failed attempt', type: 'text', codes: ATTEMPT },
  code('lossReason', '失访原因', 'Reason of loss', LOSS_REASON),
  text('lossReasonText', '失访原因说明', 'Reason of loss, text'),
  { field: 'deathDate', zh: '死亡日期', en: 'Death date', type: 'date' },
  code('deathCause', '死亡原因', 'Cause of death', DEATH_CAUSE),
  code('deathCauseDetail', '躯体疾病分类', 'Physical illness, kind', DEATH_DETAIL),
  code('riskLevel', '危险性评估', 'Risk grade', RISK),
  { field: 'symptoms', zh: '目前症状', en: 'Symptoms', type: 'integerList', codes: SYMPTOMS },
  text('symptomsText', '其他症状', 'Other symptoms'),
  code('symptomSeverity', '症状程度', 'Severity of symptoms', SEVERITY),
  code('insight', '自知力', 'Insight', INSIGHT),
  code('sleep', '睡眠情况', 'Sleep', GRADE),
  code('diet', '饮食情况', 'Diet', GRADE),
  code('socialFunction.selfCare', '个人生活料理', 'Self care', GRADE),
  code('socialFunction.housework', '家务劳动', 'Housework', GRADE),
  code('socialFunction.work', '生产劳动及工作', 'Work', WORK),
  code('socialFunction.study', '学习能力', 'Study', GRADE),
  code('socialFunction.social', '社会人际交往', 'Social contact', GRADE),
  count('incidents.minorDisturbance', '轻度滋事次数', 'Minor disturbances'),
  count('incidents.publicOrder', '肇事次数', 'Public order incidents'),
  count('incidents.crime', '肇祸次数', 'Crimes'),
  count('incidents.otherHarm', '其他危害行为次数', 'Other harm'),
  count('incidents.selfHarm', '自伤次数', 'Self-harm'),
  count('incidents.suicideAttempt', '自杀未遂次数', 'Suicide attempts'),
  { field: 'incidents.none', zh: '无危险行为', en: 'No incident', type: 'boolean' },
  code('confinement', '两次随访期间关锁情况', 'Confinement', CONFINEMENT),
  code('hospitalisation', '两次随访期间住院情况', 'Hospitalisation', HOSPITAL),
  { field: 'lastDischargeOn', zh: '末次出院时间', en: 'Last discharge', type: 'date' },
  code('labTests.done', '实验室检查', 'Laboratory tests', PRESENT),
  text('labTests.items', '检查项目', 'Test items'),
  code('adherence', '用药依从性', 'Adherence', ADHERENCE),
  code('adverseReaction.present', '药物不良反应', 'Adverse reaction', ADVERSE),
  code('adverseReaction.severity', '不良反应程度', 'Adverse reaction, severity', ADVERSE_SEVERITY),
  text('adverseReaction.text', '不良反应说明', 'Adverse reaction, text'),
  code('effect', '治疗效果', 'Effect of treatment', EFFECT),
  code('physicalIllness', '躯体疾病', 'Physical illness', PHYSICAL),
  { field: 'otherAbnormality', zh: '其他异常', en: 'Other abnormality', type: 'boolean' },
  { field: 'tendingToStable', zh: '病情趋于稳定', en: 'Tending to stable', type: 'boolean' },
  { field: 'pregnancy', zh: '孕产情况', en: 'Pregnancy', type: 'text', codes: PREGNANCY },
  { field: 'referral.made', zh: '是否转诊', en: 'Referred', type: 'boolean' },
  text('referral.reason', '转诊原因', 'Reason of referral'),
  text('referral.institution', '转至机构及科室', 'Referred to'),
  ...drugColumns('medications', '用药', 'Medication'),
  ...drugColumns('medicationGuidance', '用药指导', 'Medication guidance'),
  { field: 'rehabilitation', zh: '康复措施', en: 'Rehabilitation', type: 'integerList', codes: REHABILITATION },
  text('rehabilitationText', '其他康复措施', 'Other rehabilitation'),
  code('stability', '本次随访分类', 'Class', STABILITY),
  text('stabilityReason', '分类理由', 'Reason of the class'),
  { field: 'nextDueOn', zh: '下次随访日期', en: 'Next visit', type: 'date' },
  text('riskLevelReason', '危险性等级理由', 'Reason of the risk grade'),
  { field: 'admissionRefused', zh: '转诊后未入院', en: 'Not admitted', type: 'boolean' },
  { field: 'jointVisitFactors', zh: '联合随访因素', en: 'Factors for a joint visit', type: 'textList' },
  { field: 'leavingDistrict', zh: '离开本区', en: 'Leaving the district', type: 'boolean' },
  text('remark', '备注', 'Remark', 500),
];
