import { passwordChecks, type PasswordChecks } from '#domain';
import { useTexts } from '../../texts/texts.js';
import styles from './sign-in.module.css';

const CHECKS = [
  'strong',
  'notUsername',
  'notCommon',
  'notTooLong',
] as const satisfies readonly (keyof PasswordChecks)[];

interface PasswordRulesProps {
  readonly password: string;
  readonly username: string;
}

/** What a new password has to be: a sign and a word for each demand that is met. */
export function PasswordRules({ password, username }: PasswordRulesProps) {
  const t = useTexts('sign-in');
  const checks = passwordChecks(password, username);
  return (
    <ul id="password-rules" className={styles['rules']}>
      {CHECKS.map((check) => {
        const state = password === '' ? 'open' : checks[check] ? 'met' : 'missed';
        return (
          <li key={check} className={styles[state]}>
            <span aria-hidden="true">{SIGNS[state]}</span>
            <span>
              {t(`rule.${check}`)}
              {state !== 'open' && <span className="xq-hidden"> {t(`rule.${state}`)}</span>}
            </span>
          </li>
        );
      })}
      <li>
        <span aria-hidden="true">{SIGNS.open}</span>
        <span>{t('rule.notReused')}</span>
      </li>
    </ul>
  );
}

const SIGNS = { open: '·', met: '✓', missed: '✗' } as const;
