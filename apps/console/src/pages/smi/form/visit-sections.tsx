import {
  ADHERENCES,
  ADVERSE_REACTIONS,
  CONFINEMENTS,
  EFFECTS,
  FOLLOW_UP_CONTACTS,
  FOLLOW_UP_FORMS,
  HOSPITALISATIONS,
  INSIGHTS,
  JOINT_VISIT_FACTORS,
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
  type SmiCaseState,
} from '#domain';
import { useTexts } from '../../../texts/texts.js';
import { ChoiceField } from './choice-field.js';
import { ChoicesField } from './choices-field.js';
import { useRecordForm } from './form-context.js';
import { IncidentsField } from './incidents-field.js';
import { MedicationsField } from './medications-field.js';
import { Section } from './section.js';
import { DateField, FlagField, TextField } from './text-fields.js';

const YES_NO: Readonly<Record<string, boolean>> = { 1: false, 2: true };

/** A visit, in the order of the form (smi.md 3.3). */
export function VisitSections(props: {
  readonly caseState: SmiCaseState;
  readonly today: string;
  readonly isWoman: boolean;
  readonly stability: number | null;
}) {
  return (
    <>
      <Occasion today={props.today} earliest={props.caseState.fileBuiltOn} />
      <RiskAndMind />
      <DailyLife />
      <SinceLastVisit />
      <Treatment />
      <Measures {...props} />
      <Decision />
    </>
  );
}

/** When, how and with whom; every kind of record begins with it. */
export function Occasion({
  today,
  earliest,
  withContacts = true,
}: {
  readonly today: string;
  readonly earliest: string;
  readonly withContacts?: boolean;
}) {
  const t = useTexts('smi');
  return (
    <Section title={t('section.occasion')}>
      <DateField path="visitedOn" label={t('field.visitedOn')} min={earliest} max={today} />
      <ChoiceField path="form" label={t('field.form')} codes={FOLLOW_UP_FORMS} />
      {withContacts && <ChoicesField path="contacts" label={t('field.contacts')} codes={FOLLOW_UP_CONTACTS} />}
    </Section>
  );
}

