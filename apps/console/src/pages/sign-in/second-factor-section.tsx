import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { answer, api, done, type Schemas } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { session } from '../../session/session.js';
import { useUser } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { Section } from './section.js';
import { CodeField, plainCode } from './code-form.js';
import { Enrolment, FactorProblem } from './enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';
import styles from './sign-in.module.css';

const FEW_CODES = 3;
type Step = 'none' | 'enrol' | 'renew' | 'remove';

/** The second factor: whether there is one, and what can be done about it. */
export function SecondFactorSection() {
  const t = useTexts('sign-in');
  const { otp } = useUser();
  const [step, setStep] = useState<Step>('none');
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = () => {
    setStep('none');
    setCodes(undefined);
    void session.renewRights();
  };
  return (
    <Section title={t('factor.title')} lead={otp.enabled ? t('factor.on') : t('factor.off')}>
      {otp.required && !otp.enabled && <Alert type="warning" showIcon title={t('factor.required')} />}
      {otp.enabled && otp.recoveryCodesLeft <= FEW_CODES && (
        <Alert type="warning" showIcon title={t('factor.fewCodes', { n: otp.recoveryCodesLeft })} />
      )}
      <div className={styles['buttons']}>
        {!otp.enabled && (
          <Button type="primary" onClick={() => setStep('enrol')}>
            {t('factor.enrol')}
          </Button>
        )}
        {otp.enabled && (
          <Button onClick={() => setStep('renew')}>{t('factor.renew', { n: otp.recoveryCodesLeft })}</Button>
        )}
        {otp.enabled && (
          <Button danger onClick={() => setStep('remove')}>
            {t('factor.remove')}
          </Button>
        )}
      </div>
      <Modal
        open={step !== 'none'}
        title={codes === undefined ? titleOf(step, t) : t('recovery.title')}
        footer={null}
        destroyOnHidden
        // Codes are seen this once: the way out is the button that says they are kept.
        closable={codes === undefined}
        keyboard={codes === undefined}
        mask={{ closable: false }}
        onCancel={() => setStep('none')}
      >
        {codes !== undefined && <RecoveryCodes codes={codes} onKept={finish} />}
        {codes === undefined && step === 'enrol' && <Enrolment onEnrolled={setCodes} />}
        {codes === undefined && step === 'renew' && <RenewForm onRenewed={setCodes} />}
        {codes === undefined && step === 'remove' && <RemoveForm onRemoved={finish} />}
      </Modal>
    </Section>
  );
}

function titleOf(step: Step, t: ReturnType<typeof useTexts<'sign-in'>>): string {
  if (step === 'enrol') return t('factor.enrol');
  return step === 'renew' ? t('factor.renewTitle') : t('factor.remove');
}

function RenewForm({ onRenewed }: { readonly onRenewed: (codes: readonly string[]) => void }) {
  const t = useTexts('sign-in');
  const renew = useWrite(
    (body: Schemas['OwnOtpDto']) => answer(api.POST('/api/v1/auth/otp/recovery-codes', { body })),
    {
      onSuccess: ({ recoveryCodes }) => onRenewed(recoveryCodes),
    },
  );
  return (
    <ProofForm
      lead={t('factor.renewLead')}
      button={t('factor.renewButton')}
      busy={renew.isPending}
      problem={renew.error}
      onProof={(body) => renew.mutate(body)}
    />
  );
}

function RemoveForm({ onRemoved }: { readonly onRemoved: () => void }) {
  const t = useTexts('sign-in');
  const { otp } = useUser();
  const remove = useWrite((body: Schemas['OwnOtpDto']) => done(api.POST('/api/v1/auth/otp/remove', { body })), {
    onSuccess: onRemoved,
  });
  return (
    <ProofForm
      lead={otp.required ? t('factor.removeLeadRequired') : t('factor.removeLead')}
      button={t('factor.removeButton')}
      busy={remove.isPending}
      problem={remove.error}
      danger
      onProof={(body) => remove.mutate(body)}
    />
  );
}

interface ProofFormProps {
  readonly lead: string;
  readonly button: string;
  readonly busy: boolean;
  readonly problem: Parameters<typeof FactorProblem>[0]['problem'] | null;
  readonly danger?: boolean;
  readonly onProof: (body: Schemas['OwnOtpDto']) => void;
}

/** Password and code once more, before the second factor changes. */
function ProofForm({ lead, button, busy, problem, danger = false, onProof }: ProofFormProps) {
  const t = useTexts('sign-in');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ currentPassword, otp }: Schemas['OwnOtpDto']) => onProof({ currentPassword, otp: plainCode(otp) })}
    >
      <div className={styles['stack']}>
        <p>{lead}</p>
        {problem !== null && <FactorProblem problem={problem} />}
      </div>
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        rules={[{ required: true, message: t('passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <CodeField />
      <Button type="primary" htmlType="submit" danger={danger} loading={busy}>
        {button}
      </Button>
    </Form>
  );
}
