import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { answer, api, type Schemas } from '../../api/client.js';
import type { ApiProblem } from '../../api/problem.js';
import { useWrite } from '../../api/use-write.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { plainCode } from './code-form.js';
import { LockNotice } from './sign-in-problem.js';
import styles from './sign-in.module.css';

const PICTURE_SIZE = 184;

/** Enrols an authenticator: the password, a picture to scan (made here, nothing leaves the page), its first code. */
export function Enrolment({ onEnrolled }: { readonly onEnrolled: (codes: readonly string[]) => void }) {
  const [begun, setBegun] = useState<Schemas['NewOtpDto']>();
  return begun === undefined ? (
    <BeginForm onBegun={setBegun} />
  ) : (
    <ConfirmForm begun={begun} onEnrolled={onEnrolled} onRestart={() => setBegun(undefined)} />
  );
}

function BeginForm({ onBegun }: { readonly onBegun: (begun: Schemas['NewOtpDto']) => void }) {
  const t = useTexts('sign-in');
  const begin = useWrite(
    (body: Schemas['CurrentPasswordDto']) => answer(api.POST('/api/v1/auth/otp/enrol', { body })),
    {
      onSuccess: onBegun,
    },
  );
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(body: Schemas['CurrentPasswordDto']) => begin.mutate(body)}
    >
      {begin.isError && <FactorProblem problem={begin.error} />}
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        extra={t('enrol.why')}
        rules={[{ required: true, message: t('passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {t('enrol.begin')}
      </Button>
    </Form>
  );
}

interface ConfirmFormProps {
  readonly begun: Schemas['NewOtpDto'];
  readonly onEnrolled: (codes: readonly string[]) => void;
  readonly onRestart: () => void;
}

function ConfirmForm({ begun, onEnrolled, onRestart }: ConfirmFormProps) {
  const t = useTexts('sign-in');
  const confirm = useWrite((body: Schemas['ConfirmOtpDto']) => answer(api.POST('/api/v1/auth/otp/confirm', { body })), {
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  return (
    <div className={styles['enrolment']}>
      <ol className={styles['steps']}>
        <li>{t('enrol.install')}</li>
        <li>
          <p>{t('enrol.scan')}</p>
          <div className={styles['code-picture']} role="img" aria-label={t('enrol.picture')}>
            <div aria-hidden="true">
              <QRCode
                type="svg"
                value={begun.otpauthUri}
                size={PICTURE_SIZE}
                color="#000"
                bgColor="#fff"
                bordered={false}
              />
            </div>
          </div>
          <details>
            <summary>{t('enrol.byHand')}</summary>
            <code className={styles['secret']}>{(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
          </details>
        </li>
        <li>{t('enrol.firstCode')}</li>
      </ol>
      {confirm.isError && <FactorProblem problem={confirm.error} />}
      <Form
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ otp }: { otp: string }) => confirm.mutate({ otp: plainCode(otp) })}
      >
        <Form.Item
          name="otp"
          label={t('code.label')}
          validateTrigger="onBlur"
          rules={[{ required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: t('code.missing') }]}
        >
          <Input className={styles['code']} autoComplete="one-time-code" inputMode="numeric" maxLength={8} autoFocus />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t('enrol.confirm')}
          </Button>
          <Button onClick={onRestart}>{t('enrol.restart')}</Button>
        </div>
      </Form>
    </div>
  );
}

/** What went wrong with a password or code that was asked for again. */
export function FactorProblem({ problem }: { readonly problem: ApiProblem }) {
  if (problem.code === 'IDENTITY.LOGIN.LOCKED') return <LockNotice problem={problem} />;
  return <ProblemAlert problem={problem} shownElsewhere={['currentPassword', 'otp']} />;
}
