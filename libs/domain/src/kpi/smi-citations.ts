import { PUBLIC_SOURCES_EN } from '../kernel/evidence.js';

/** The public document a definition is taken from, and where in it; the English is ours, the document has none. */
export interface Citation {
  readonly source: string;
  readonly sourceEn: string;
  readonly clause: string;
  readonly clauseEn: string;
}

type Document = Pick<Citation, 'source' | 'sourceEn'>;

function document(source: string, sourceEn: string): Document {
  return { source, sourceEn };
}

function at(from: Document, clause: string, clauseEn: string): Citation {
  return { ...from, clause, clauseEn };
}

const FORMULAE = document('《严重精神障碍患者管理指标及公式》（省级工作文本，2017）', PUBLIC_SOURCES_EN.formulae);
const DATA_2015 = document(
  '2015年全国严重精神障碍管理治疗年度数据',
  'National annual data on the management and treatment of severe mental disorders, 2015',
);
const DATA_2017 = document(
  '《2017年全国严重精神障碍患者管理治疗现状分析》（中华精神科杂志2019年第1期）',
  'Management and treatment of patients with severe mental disorders in China, 2017 (Chinese Journal of Psychiatry 2019, no. 1)',
);
const DATA_2018 = document(
  '《2018年全国严重精神障碍患者管理治疗现状分析》（中华精神科杂志，2020）',
  'Management and treatment of patients with severe mental disorders in China, 2018 (Chinese Journal of Psychiatry, 2020)',
);
const DATA_2019 = document(
  'China CDC Weekly 2020（doi:10.46234/ccdcw2020.217）',
  'China CDC Weekly 2020 (doi:10.46234/ccdcw2020.217)',
);
const ZIBO = document(
  '淄博市2019年严重精神障碍患者管理治疗资料（刁艳云等，2021）',
  'Management and treatment data of Zibo city, 2019 (Diao Yanyun et al., 2021)',
);
const PILOT = document(
  '《全国社会心理服务体系建设试点2021年重点工作任务》',
  'Key Tasks of 2021 for the National Pilots of the Social Psychological Service System',
);
const WORK_RULES = document('《严重精神障碍管理治疗工作规范（2018年版）》', PUBLIC_SOURCES_EN.workRules);
const BASIC_SERVICES = document('《国家基本公共卫生服务规范（第三版）》（2017）', PUBLIC_SOURCES_EN.basicServices);
const BASIC_REPORT = document(
  '国家基本公共卫生服务项目报表（2017年起）',
  'Report forms of the National Basic Public Health Services (since 2017)',
);
const LOCAL_2013 = document(
  '海口市重性精神疾病管理治疗工作要求（2013）',
  'Requirements of Haikou city for the management and treatment of severe mental illness (2013)',
);
const JINGKANG = document(
  '精神障碍社区康复服务融合行动（精康融合行动，2023—2025年）',
  'Integrated Action for Community Rehabilitation of Mental Disorders (2023–2025)',
);
const PLATFORM = document('心桥平台约定（公开文件未作规定）', 'Agreed on this platform (no public document says it)');

/**
 * Where each definition comes from, by indicator (sources of `smi.md` 9.1 and `service-system.md` B). Many texts were read in public copies;
 * `evidence` of the indicator says how well each is supported.
 */
