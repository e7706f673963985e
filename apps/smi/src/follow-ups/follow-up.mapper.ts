import type { MessageInitShape } from '@bufbuild/protobuf';
import type { FollowUpInput, FollowUpInputSchema, Medication, MedicationSchema } from '#contracts';
import { given } from '../cases/case-view.mapper.js';
import type { FollowUpAnswersRow, FollowUpTexts, MedicationRow } from './follow-up.row.js';

/** The answers of a record as columns. Free texts are apart: `textsOf`. */
export function answersOf(input: FollowUpInput): FollowUpAnswersRow {
  return {
    visited_on: input.visitedOn,
    form: input.form,
    contacts: input.contacts,
    loss_reason: input.lossReason ?? null,
    death_date: input.deathDate ?? null,
    death_cause: input.deathCause ?? null,
    death_cause_detail: input.deathCauseDetail ?? null,
    risk_level: input.riskLevel ?? null,
    symptoms: input.symptoms,
    symptom_severity: input.symptomSeverity ?? null,
    insight: input.insight ?? null,
    sleep: input.sleep ?? null,
    diet: input.diet ?? null,
    ...functionAndIncidents(input),
    confinement: input.confinement ?? null,
    hospitalisation: input.hospitalisation ?? null,
    last_discharge_on: input.lastDischargeOn ?? null,
    lab_tests: input.labTests?.done ?? null,
    adherence: input.adherence ?? null,
    adverse_reaction: input.adverseReaction?.present ?? null,
    adverse_severity: input.adverseReaction?.severity ?? null,
    effect: input.effect ?? null,
    physical_illness: input.physicalIllness ?? null,
    other_abnormality: input.otherAbnormality ?? null,
    tending_to_stable: input.tendingToStable ?? null,
    pregnancy: input.pregnancy ?? null,
    referral_made: input.referral?.made ?? null,
    medications: input.medications.map(medicationRow),
    medication_guidance: input.medicationGuidance.map(medicationRow),
    rehabilitation: input.rehabilitation,
    admission_refused: input.admissionRefused ?? null,
    joint_visit_factors: input.jointVisitFactors,
    leaving_district: input.leavingDistrict ?? null,
    entered_stability: input.stability ?? null,
    entered_next_due_on: input.nextDueOn ?? null,
  };
}

function functionAndIncidents(input: FollowUpInput) {
  const social = input.socialFunction;
  const incidents = input.incidents;
  return {
    self_care: social?.selfCare ?? null,
    housework: social?.housework ?? null,
    work: social?.work ?? null,
    study: social?.study ?? null,
    social: social?.social ?? null,
    minor_disturbance: incidents?.minorDisturbance ?? null,
    public_order: incidents?.publicOrder ?? null,
    crime: incidents?.crime ?? null,
    other_harm: incidents?.otherHarm ?? null,
    self_harm: incidents?.selfHarm ?? null,
    suicide_attempt: incidents?.suicideAttempt ?? null,
    no_incident: incidents?.none ?? null,
  };
}

/** The free texts of a record; `undefined` when there is none, so that nothing is sealed. */
export function textsOf(input: FollowUpInput): FollowUpTexts | undefined {
  const texts: FollowUpTexts = given({
    lossReason: input.lossReasonText,
    symptoms: input.symptomsText,
    labItems: input.labTests?.items,
    adverseReaction: input.adverseReaction?.text,
    referralReason: input.referral?.reason,
    referralInstitution: input.referral?.institution,
    rehabilitation: input.rehabilitationText,
    stabilityReason: input.stabilityReason,
    riskLevelReason: input.riskLevelReason,
    remark: input.remark,
  });
  return Object.keys(texts).length === 0 ? undefined : texts;
}

/** A stored record as it was sent, for the timeline. */
export function inputOf(
  row: FollowUpAnswersRow & { kind: string },
  texts: FollowUpTexts,
): MessageInitShape<typeof FollowUpInputSchema> {
  return {
    visitedOn: row.visited_on,
    form: row.form,
    contacts: row.contacts,
    ...given({ attempt: row.kind === 'attempt' ? 'failed' : null, lossReason: row.loss_reason }),
    ...given({ deathDate: row.death_date, deathCause: row.death_cause, deathCauseDetail: row.death_cause_detail }),
    ...given({ riskLevel: row.risk_level, symptomSeverity: row.symptom_severity, insight: row.insight }),
    symptoms: row.symptoms,
    ...given({ sleep: row.sleep, diet: row.diet, confinement: row.confinement }),
    ...given({ hospitalisation: row.hospitalisation, lastDischargeOn: row.last_discharge_on }),
    ...given({ adherence: row.adherence, effect: row.effect, physicalIllness: row.physical_illness }),
    ...given({ otherAbnormality: row.other_abnormality, tendingToStable: row.tending_to_stable }),
    ...given({ pregnancy: row.pregnancy, admissionRefused: row.admission_refused }),
    ...given({ leavingDistrict: row.leaving_district, stability: row.entered_stability }),
    ...given({ nextDueOn: row.entered_next_due_on }),
    medications: row.medications.map(medicationOf),
    medicationGuidance: row.medication_guidance.map(medicationOf),
    rehabilitation: row.rehabilitation,
    jointVisitFactors: row.joint_visit_factors,
    ...partsOf(row, texts),
    ...given({ lossReasonText: texts.lossReason, symptomsText: texts.symptoms, remark: texts.remark }),
    ...given({ rehabilitationText: texts.rehabilitation, stabilityReason: texts.stabilityReason }),
    ...given({ riskLevelReason: texts.riskLevelReason }),
  };
}

function partsOf(row: FollowUpAnswersRow, texts: FollowUpTexts) {
  const social = given({
    selfCare: row.self_care,
    housework: row.housework,
    work: row.work,
    study: row.study,
    social: row.social,
  });
  return {
    ...(Object.keys(social).length === 0 ? {} : { socialFunction: social }),
    ...(row.minor_disturbance === null ? {} : { incidents: incidentsOf(row) }),
    ...(row.lab_tests === null ? {} : { labTests: { done: row.lab_tests, ...given({ items: texts.labItems }) } }),
    ...(row.adverse_reaction === null
      ? {}
      : {
          adverseReaction: {
            present: row.adverse_reaction,
            ...given({ severity: row.adverse_severity, text: texts.adverseReaction }),
          },
        }),
    ...(row.referral_made === null
      ? {}
      : {
          referral: {
            made: row.referral_made,
            ...given({ reason: texts.referralReason, institution: texts.referralInstitution }),
          },
        }),
  };
}

function incidentsOf(row: FollowUpAnswersRow) {
  return given({
    minorDisturbance: row.minor_disturbance,
    publicOrder: row.public_order,
    crime: row.crime,
    otherHarm: row.other_harm,
    selfHarm: row.self_harm,
    suicideAttempt: row.suicide_attempt,
    none: row.no_incident,
  });
}

function medicationRow(drug: Medication): MedicationRow {
  return {
    drug: drug.drug,
    spec: drug.spec ?? null,
    longActing: drug.longActing,
    morningMg: drug.morningMg ?? null,
    noonMg: drug.noonMg ?? null,
    eveningMg: drug.eveningMg ?? null,
    every: drug.every ?? null,
    times: drug.times ?? null,
    doseMg: drug.doseMg ?? null,
  };
}

function medicationOf(row: MedicationRow): MessageInitShape<typeof MedicationSchema> {
  const { drug, longActing, ...rest } = row;
  return { drug, longActing, ...given(rest) };
}
