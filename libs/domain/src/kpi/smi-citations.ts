/** The public document a definition is taken from, and where in it. */
export interface Citation {
  readonly source: string;
  readonly clause: string;
}

const FORMULAE = '《严重精神障碍患者管理指标及公式》（省级工作文本，2017）';
const DATA_2015 = '2015年全国严重精神障碍管理治疗年度数据';
const DATA_2017 = '《2017年全国严重精神障碍患者管理治疗现状分析》（中华精神科杂志2019年第1期）';
const DATA_2018 = '《2018年全国严重精神障碍患者管理治疗现状分析》（中华精神科杂志，2020）';
const DATA_2019 = 'China CDC Weekly 2020（doi:10.46234/ccdcw2020.217）';
const ZIBO = '淄博市2019年严重精神障碍患者管理治疗资料（刁艳云等，2021）';
const PILOT = '《全国社会心理服务体系建设试点2021年重点工作任务》';
const WORK_RULES = '《严重精神障碍管理治疗工作规范（2018年版）》';
const BASIC_SERVICES = '《国家基本公共卫生服务规范（第三版）》（2017）';
const BASIC_REPORT = '国家基本公共卫生服务项目报表（2017年起）';
const LOCAL_2013 = '海口市重性精神疾病管理治疗工作要求（2013）';
const JINGKANG = '精神障碍社区康复服务融合行动（精康融合行动，2023—2025年）';
const PLATFORM = '心桥平台约定（公开文件未作规定）';

/**
 * Where each definition comes from, by indicator (sources of `smi.md` 9.1 and `service-system.md` B). Many texts were read in public copies;
 * `evidence` of the indicator says how well each is supported.
 */
export const SMI_CITATIONS: Readonly<Record<string, Citation>> = {
  'smi.reported_prevalence': { source: FORMULAE, clause: '第6项（1）报告患病率' },
  'smi.management_rate': { source: FORMULAE, clause: '第3项 年在管患者、管理率' },
  'smi.standard_management_rate': { source: FORMULAE, clause: '第4项 规范管理率，加期初、期末锚点（平台约定）' },
  'smi.standard_management_rate_v1': { source: FORMULAE, clause: '第4项 规范管理患者、规范管理率' },
  'smi.face_to_face_rate': { source: ZIBO, clause: '1.2.1 指标定义；公式待核' },
  'smi.medication_rate': { source: DATA_2017, clause: '结果：服药率＝服药患者÷在册患者' },
  'smi.regular_medication_rate': { source: DATA_2018, clause: '结果：规律服药率÷在册；每次均规律为平台约定' },
  'smi.regular_medication_rate_l': { source: DATA_2018, clause: '结果：规律服药率÷在册；取末次为平台约定' },
  'smi.schizophrenia_medication_rate': { source: PILOT, clause: '精神分裂症服药率；服药的定义见指标及公式第9项' },
  'smi.schizophrenia_regular_medication_rate': {
    source: DATA_2018,
    clause: '比照规律服药率，限精神分裂症（平台约定）',
  },
  'smi.stability_rate': { source: FORMULAE, clause: '第5项 居家患者、居家稳定率' },
  'smi.stability_rate_broad': { source: FORMULAE, clause: '第5项，含基本稳定（平台对照口径）' },
  'smi.physical_exam_rate': { source: BASIC_SERVICES, clause: '严重精神障碍患者管理服务：健康体检；分母为平台约定' },
  'smi.incident_rate': { source: FORMULAE, clause: '第7项 肇事肇祸率' },
  'smi.minor_disturbance_rate': { source: FORMULAE, clause: '第8项 轻度滋事率' },
  'smi.rehabilitation_rate': { source: JINGKANG, clause: '居家患者接受社区康复服务的比例' },
  'smi.guardianship_group_coverage': { source: PLATFORM, clause: '按患者计的关爱帮扶小组覆盖' },
  'smi.follow_up_on_time_rate': { source: PLATFORM, clause: '到期随访按期完成' },
  'smi.lost_rate': { source: WORK_RULES, clause: '失访患者的判定；比率为平台约定' },
  'smi.standard_management_rate_v0': { source: LOCAL_2013, clause: '规范管理：随访4次以上、体检1次以上' },
  'smi.stability_rate_registered': { source: BASIC_REPORT, clause: '稳定率＝最近一次随访病情稳定÷在册确诊' },
  'smi.schizophrenia_regular_medication_rate_l': { source: DATA_2018, clause: '比照规律服药率末次口径，限精神分裂症' },
  'smi.reported_prevalence_cdc': { source: DATA_2019, clause: '在册＝年末在册存活＋当年死亡' },
  'smi.management_rate_cdc': { source: DATA_2019, clause: '在册＝年末在册存活＋当年死亡' },
  'smi.medication_rate_managed': { source: DATA_2015, clause: '结果：服药率＝服药患者÷在管患者' },
  'smi.schizophrenia_medication_rate_managed': { source: FORMULAE, clause: '第9项（1）精神分裂症服药率÷在管' },
  'smi.physical_exam_rate_managed': { source: BASIC_SERVICES, clause: '健康体检；÷在管为对照口径' },
};

const SETS: Readonly<Record<string, string>> = {
  '6.1 R': `${FORMULAE}第1项 在册患者`,
  '6.1 G': `${FORMULAE}第3项 年在管患者`,
  '6.1 H': `${FORMULAE}第5项 居家患者`,
  '0.3': PLATFORM,
};

/** The public words behind a reason: those of the set it speaks of, else those of the indicator itself. */
export function reasonClause(ruleId: string, own: Citation): string {
  return SETS[ruleId] ?? `${own.source}${own.clause}`;
}
