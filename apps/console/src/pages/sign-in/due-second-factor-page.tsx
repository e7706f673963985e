import { Button } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../session/due.js';
import { session } from '../../session/session.js';
import { useSession } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { BarePage } from './bare-page.js';
import { Enrolment } from './enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';
import styles from './sign-in.module.css';

/** A role asks for a second factor: one has to be enrolled before anything else opens. */
export default function DueSecondFactorPage() {
  const t = useTexts('sign-in');
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const { user } = useSession();
  const [codes, setCodes] = useState<readonly string[]>();
  const onward = afterSignIn(user, parameters.get('to'));
  if (codes === undefined && user?.mustEnrolOtp !== true) return <Navigate to={onward} replace />;
  const goOn = async () => {
    const fresh = await session.renewRights();
    await navigate(afterSignIn(fresh, parameters.get('to')), { replace: true });
  };
  if (codes !== undefined) {
    return (
      <BarePage title={t('recovery.title')} lead={t('recovery.lead')} wide>
        <RecoveryCodes codes={codes} onKept={() => void goOn()} />
      </BarePage>
    );
  }
  return (
    <BarePage title={t('due.factorTitle')} lead={t('due.factorLead')} wide>
      <Enrolment onEnrolled={setCodes} />
      <div className={styles['buttons']}>
        <Button type="link" onClick={() => void session.signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </BarePage>
  );
}
