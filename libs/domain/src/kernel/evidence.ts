/**
 * Where a figure comes from (smi.md 0.1): C confirmed · I read in another system · L one place only · M from memory, to be
 * confirmed ("待核") · P project choice.
 */
export type EvidenceMark = 'C' | 'I' | 'L' | 'M' | 'P';

/** Public documents that figures are taken from. */
export const PUBLIC_SOURCES = {
  workRules: '严重精神障碍管理治疗工作规范（2018年版）',
  basicServices: '国家基本公共卫生服务规范（第三版，2017）',
  formulae: '严重精神障碍患者管理指标及公式（省级工作文本，2017）',
  reporting: '严重精神障碍发病报告管理办法（试行）（2013）',
  mentalHealthLaw: '中华人民共和国精神卫生法',
  localRules: '地方工作要求（仅见于个别地区，默认仅供参考）',
  recordSystems: '公开的健康档案系统所用的国家表单',
  platform: '心桥平台约定',
} as const;

/** The same in English; the translations are ours, the documents have none. */
export const PUBLIC_SOURCES_EN: Readonly<Record<keyof typeof PUBLIC_SOURCES, string>> = {
  workRules: 'Working Rules for the Management and Treatment of Severe Mental Disorders (2018)',
  basicServices: 'National Basic Public Health Service Rules, third edition (2017)',
  formulae:
    'Indicators and Formulae for the Management of Patients with Severe Mental Disorders (working text of a province, 2017)',
  reporting: 'Rules for Reporting Cases of Severe Mental Disorders, for trial use (2013)',
  mentalHealthLaw: "Mental Health Law of the People's Republic of China",
  localRules: 'Local requirements (found in single areas only; for reference unless chosen)',
  recordSystems: 'National forms as public health record systems use them',
  platform: 'Agreed for this platform',
};

/** One of the documents. */
export type SourceKey = keyof typeof PUBLIC_SOURCES;
