import { Button } from 'antd';
import { say } from '../../shared/notice.js';
import { useTexts } from '../../texts/texts.js';
import styles from './access.module.css';

interface PasswordToHandOverProps {
  readonly username: string;
  readonly password: string;
}

/** A first password, seen this once by the administrator. */
export function PasswordToHandOver({ username, password }: PasswordToHandOverProps) {
  const t = useTexts('system-access');
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    say(t('handOver.copied'));
  };
  return (
    <div className={styles['section']}>
      <dl className={styles['facts']}>
        <dt>{t('user.username')}</dt>
        <dd>{username}</dd>
        <dt>{t('handOver.password')}</dt>
        <dd>
          <code className={styles['password']}>{password}</code>
        </dd>
      </dl>
      <p>{t('handOver.hint')}</p>
      <div>
        <Button onClick={() => void copy()}>{t('handOver.copy')}</Button>
      </div>
    </div>
  );
}
