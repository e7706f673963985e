import { useTransition } from 'react';
import { useSession } from '../session/use-session.js';
import { useLanguage } from '../texts/language.js';
import { changeLanguage, useTexts } from '../texts/texts.js';
import { Icon } from '../shared/icon.js';
import styles from './top-button.module.css';

/** The other language, by its own name. */
export function LanguageSwitch() {
  const t = useTexts('app');
  const language = useLanguage();
  const { user } = useSession();
  const [, startTransition] = useTransition();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className={styles['button']}
      lang={other}
      onClick={() => startTransition(() => changeLanguage(other, user?.id))}
    >
      <Icon name="language" />
      <span className={styles['label']}>{t('otherLanguage')}</span>
    </button>
  );
}
