import { CONSENT_DECISIONS, CONSENT_SIGNERS, FAMILY_RELATIONS, REPORT_TYPES } from '#domain';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Facts } from '../../../shared/facts.js';
import { useFormat } from '../../../shared/format.js';
import { RevealButton } from '../../../shared/reveal-button.js';
import { useCodeLabel } from '../../../shared/use-code-label.js';
import { useMay } from '../../../session/use-session.js';
import { useTexts, type Translate } from '../../../texts/texts.js';
import styles from '../case-page.module.css';
import { diagnosisName } from './diagnosis-name.js';
import { useLanguage } from '../../../texts/language.js';

/** Diagnosis, consent, guardian. */
export function CaseFile({ file }: { readonly file: Schemas['SmiCaseDto'] }) {
  const t = useTexts('smi');
  const format = useFormat();
  const labelOf = useCodeLabel();
  const language = useLanguage();
  const { consent } = file;
  return (
    <>
      <section className={styles['card']}>
        <h2>{t('file.title')}</h2>
        <Facts
          facts={[
            [t('file.diagnosis'), `${file.diagnosis} ${diagnosisName(file.diagnosisGroup, language)}`],
            [t('file.reportType'), labelOf(REPORT_TYPES, file.reportType)],
            [t('file.diagnosedOn'), format.day(file.diagnosedOn)],
            [t('file.builtOn'), format.day(file.fileBuiltOn)],
            [t('file.firstOnset'), file.firstOnset],
            [t('file.article30'), article30Of(file, t)],
            [
              t('file.consent'),
              consent === null
                ? t('file.noConsent')
                : `${labelOf(CONSENT_DECISIONS, consent.decision)} · ${labelOf(CONSENT_SIGNERS, consent.signer)} · ${format.day(consent.signedOn)}`,
              'whole',
            ],
            ...(file.consentReaskOn === null ? [] : ([[t('file.reask'), format.day(file.consentReaskOn)]] as const)),
          ]}
        />
      </section>
      {file.guardian !== null && <Guardian caseId={file.id} guardian={file.guardian} />}
    </>
  );
}

/** Until the psychiatrist has answered it counts as yes (smi.md 2.6): "no" would be wrong. */
function article30Of({ article30, openActionDetails }: Schemas['SmiCaseDto'], t: Translate<'smi'>): string {
  if (article30) return t('yes');
  return openActionDetails.some(({ action }) => action === 'article30_review') ? t('file.article30Open') : t('no');
}

function Guardian({ caseId, guardian }: { readonly caseId: string; readonly guardian: Schemas['GuardianDto'] }) {
  const t = useTexts('smi');
  const may = useMay();
  const labelOf = useCodeLabel();
  return (
    <section className={styles['card']}>
      <h2>{t('guardian.title')}</h2>
      <Facts
        facts={[
          [t('guardian.name'), guardian.name],
          [t('guardian.relation'), labelOf(FAMILY_RELATIONS, guardian.relation)],
          [t('guardian.phone'), guardian.phone],
        ]}
      />
      {may('smi.case.reveal') && (
        <div key={caseId} className="xq-no-print">
          <RevealButton
            masked={null}
            reveal={async (reason) => {
              const call = api.POST('/api/v1/smi/cases/{id}/reveal', {
                params: { path: { id: caseId } },
                body: { fields: ['guardian'], reason },
              });
              return (await answer(call)).guardian;
            }}
          >
            {(clear) => (
              <Facts
                facts={[
                  [t('guardian.name'), clear?.name],
                  [t('guardian.phone'), clear?.phone],
                ]}
              />
            )}
          </RevealButton>
        </div>
      )}
    </section>
  );
}
