import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../api/client.js';
import { useRoleName } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import type { Credentials } from './credentials-form.js';
import styles from './sign-in.module.css';

interface DemoAccountsProps {
  readonly busy: boolean;
  readonly onChoose: (given: Credentials) => void;
}

/** Where the system was started as a demonstration, its accounts, one press each; and which version this is. */
export function DemoAccounts({ busy, onChoose }: DemoAccountsProps) {
  const t = useTexts('sign-in');
  const roleName = useRoleName();
  const { data: info } = useQuery({
    queryKey: ['console-info'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/console-info', { signal })),
  });
  if (info === undefined) return null;
  const { demo, demoAccounts, demoPassword, version } = info;
  return (
    <>
      {demo && demoPassword !== null && (
        <section className={styles['demo']} aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{t('demo.title')}</h2>
          <p>{t('demo.lead', { password: demoPassword })}</p>
          <ul className={styles['accounts']}>
            {demoAccounts.map(({ username, role }) => (
              <li key={username}>
                <Button disabled={busy} onClick={() => onChoose({ username, password: demoPassword })}>
                  <span>{roleName(role)}</span>
                  <small>{username}</small>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles['version']}>{t('version', { version })}</p>
    </>
  );
}
