import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { afterSignIn } from '../../session/due.js';
import { session, type SignIn } from '../../session/session.js';
import { useSession } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { BarePage } from './bare-page.js';
import { CodeForm } from './code-form.js';
import { CredentialsForm, type Credentials } from './credentials-form.js';
import { DemoAccounts } from './demo-accounts.js';
import { SignInProblem } from './sign-in-problem.js';
import { UnfinishedSignOut } from './unfinished-sign-out.js';

export default function SignInPage() {
  const t = useTexts('sign-in');
  const [parameters] = useSearchParams();
  const { status, expired, unfinished, user } = useSession();
  const [accepted, setAccepted] = useState<Credentials>();
  const signIn = useMutation({
    mutationFn: (credentials: SignIn) => session.signIn(credentials),
    onError: (problem, { username, password }) => {
      if (problem instanceof ApiProblem && problem.code === 'IDENTITY.LOGIN.OTP_REQUIRED') {
        setAccepted({ username, password });
        signIn.reset();
      }
    },
  });
  // A code that is sent twice is refused as used.
  const enter = useOnce(signIn);
  if (status === 'signed-in') return <Navigate to={afterSignIn(user, parameters.get('to'))} replace />;
  const restart = () => {
    setAccepted(undefined);
    signIn.reset();
  };
  if (accepted !== undefined) {
    return (
      <BarePage title={t('code.title')} lead={t('code.lead', { name: accepted.username })}>
        {signIn.isError && <SignInProblem problem={signIn.error} withCode />}
        <CodeForm busy={signIn.isPending} onCode={(otp) => enter({ ...accepted, otp })} onBack={restart} />
      </BarePage>
    );
  }
  return (
    <BarePage title={t('title')} lead={expired === true ? t('expired') : t('lead')}>
      {unfinished === true && <UnfinishedSignOut />}
      {signIn.isError && <SignInProblem problem={signIn.error} />}
      <CredentialsForm busy={signIn.isPending} onCredentials={(given) => enter(given)} />
      <DemoAccounts busy={signIn.isPending} onChoose={(given) => enter(given)} />
    </BarePage>
  );
}
