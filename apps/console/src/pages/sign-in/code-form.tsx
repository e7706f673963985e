import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.js';
import styles from './sign-in.module.css';

const CODE = /^\s*\d{3}\s?\d{3}\s*$/;
const RECOVERY_CODE = /^\s*[a-z0-9]{4}[\s-]?[a-z0-9]{4}[\s-]?[a-z0-9]{4}\s*$/i;

interface CodeFormProps {
  readonly busy: boolean;
  readonly onCode: (otp: string) => void;
  readonly onBack: () => void;
}

/** The second step: a code of the authenticator, or a recovery code when it is not at hand. */
export function CodeForm({ busy, onCode, onBack }: CodeFormProps) {
  const t = useTexts('sign-in');
  const [recovery, setRecovery] = useState(false);
  return (
    <Form
      key={String(recovery)}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={({ otp }: { otp: string }) => onCode(plainCode(otp))}
    >
      <CodeField recovery={recovery} />
      <div className={styles['stack']}>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('signIn')}
        </Button>
        <div className={styles['buttons']}>
          <Button type="link" onClick={() => setRecovery(!recovery)}>
            {recovery ? t('code.useAuthenticator') : t('code.useRecovery')}
          </Button>
          <Button type="link" onClick={onBack}>
            {t('code.otherAccount')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** One code, of either kind when `recovery` is left out. */
export function CodeField({ recovery }: { readonly recovery?: boolean }) {
  const t = useTexts('sign-in');
  const digits = recovery !== true;
  const pattern = recovery === undefined ? either : digits ? CODE : RECOVERY_CODE;
  return (
    <Form.Item
      name="otp"
      label={digits ? t('code.label') : t('code.recoveryLabel')}
      extra={digits ? (recovery === undefined ? t('code.hintEither') : t('code.hint')) : t('code.recoveryHint')}
      validateTrigger="onBlur"
      rules={[{ required: true, pattern, message: digits ? t('code.missing') : t('code.recoveryMissing') }]}
    >
      <Input
        className={styles['code']}
        autoComplete="one-time-code"
        inputMode={recovery === false ? 'numeric' : 'text'}
        autoFocus
        maxLength={20}
        spellCheck={false}
      />
    </Form.Item>
  );
}

const either = new RegExp(`${CODE.source}|${RECOVERY_CODE.source}`, 'i');

/** Without what people put between the groups. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}
