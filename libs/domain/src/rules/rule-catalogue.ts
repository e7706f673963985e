import { PUBLIC_SOURCES, PUBLIC_SOURCES_EN, type EvidenceMark, type SourceKey } from '../kernel/evidence.js';
import { KPI_PARAMETERS, type KpiParameter } from '../kpi/kpi-parameters.js';
import { DIAGNOSES } from '../smi/diagnosis.js';
import { SMI_POLICY_NAMES } from '../smi/smi-policy.names.js';
import { SMI_POLICY_PARAMETERS, type PolicyParameter, type SmiPolicy } from '../smi/smi-policy.js';

/** One rule parameter as people are shown it: what it is, how much, how sure, and where it stands. */
export interface RuleItem {
  /** `<context>.<key>`; stable. */
  readonly id: string;
  readonly context: 'smi' | 'diagnosis' | 'kpi';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly value: number | boolean | string;
  readonly unit: PolicyParameter['unit'] | KpiParameter['unit'] | 'icd-10';
  readonly evidence: EvidenceMark;
  readonly clause: string;
  readonly clauseEn: string;
  readonly source: string;
  readonly sourceEn: string;
}

/** Sections of the rules by what they are about; rules with an id of their own (N1, D7, V5) are called by it. */
const SECTIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '0.3': ['期限与比率的计算', 'How deadlines and rates are computed'],
  '1.1': ['诊断目录', 'List of diagnoses'],
  '1.1 code 04': ['诊断目录 04', 'List of diagnoses, 04'],
  '2.2': ['线索识别', 'Finding of clues'],
  '2.6': ['知情同意', 'Consent'],
  '2.8': ['失访判定', 'When somebody is lost'],
  '3.3 item 27': ['随访记录第27项', 'Follow-up record, item 27'],
  '5': ['年度服务', 'Services of a year'],
  '6.2; C3': ['居家稳定率', 'Rate of the stable at home'],
  '6.3 V0': ['规范管理率（4访1检）', 'Rate of standard management (four visits, one examination)'],
  '6.3 V1, V2': ['规范管理率', 'Rate of standard management'],
  '7.4 E1, E2': ['应急处置 E1、E2', 'Emergency handling E1, E2'],
};

function clauseText(clause: string): Pick<RuleItem, 'clause' | 'clauseEn'> {
  const [zh, en] = SECTIONS[clause] ?? [clause, clause];
  return { clause: zh, clauseEn: en };
}

function documentOf(key: SourceKey): Pick<RuleItem, 'source' | 'sourceEn'> {
  return { source: PUBLIC_SOURCES[key], sourceEn: PUBLIC_SOURCES_EN[key] };
}

function smiItems(): RuleItem[] {
  return (Object.entries(SMI_POLICY_PARAMETERS) as [keyof SmiPolicy, PolicyParameter][]).map(([key, parameter]) => ({
    id: `smi.${key}`,
    context: 'smi',
    nameZh: SMI_POLICY_NAMES[key][0],
    nameEn: SMI_POLICY_NAMES[key][1],
    value: parameter.value,
    unit: parameter.unit,
    evidence: parameter.mark,
    ...clauseText(parameter.clause),
    ...documentOf(parameter.source),
  }));
}

/** Which ICD-10 codes each group of the dictionary takes; the last line, without codes, is "anything else". */
function diagnosisItems(): RuleItem[] {
  return DIAGNOSES.filter(({ prefixes }) => prefixes.some((prefix) => prefix.length > 1)).map((entry) => ({
    id: `diagnosis.${entry.group}`,
    context: 'diagnosis',
    nameZh: entry.zh,
    nameEn: entry.en,
    value: entry.prefixes.join(' '),
    unit: 'icd-10',
    evidence: entry.mark,
    ...clauseText('1.1'),
    ...documentOf('workRules'),
  }));
}

function kpiItems(): RuleItem[] {
  return Object.entries(KPI_PARAMETERS).map(([key, { nameZh, nameEn, value, unit, mark, clause, source }]) => ({
    id: `kpi.${key}`,
    context: 'kpi',
    nameZh,
    nameEn,
    value,
    unit,
    evidence: mark,
    ...clauseText(clause),
    ...documentOf(source),
  }));
}

/** Every parameter of the rules, made from the very constants the rules compute with. */
export const RULE_CATALOGUE: readonly RuleItem[] = [...smiItems(), ...diagnosisItems(), ...kpiItems()];
