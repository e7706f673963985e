import { Button } from 'antd';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../session/due.js';
import { session } from '../../session/session.js';
import { useSession } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { BarePage } from './bare-page.js';
import { PasswordForm } from './password-form.js';
import styles from './sign-in.module.css';

/** A password that was set by somebody else or is too old has to be changed before anything else opens. */
export default function DuePasswordPage() {
  const t = useTexts('sign-in');
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const { user } = useSession();
  if (user?.mustChangePassword !== true) return <Navigate to={afterSignIn(user, parameters.get('to'))} replace />;
  const goOn = async () => {
    const fresh = await session.renewRights();
    await navigate(afterSignIn(fresh, parameters.get('to')), { replace: true });
  };
  return (
    <BarePage title={t('due.passwordTitle')} lead={t('due.passwordLead')}>
      <PasswordForm username={user.username} onChanged={() => void goOn()} />
      <div className={styles['buttons']}>
        <Button type="link" onClick={() => void session.signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </BarePage>
  );
}
