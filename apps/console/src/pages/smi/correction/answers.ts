import { useMemo } from 'react';
import {
  ADHERENCES,
  ADVERSE_REACTIONS,
  CONFINEMENTS,
  DEATH_CAUSE_DETAILS,
  DEATH_CAUSES,
  EFFECTS,
  FOLLOW_UP_CONTACTS,
  FOLLOW_UP_FORMS,
  HOSPITALISATIONS,
  INSIGHTS,
  JOINT_VISIT_FACTORS,
  LOSS_REASONS,
  NO_YES,
  PHYSICAL_ILLNESSES,
  PREGNANCIES,
  REACTION_SEVERITIES,
  REHABILITATIONS,
  RISK_LEVELS,
  STABILITIES,
  SYMPTOM_SEVERITIES,
  SYMPTOMS,
  THREE_GRADES,
  WORK_GRADES,
  type CodeList,
  type Incidents,
  type Medication,
} from '#domain';
import type { ComparedField } from '../../../shared/version-conflict.js';
import { useFormat } from '../../../shared/format.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useTexts } from '../../../texts/texts.js';
import { INCIDENT_KINDS } from '../form/incident-kinds.js';

const CODES: Readonly<Record<string, CodeList>> = {
  form: FOLLOW_UP_FORMS,
  contacts: FOLLOW_UP_CONTACTS,
  lossReason: LOSS_REASONS,
  deathCause: DEATH_CAUSES,
  deathCauseDetail: DEATH_CAUSE_DETAILS,
  riskLevel: RISK_LEVELS,
  symptoms: SYMPTOMS,
  symptomSeverity: SYMPTOM_SEVERITIES,
  insight: INSIGHTS,
  sleep: THREE_GRADES,
  diet: THREE_GRADES,
  selfCare: THREE_GRADES,
  housework: THREE_GRADES,
  work: WORK_GRADES,
  study: THREE_GRADES,
  social: THREE_GRADES,
  confinement: CONFINEMENTS,
  hospitalisation: HOSPITALISATIONS,
  labTests: NO_YES,
  adherence: ADHERENCES,
  adverseReaction: ADVERSE_REACTIONS,
  adverseSeverity: REACTION_SEVERITIES,
  effect: EFFECTS,
  physicalIllness: PHYSICAL_ILLNESSES,
  pregnancy: PREGNANCIES,
  jointVisitFactors: JOINT_VISIT_FACTORS,
  rehabilitation: REHABILITATIONS,
  stability: STABILITIES,
};

/** Where a nested answer stands under the name its question has on the form. */
const NAMES: Readonly<Record<string, string>> = {
  'labTests.done': 'labTests',
  'labTests.items': 'labItems',
  'adverseReaction.present': 'adverseReaction',
  'adverseReaction.severity': 'adverseSeverity',
  'adverseReaction.text': 'adverseText',
  'referral.made': 'referral',
  'referral.reason': 'referralReason',
  'referral.institution': 'referralInstitution',
};

const DAYS: readonly string[] = ['visitedOn', 'lastDischargeOn', 'deathDate', 'nextDueOn'];

type Fields = Readonly<Record<string, unknown>>;

/** Every answer of a record by the name of its question; what was left empty is not there. */
export function answersOf(input: object): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(input as Fields)) {
    if (isEmpty(value)) continue;
    if (typeof value === 'object' && !Array.isArray(value) && key !== 'incidents') {
      for (const [inner, one] of Object.entries(value as Fields)) {
        if (!isEmpty(one)) found.set(NAMES[`${key}.${inner}`] ?? inner, one);
      }
    } else found.set(key, value);
  }
  return found;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export interface AnswerText {
  (name: string, value: unknown): string;
  label(name: string): string;
}

/** Answers as words: codes by their texts, drugs with their doses, counts where there are any. */
export function useAnswerText(): AnswerText {
  const t = useTexts('smi');
  const format = useFormat();
  const labelOf = useCodeLabel();
  return useMemo(() => {
    const wordOf = (name: string, value: unknown): string => {
      const codes = CODES[name];
      if (codes !== undefined && (typeof value === 'number' || typeof value === 'string')) return labelOf(codes, value);
      if (typeof value === 'string' && DAYS.includes(name)) return format.day(value);
      if (typeof value === 'boolean') return value ? t('yes') : t('no');
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    const incidentsText = (counts: Incidents): string =>
      INCIDENT_KINDS.filter(({ code }) => (counts[code] ?? 0) > 0)
        .map(({ code }) => t('incidents.times', { what: labelOf(INCIDENT_KINDS, code), n: counts[code] ?? 0 }))
        .join(t('comma')) || t('form.none');
    const textOf = (name: string, value: unknown): string => {
      if (isEmpty(value)) return '—';
      if (name === 'incidents') return incidentsText(value as Incidents);
      if (name === 'medications' || name === 'medicationGuidance')
        return (value as Medication[]).map(drugText).join(t('semicolon'));
      return Array.isArray(value) ? value.map((one) => wordOf(name, one)).join(t('comma')) : wordOf(name, value);
    };
    return Object.assign(textOf, { label: (name: string) => t(`field.${name as 'form'}`) });
  }, [t, format, labelOf]);
}

/** The answers of two records beside each other. */
export function compared(mine: object, theirs: object, textOf: AnswerText): ComparedField[] {
  const [own, other] = [answersOf(mine), answersOf(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])].map((name) => {
    const [left, right] = [textOf(name, own.get(name)), textOf(name, other.get(name))];
    return { label: textOf.label(name), mine: left, theirs: right, same: left === right };
  });
}

function drugText({ drug, spec, longActing, morningMg, noonMg, eveningMg, every, times, doseMg }: Medication): string {
  const dose =
    longActing === true
      ? `${times ?? 0}/${every ?? ''} ${doseMg ?? 0}\u00a0mg`
      : `${morningMg ?? 0}-${noonMg ?? 0}-${eveningMg ?? 0}\u00a0mg`;
  return [drug, spec ?? '', dose].filter((part) => part !== '').join(' ');
}
