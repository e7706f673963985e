import type { EvidenceMark } from '../kernel/evidence.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiRefusal } from './smi-problem.js';

/** Numbers of the 综治 exchange dictionary (smi.md 1.1). */
export type DiagnosisGroup = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '99';

/** One line of the diagnosis dictionary. */
export interface DiagnosisEntry {
  readonly group: DiagnosisGroup;
  readonly zh: string;
  readonly en: string;
  /** What an ICD-10 code starts with. */
  readonly prefixes: readonly string[];
  /** What must be recorded beside the code. */
  readonly needs?: 'epilepsy' | 'psychotic_symptoms';
  /** One of the six that must be registered whatever the behaviour. */
  readonly six: boolean;
  readonly mark: EvidenceMark;
}

/** The dictionary of smi.md 1.1; first match wins. */
export const DIAGNOSES: readonly DiagnosisEntry[] = [
  { group: '01', zh: '精神分裂症', en: 'Schizophrenia', prefixes: ['F20'], six: true, mark: 'C' },
  { group: '02', zh: '分裂情感性障碍', en: 'Schizoaffective disorder', prefixes: ['F25'], six: true, mark: 'C' },
  {
    group: '03',
    zh: '偏执性精神病（持久的妄想性障碍）',
    en: 'Persistent delusional disorder',
    prefixes: ['F22'],
    six: true,
    mark: 'C',
  },
  { group: '04', zh: '双相（情感）障碍', en: 'Bipolar affective disorder', prefixes: ['F31'], six: true, mark: 'M' },
  {
    group: '05',
    zh: '癫痫所致精神障碍',
    en: 'Psychotic disorder due to epilepsy',
    prefixes: ['F06'],
    needs: 'epilepsy',
    six: true,
    mark: 'M',
  },
  {
    group: '06',
    zh: '精神发育迟滞伴发精神障碍',
    en: 'Mental retardation with psychotic symptoms',
    prefixes: ['F7'],
    needs: 'psychotic_symptoms',
    six: true,
    mark: 'M',
  },
  {
    group: '07',
    zh: '重度抑郁发作',
    en: 'Severe depressive episode',
    prefixes: ['F32.2', 'F32.3'],
    six: false,
    mark: 'I',
  },
  {
    group: '08',
    zh: '精神活性物质所致精神障碍',
    en: 'Disorder due to psychoactive substances',
    prefixes: ['F1'],
    six: false,
    mark: 'I',
  },
  { group: '99', zh: '其他', en: 'Other', prefixes: ['F'], six: false, mark: 'I' },
];

/** A diagnosis as registered. */
export interface DiagnosisInput {
  /** ICD-10, at most 20 characters. */
  readonly diagnosis: string;
  readonly reportType: string;
  /** For group 05: the epilepsy code, G40.x. */
  readonly secondaryDiagnosis?: string | null | undefined;
  /** For group 06: whether psychotic symptoms are present. */
  readonly psychoticSymptoms?: boolean | null | undefined;
}

const ICD10 = /^[A-Z]\d{2}(?:\.[0-9A-Z]{1,16})?$/u;

/** Upper case without blanks, the form a code is stored in. */
export function normaliseIcd10(value: string): string {
  return value.replace(/\s/gu, '').toUpperCase();
}

/**
 * The dictionary's group of a diagnosis, as far as code and companions allow: F06 without epilepsy and F7x without psychotic
 * symptoms are 99. Null when the code is not an ICD-10 code of chapter F.
 */
export function diagnosisGroup(input: Omit<DiagnosisInput, 'reportType'>, policy: SmiPolicy): DiagnosisGroup | null {
  const entry = entryOf(input.diagnosis, policy);
  if (entry === null) return null;
  return missingCompanion(entry, input) === null ? entry.group : '99';
}

/** The acceptance rules of smi.md 1.1 and 1.2: which diagnosis may be registered under which report type. */
export function checkDiagnosis(input: DiagnosisInput, policy: SmiPolicy): readonly SmiRefusal[] {
  const entry = entryOf(input.diagnosis, policy);
  if (entry === null) return [{ field: 'diagnosis', code: 'SMI.CASE.DIAGNOSIS_FORMAT', rule: '1.1' }];
  // An onset report is not limited to the six (smi.md 1.2).
  if (input.reportType === 'onset_report') return [];
  if (normaliseIcd10(input.diagnosis).startsWith('F24')) {
    return [{ field: 'diagnosis', code: 'SMI.CASE.DIAGNOSIS_INDUCED', rule: '1.1' }];
  }
  if (!entry.six) return [{ field: 'reportType', code: 'SMI.CASE.REPORT_TYPE_NEEDS_SIX', rule: '1.2' }];
  const missing = missingCompanion(entry, input);
  return missing === null ? [] : [missing];
}

function entryOf(diagnosis: string, policy: SmiPolicy): DiagnosisEntry | null {
  const code = normaliseIcd10(diagnosis);
  if (code.length > 20 || !ICD10.test(code)) return null;
  if (policy.singleManicEpisode && code.startsWith('F30')) return DIAGNOSES.find((e) => e.group === '04') ?? null;
  return DIAGNOSES.find((entry) => entry.prefixes.some((prefix) => code.startsWith(prefix))) ?? null;
}

function missingCompanion(entry: DiagnosisEntry, input: Omit<DiagnosisInput, 'reportType'>): SmiRefusal | null {
  if (entry.needs === 'epilepsy' && !/^G40(?:\.|$)/u.test(normaliseIcd10(input.secondaryDiagnosis ?? ''))) {
    return { field: 'secondaryDiagnosis', code: 'SMI.CASE.DIAGNOSIS_NEEDS_EPILEPSY', rule: '1.1' };
  }
  if (entry.needs === 'psychotic_symptoms' && input.psychoticSymptoms !== true) {
    return { field: 'psychoticSymptoms', code: 'SMI.CASE.DIAGNOSIS_NEEDS_PSYCHOTIC_SYMPTOMS', rule: '1.1' };
  }
  return null;
}
