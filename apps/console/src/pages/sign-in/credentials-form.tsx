import { Button, Form, Input } from 'antd';
import { useTexts } from '../../texts/texts.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface CredentialsFormProps {
  readonly busy: boolean;
  readonly onCredentials: (given: Credentials) => void;
}

/** Name and password. */
export function CredentialsForm({ busy, onCredentials }: CredentialsFormProps) {
  const t = useTexts('sign-in');
  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={onCredentials}>
      <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameMissing') }]}>
        <Input autoComplete="username" autoFocus maxLength={64} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