export const SMI_CITATIONS: Readonly<Record<string, Citation>> = {
  'smi.reported_prevalence': at(FORMULAE, '第6项（1）报告患病率', 'item 6 (1), reported prevalence'),
  'smi.management_rate': at(
    FORMULAE,
    '第3项 年在管患者、管理率',
    'item 3, patients managed in the year, management rate',
  ),
  'smi.standard_management_rate': at(
    FORMULAE,
    '第4项 规范管理率，加期初、期末锚点（平台约定）',
    'item 4, standard management rate; anchors at both ends of the period agreed on this platform',
  ),
  'smi.standard_management_rate_v1': at(
    FORMULAE,
    '第4项 规范管理患者、规范管理率',
    'item 4, patients under standard management, standard management rate',
  ),
  'smi.face_to_face_rate': at(
    ZIBO,
    '1.2.1 指标定义；公式待核',
    '1.2.1, definitions of indicators; formula still to be verified',
  ),
  'smi.medication_rate': at(
    DATA_2017,
    '结果：服药率＝服药患者÷在册患者',
    'results: medication rate = patients on medicine ÷ registered patients',
  ),
  'smi.regular_medication_rate': at(
    DATA_2018,
    '结果：规律服药率÷在册；每次均规律为平台约定',
    'results: regular medication ÷ registered; “regular at every visit” agreed on this platform',
  ),
  'smi.regular_medication_rate_l': at(
    DATA_2018,
    '结果：规律服药率÷在册；取末次为平台约定',
    'results: regular medication ÷ registered; “at the latest visit” agreed on this platform',
  ),
  'smi.schizophrenia_medication_rate': at(
    PILOT,
    '精神分裂症服药率；服药的定义见指标及公式第9项',
    'schizophrenia medication rate; “on medicine” as in item 9 of Indicators and Formulae',
  ),
  'smi.schizophrenia_regular_medication_rate': at(
    DATA_2018,
    '比照规律服药率，限精神分裂症（平台约定）',
    'as regular medication rate, schizophrenia only (agreed on this platform)',
  ),
  'smi.stability_rate': at(FORMULAE, '第5项 居家患者、居家稳定率', 'item 5, patients at home, stability rate at home'),
  'smi.stability_rate_broad': at(
    FORMULAE,
    '第5项，含基本稳定（平台对照口径）',
    'item 5, basically stable included (second reading of this platform)',
  ),
  'smi.physical_exam_rate': at(
    BASIC_SERVICES,
    '严重精神障碍患者管理服务：健康体检；分母为平台约定',
    'services for patients with severe mental disorders: physical examination; denominator agreed on this platform',
  ),
  'smi.incident_rate': at(FORMULAE, '第7项 肇事肇祸率', 'item 7, incident rate'),
  'smi.minor_disturbance_rate': at(FORMULAE, '第8项 轻度滋事率', 'item 8, minor disturbance rate'),
  'smi.rehabilitation_rate': at(
    JINGKANG,
    '居家患者接受社区康复服务的比例',
    'share of patients at home who receive community rehabilitation',
  ),
  'smi.guardianship_group_coverage': at(
    PLATFORM,
    '按患者计的关爱帮扶小组覆盖',
    'coverage of guardianship groups, counted by patients',
  ),
  'smi.follow_up_on_time_rate': at(PLATFORM, '到期随访按期完成', 'due follow-ups done in time'),
  'smi.lost_rate': at(
    WORK_RULES,
    '失访患者的判定；比率为平台约定',
    'who counts as lost; the rate is agreed on this platform',
  ),
  'smi.standard_management_rate_v0': at(
    LOCAL_2013,
    '规范管理：随访4次以上、体检1次以上',
    'standard management: at least 4 visits and 1 examination',
  ),
  'smi.stability_rate_registered': at(
    BASIC_REPORT,
    '稳定率＝最近一次随访病情稳定÷在册确诊',
    'stability rate = stable at the latest visit ÷ registered and confirmed',
  ),
  'smi.schizophrenia_regular_medication_rate_l': at(
    DATA_2018,
    '比照规律服药率末次口径，限精神分裂症',
    'as regular medication at the latest visit, schizophrenia only',
  ),
  'smi.reported_prevalence_cdc': at(
    DATA_2019,
    '在册＝年末在册存活＋当年死亡',
    'registered = alive on file at the end of the year + died in the year',
  ),
  'smi.management_rate_cdc': at(
    DATA_2019,
    '在册＝年末在册存活＋当年死亡',
    'registered = alive on file at the end of the year + died in the year',
  ),
  'smi.medication_rate_managed': at(
    DATA_2015,
    '结果：服药率＝服药患者÷在管患者',
    'results: medication rate = patients on medicine ÷ managed patients',
  ),
  'smi.schizophrenia_medication_rate_managed': at(
    FORMULAE,
    '第9项（1）精神分裂症服药率÷在管',
    'item 9 (1), schizophrenia medication rate ÷ managed',
  ),
  'smi.physical_exam_rate_managed': at(
    BASIC_SERVICES,
    '健康体检；÷在管为对照口径',
    'physical examination; ÷ managed as a second reading',
  ),
};

const SETS: Readonly<Record<string, Citation>> = {
  '6.1 R': at(FORMULAE, '第1项 在册患者', 'item 1, registered patients'),
  '6.1 G': at(FORMULAE, '第3项 年在管患者', 'item 3, patients managed in the year'),
  '6.1 H': at(FORMULAE, '第5项 居家患者', 'item 5, patients at home'),
  '0.3': at(PLATFORM, '', ''),
};

/** The public words behind a reason: those of the set it speaks of, else those of the indicator itself. */
export function reasonClause(ruleId: string, own: Citation): { readonly clause: string; readonly clauseEn: string } {
  const { source, sourceEn, clause, clauseEn } = SETS[ruleId] ?? own;
  return { clause: source + clause, clauseEn: clauseEn === '' ? sourceEn : `${sourceEn}, ${clauseEn}` };
}
