import { define, H, indicator, R, type SmiIndicator } from './define-indicator.js';
import { amongRegistered, amongSchizophrenia, SMI_JUDGES as judge } from './smi-judges.js';

/** The nineteen indicators of the public contract (`api.md`), in its order. */
export const CONTRACT_INDICATORS: readonly SmiIndicator[] = [
  indicator(
    define(
      'reported_prevalence',
      '报告患病率',
      'Reported prevalence',
      'smi.md 6.2; B-12',
      'C',
      `${R} ÷ 常住人口(上年末；缺则当年；再缺为空)`,
    ),
    amongRegistered(judge.registered),
    { unit: 'permille', denominator: 'population' },
  ),
  indicator(
    define(
      'management_rate',
      '管理率',
      'Management rate',
      'smi.md 2.9, 6.2; C4',
      'C',
      `期内有≥1次完整随访者(G) ÷ ${R}`,
    ),
    amongRegistered(judge.managed),
  ),
  indicator(
    define(
      'standard_management_rate',
      '规范管理率',
      'Standard management rate',
      'smi.md 6.3 V2; B-13',
      'P',
      `相邻完整随访(含期初锚点与T所在月)月份间隔均≤3者 ÷ ${R}；期初锚点=期前末次完整随访，建档或同意更晚者从其日`,
    ),
    amongRegistered(judge.standardV2),
  ),
  indicator(
    define(
      'standard_management_rate_v1',
      '规范管理率（字面口径）',
      'Standard management rate, literal',
      'smi.md 6.3 V1',
      'C',
      `期内相邻完整随访月份间隔均≤3者 ÷ ${R}`,
    ),
    amongRegistered(judge.standardV1),
  ),
  indicator(
    define(
      'face_to_face_rate',
      '面访率',
      'Face-to-face rate',
      'smi.md 6.2, V8',
      'M',
      `期内有门诊或家访且见到患者本人的完整随访者 ÷ ${R}`,
    ),
    amongRegistered(judge.seenInPerson),
  ),
  indicator(
    define(
      'medication_rate',
      '服药率',
      'Medication rate',
      'smi.md 6.2; C2',
      'C',
      `最近一次完整随访规律或间断服药、或正在住院者 ÷ ${R}`,
    ),
    amongRegistered(judge.takesMedicine),
  ),
  indicator(
    define(
      'regular_medication_rate',
      '规律服药率',
      'Regular medication rate',
      'smi.md 6.3 A; B-14',
      'P',
      `期内每次完整随访均规律服药(或住院)者 ÷ ${R}`,
    ),
    amongRegistered(judge.alwaysRegular),
  ),
  indicator(
    define(
      'regular_medication_rate_l',
      '规律服药率（末次口径）',
      'Regular medication rate, latest visit',
      'smi.md 6.3 L',
      'P',
      `最近一次完整随访规律服药(或住院)者 ÷ ${R}`,
    ),
    amongRegistered(judge.lastRegular),
  ),
  indicator(
    define(
      'schizophrenia_medication_rate',
      '精神分裂症服药率',
      'Schizophrenia medication rate',
      'smi.md 6.2; B-15; C2',
      'C',
      `服药 ∩ 精神分裂症 ÷ 在册 ∩ 精神分裂症`,
    ),
    amongSchizophrenia(amongRegistered(judge.takesMedicine)),
  ),
  indicator(
    define(
      'schizophrenia_regular_medication_rate',
      '精神分裂症规律服药率',
      'Schizophrenia regular medication rate',
      'smi.md 6.2, 6.3 A',
      'P',
      `规律服药(每次) ∩ 精神分裂症 ÷ 在册 ∩ 精神分裂症`,
    ),
    amongSchizophrenia(amongRegistered(judge.alwaysRegular)),
  ),
  indicator(
    define(
      'stability_rate',
      '病情稳定率（居家）',
      'Stability rate (at home, strict)',
      'smi.md 6.2; C3; B-18',
      'C',
      `${H}中最近一次完整随访在最后3个月内且分类为稳定者 ÷ ${H}`,
    ),
    judge.stableAtHome,
  ),
  indicator(
    define(
      'stability_rate_broad',
      '病情稳定率（含基本稳定）',
      'Stability rate, basically stable included',
      'smi.md 6.4 C3',
      'P',
      `${H}中最近一次完整随访在最后3个月内且分类为稳定或基本稳定者 ÷ ${H}`,
    ),
    judge.broadlyStableAtHome,
  ),
  indicator(
    define('physical_exam_rate', '体检率', 'Physical examination rate', 'smi.md 6.2', 'P', `期内体检≥1次者 ÷ ${R}`),
    amongRegistered(judge.examined),
  ),
  indicator(
    define('incident_rate', '肇事肇祸率', 'Incident rate', 'smi.md 6.2', 'C', `期内肇事或肇祸≥1次者 ÷ ${R}`),
    amongRegistered(judge.incident),
    { better: 'lower' },
  ),
  indicator(
    define(
      'minor_disturbance_rate',
      '轻度滋事率',
      'Minor disturbance rate',
      'smi.md 6.2',
      'C',
      `期内轻度滋事≥1次者 ÷ ${R}`,
    ),
    amongRegistered(judge.minorDisturbance),
    { better: 'lower' },
  ),
  indicator(
    define(
      'rehabilitation_rate',
      '社区康复参与率',
      'Community rehabilitation rate',
      'smi.md 6.2; B-16',
      'C',
      `${H}中登记参加社区康复、或期内完整随访有康复措施者 ÷ ${H}`,
    ),
    judge.rehabilitatedAtHome,
  ),
  indicator(
    define(
      'guardianship_group_coverage',
      '关爱帮扶小组覆盖率',
      'Guardianship group coverage',
      'smi.md 7.2; B-34',
      'P',
      `有关爱帮扶小组者 ÷ ${R}（按患者计；按村居计须待小组登记）`,
    ),
    amongRegistered(judge.inGroup),
  ),
  indicator(
    define(
      'follow_up_on_time_rate',
      '随访及时率',
      'Follow-up on-time rate',
      'service-system.md B-37',
      'P',
      '在到期日当天或之前有完整随访的到期随访数 ÷ 期内到期随访数（到期前离册或失访者不计；今天到期未做者不计）',
    ),
    undefined,
    { subject: 'smi_follow_up' },
  ),
  indicator(
    define('lost_rate', '失访率', 'Lost rate', 'smi.md 6.2, 2.8', 'P', `T时失访者 ÷ ${R}`),
    amongRegistered(judge.lost),
    { better: 'lower' },
  ),
];