function RiskAndMind() {
  const t = useTexts('smi');
  const { draft, problemsOf } = useRecordForm();
  const needsReason =
    draft.riskLevelReason != null ||
    problemsOf('riskLevel').some(({ code }) => code === 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM');
  const hasSymptoms = (draft.symptoms ?? []).length > 0;
  return (
    <Section title={t('section.mind')}>
      <ChoiceField path="riskLevel" label={t('field.riskLevel')} codes={RISK_LEVELS} wide />
      {needsReason && <TextField path="riskLevelReason" label={t('field.riskLevelReason')} />}
      <ChoicesField path="symptoms" label={t('field.symptoms')} codes={SYMPTOMS} none={t('form.none')} />
      {draft.symptoms?.includes(12) === true && <TextField path="symptomsText" label={t('field.symptomsText')} />}
      {hasSymptoms && (
        <ChoiceField path="symptomSeverity" label={t('field.symptomSeverity')} codes={SYMPTOM_SEVERITIES} />
      )}
      <ChoiceField path="insight" label={t('field.insight')} codes={INSIGHTS} />
    </Section>
  );
}

function DailyLife() {
  const t = useTexts('smi');
  return (
    <Section title={t('section.daily')}>
      <ChoiceField path="sleep" label={t('field.sleep')} codes={THREE_GRADES} />
      <ChoiceField path="diet" label={t('field.diet')} codes={THREE_GRADES} />
      <ChoiceField path="socialFunction.selfCare" label={t('field.selfCare')} codes={THREE_GRADES} />
      <ChoiceField path="socialFunction.housework" label={t('field.housework')} codes={THREE_GRADES} />
      <ChoiceField path="socialFunction.work" label={t('field.work')} codes={WORK_GRADES} />
      <ChoiceField path="socialFunction.study" label={t('field.study')} codes={THREE_GRADES} />
      <ChoiceField path="socialFunction.social" label={t('field.social')} codes={THREE_GRADES} />
    </Section>
  );
}

function SinceLastVisit() {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  return (
    <Section title={t('section.since')}>
      <IncidentsField />
      <ChoiceField path="confinement" label={t('field.confinement')} codes={CONFINEMENTS} />
      <ChoiceField path="hospitalisation" label={t('field.hospitalisation')} codes={HOSPITALISATIONS} />
      {draft.hospitalisation === 2 && (
        <DateField path="lastDischargeOn" label={t('field.lastDischargeOn')} max={draft.visitedOn} />
      )}
    </Section>
  );
}

function Treatment() {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  const reaction = draft.adverseReaction?.present === 2;
  return (
    <Section title={t('section.treatment')}>
      <ChoiceField path="labTests.done" label={t('field.labTests')} codes={NO_YES} />
      {draft.labTests?.done === 2 && <TextField path="labTests.items" label={t('field.labItems')} long />}
      <ChoiceField path="adherence" label={t('field.adherence')} codes={ADHERENCES} />
      {draft.adherence !== 4 && <MedicationsField path="medications" label={t('field.medications')} />}
      <ChoiceField path="adverseReaction.present" label={t('field.adverseReaction')} codes={ADVERSE_REACTIONS} />
      {reaction && (
        <>
          <ChoiceField path="adverseReaction.severity" label={t('field.adverseSeverity')} codes={REACTION_SEVERITIES} />
          <TextField path="adverseReaction.text" label={t('field.adverseText')} />
        </>
      )}
      <ChoiceField path="effect" label={t('field.effect')} codes={EFFECTS} />
      <ChoiceField path="physicalIllness" label={t('field.physicalIllness')} codes={PHYSICAL_ILLNESSES} />
      <FlagField path="otherAbnormality" label={t('field.otherAbnormality')} />
    </Section>
  );
}

function Measures({
  caseState,
  isWoman,
  stability,
}: {
  readonly caseState: SmiCaseState;
  readonly isWoman: boolean;
  readonly stability: number | null;
}) {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  const isChain = caseState.step !== 'none' && caseState.stability === 2;
  return (
    <Section title={t('section.measures')}>
      {(isChain || draft.tendingToStable != null) && (
        <ChoiceField path="tendingToStable" label={t('field.tendingToStable')} codes={NO_YES} values={YES_NO} />
      )}
      <ChoiceField path="referral.made" label={t('field.referral')} codes={NO_YES} values={YES_NO} />
      {draft.referral?.made === true && (
        <>
          <TextField path="referral.reason" label={t('field.referralReason')} />
          <TextField path="referral.institution" label={t('field.referralInstitution')} />
        </>
      )}
      {stability === 1 && <FlagField path="admissionRefused" label={t('field.admissionRefused')} />}
      <ChoicesField path="jointVisitFactors" label={t('field.jointVisitFactors')} codes={JOINT_VISIT_FACTORS} />
      <FlagField path="leavingDistrict" label={t('field.leavingDistrict')} />
      {isWoman && <ChoiceField path="pregnancy" label={t('field.pregnancy')} codes={PREGNANCIES} optional />}
      <ChoicesField path="rehabilitation" label={t('field.rehabilitation')} codes={REHABILITATIONS} />
      {draft.rehabilitation?.includes(5) === true && (
        <TextField path="rehabilitationText" label={t('field.rehabilitationText')} />
      )}
      <MedicationsField path="medicationGuidance" label={t('field.medicationGuidance')} />
    </Section>
  );
}

/** The doctor's own class and date, where they differ from the computed ones. */
function Decision() {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  return (
    <Section title={t('section.decision')}>
      <ChoiceField path="stability" label={t('field.stability')} codes={STABILITIES} optional />
      {draft.stability != null && <TextField path="stabilityReason" label={t('field.stabilityReason')} />}
      <DateField path="nextDueOn" label={t('field.nextDueOn')} min={draft.visitedOn} />
      <TextField path="remark" label={t('field.remark')} long />
    </Section>
  );
}
