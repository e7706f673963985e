import { DEATH_CAUSE_DETAILS, DEATH_CAUSES, LOSS_REASONS, RISK_LEVELS } from '#domain';
import { useTexts } from '../../../texts/texts.js';
import { ChoiceField } from './choice-field.js';
import { useRecordForm } from './form-context.js';
import type { RecordKind } from './record-draft.js';
import { Section } from './section.js';
import { DateField, FlagField, TextField } from './text-fields.js';
import { Occasion } from './visit-sections.js';

interface ShortSectionsProps {
  readonly kind: Exclude<RecordKind, 'visit'>;
  readonly today: string;
  readonly earliest: string;
}

/** The short paths: nobody met, in hospital, lost, dead. */
export function ShortSections({ kind, today, earliest }: ShortSectionsProps) {
  const t = useTexts('smi');
  return (
    <>
      <Occasion today={today} earliest={earliest} withContacts={kind === 'hospital'} />
      {kind === 'loss' && <Loss />}
      {kind === 'death' && <Death today={today} />}
      {kind === 'hospital' && (
        <Section title={t('section.mind')}>
          <ChoiceField path="riskLevel" label={t('field.riskOptional')} codes={RISK_LEVELS} wide optional />
        </Section>
      )}
      <Section title={t('section.remark')}>
        {kind === 'attempt' && <FlagField path="leavingDistrict" label={t('field.leavingDistrict')} />}
        <TextField path="remark" label={t('field.remark')} long />
      </Section>
    </>
  );
}

function Loss() {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  return (
    <Section title={t('section.loss')}>
      <ChoiceField path="lossReason" label={t('field.lossReason')} codes={LOSS_REASONS} />
      {draft.lossReason === 5 && <TextField path="lossReasonText" label={t('field.lossReasonText')} />}
    </Section>
  );
}

function Death({ today }: { readonly today: string }) {
  const t = useTexts('smi');
  const { draft } = useRecordForm();
  return (
    <Section title={t('section.death')}>
      <DateField path="deathDate" label={t('field.deathDate')} max={draft.visitedOn ?? today} />
      <ChoiceField path="deathCause" label={t('field.deathCause')} codes={DEATH_CAUSES} />
      {draft.deathCause === 1 && (
        <ChoiceField path="deathCauseDetail" label={t('field.deathCauseDetail')} codes={DEATH_CAUSE_DETAILS} />
      )}
    </Section>
  );
}
