import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { session, type SignIn } from '../../session/session.js';
import { useSession } from '../../session/use-session.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import styles from './sign-in-page.module.css';

export default function SignInPage() {
  const t = useTexts('sign-in');
  const [parameters] = useSearchParams();
  const { status, expired } = useSession();
  const signIn = useMutation({ mutationFn: (credentials: SignIn) => session.signIn(credentials) });
  if (status === 'signed-in') return <Navigate to={backTo(parameters.get('to'))} replace />;
  return (
    <main className={styles['page']}>
      <Page title={t('title')} lead={expired === true ? t('expired') : t('lead')} width="form">
        {signIn.isError && <ProblemAlert problem={signIn.error} />}
        <Form layout="vertical" size="large" requiredMark={false} onFinish={(values: SignIn) => signIn.mutate(values)}>
          <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameMissing') }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Form>
      </Page>
    </main>
  );
}

/** Only addresses of the console itself. */
function backTo(address: string | null): string {
  return address !== null && /^\/(?![/\\])/.test(address) ? address : '/';
}
