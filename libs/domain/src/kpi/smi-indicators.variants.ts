import { define, indicator, R, R_EN, type SmiIndicator } from './define-indicator.js';
import {
  amongManaged,
  amongRegistered,
  amongRegisteredCdc,
  amongSchizophrenia,
  SMI_JUDGES as judge,
} from './smi-judges.js';

/** Second readings of `smi.md` 6.3 and 6.4: what other levels or older papers print, for reconciliation. */
export const VARIANT_INDICATORS: readonly SmiIndicator[] = [
  indicator(
    define(
      'standard_management_rate_v0',
      '规范管理率（4访1检口径）',
      'Standard management rate, 4 visits and 1 exam',
      'smi.md 6.3 V0',
      'L',
      `期内≥4次完整随访且≥1次体检者 ÷ ${R}`,
      `Patients with at least 4 complete follow-ups and at least 1 physical examination in the period ÷ ${R_EN}`,
    ),
    amongRegistered(judge.standardV0),
  ),
  indicator(
    define(
      'stability_rate_registered',
      '稳定率（基本公卫报表）',
      'Stability rate over registered',
      'smi.md 6.2; C3',
      'I',
      `最近一次完整随访分类为稳定者 ÷ ${R}`,
      `Patients stable at the latest complete follow-up ÷ ${R_EN}`,
    ),
    amongRegistered(judge.lastStable),
  ),
  indicator(
    define(
      'schizophrenia_regular_medication_rate_l',
      '精神分裂症规律服药率（末次口径）',
      'Schizophrenia regular medication rate, latest visit',
      'smi.md 6.3 L',
      'P',
      `规律服药(末次) ∩ 精神分裂症 ÷ 在册 ∩ 精神分裂症`,
      'Regularly on medicine (latest visit), with schizophrenia ÷ registered, with schizophrenia',
    ),
    amongSchizophrenia(amongRegistered(judge.lastRegular)),
  ),
  indicator(
    define(
      'reported_prevalence_cdc',
      '报告患病率（含当期死亡）',
      'Reported prevalence, deaths of the period included',
      'smi.md 6.4 C1',
      'C',
      `R + 期内死亡者 ÷ 常住人口(上年末；缺则当年；再缺为空)`,
      'R and those who died in the period ÷ resident population (end of the year before; else of the year itself; else no value)',
    ),
    amongRegisteredCdc(judge.registered),
    { unit: 'permille', denominator: 'population' },
  ),
  indicator(
    define(
      'management_rate_cdc',
      '管理率（含当期死亡）',
      'Management rate, deaths of the period included',
      'smi.md 6.4 C1',
      'C',
      `期内有≥1次完整随访者 ÷ (R + 期内死亡者)`,
      'Patients with at least one complete follow-up in the period ÷ (R and those who died in the period)',
    ),
    amongRegisteredCdc(judge.managed),
  ),
  indicator(
    define(
      'medication_rate_managed',
      '服药率（÷在管）',
      'Medication rate over managed',
      'smi.md 6.4 C2',
      'C',
      `服药者 ÷ 在管(G)`,
      'Patients on medicine ÷ managed (G)',
    ),
    amongManaged(judge.takesMedicine),
  ),
  indicator(
    define(
      'schizophrenia_medication_rate_managed',
      '精神分裂症服药率（÷在管）',
      'Schizophrenia medication rate over managed',
      'smi.md 6.4 C2',
      'L',
      `服药 ∩ 精神分裂症 ÷ 在管 ∩ 精神分裂症`,
      'On medicine, with schizophrenia ÷ managed, with schizophrenia',
    ),
    amongSchizophrenia(amongManaged(judge.takesMedicine)),
  ),
  indicator(
    define(
      'physical_exam_rate_managed',
      '体检率（÷在管）',
      'Physical examination rate over managed',
      'smi.md 6.2',
      'P',
      `体检者 ÷ 在管(G)`,
      'Patients examined ÷ managed (G)',
    ),
    amongManaged(judge.examined),
  ),
];
