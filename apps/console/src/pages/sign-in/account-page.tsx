import { Radio } from 'antd';
import { useQueries } from '@tanstack/react-query';
import { useTransition } from 'react';
import { codeOf } from '../../area/area-code.js';
import { area } from '../../area/area-queries.js';
import { useRoleName } from '../../shared/role-name.js';
import { say } from '../../shared/notice.js';
import { Page } from '../../shared/page.js';
import { useUser } from '../../session/use-session.js';
import { LANGUAGES, useLanguage, type Language } from '../../texts/language.js';
import { changeLanguage, useTexts } from '../../texts/texts.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorSection } from './second-factor-section.js';
import { Section } from './section.js';
import styles from './sign-in.module.css';

/** What a user may do about the own account. */
export default function AccountPage() {
  const t = useTexts('sign-in');
  const user = useUser();
  return (
    <Page title={t('account.title', { name: user.displayName })} width="form">
      <Who />
      <SecondFactorSection />
      <Section title={t('account.password')} lead={t('account.passwordLead')}>
        <PasswordForm username={user.username} onChanged={() => say(t('password.changed'))} />
      </Section>
      <LanguageSection />
    </Page>
  );
}

function Who() {
  const t = useTexts('sign-in');
  const roleName = useRoleName();
  const { username, roles, scopes } = useUser();
  const named = scopes.filter((scope) => scope.length >= 6);
  const areas = useQueries({
    queries: named.map((scope) => area(codeOf(scope))),
    combine: (all) => all.map(({ data }, i) => data?.name ?? named[i] ?? ''),
  });
  const others = scopes
    .filter((scope) => scope.length < 6)
    .map((scope) => (scope === '' ? t('account.everywhere') : scope));
  return (
    <Section title={t('account.who')}>
      <dl className={styles['facts']}>
        <dt>{t('username')}</dt>
        <dd>{username}</dd>
        <dt>{t('account.roles')}</dt>
        <dd>{roles.map((role) => roleName(role)).join(t('separator'))}</dd>
        <dt>{t('account.areas')}</dt>
        <dd>{[...others, ...areas].join(t('separator'))}</dd>
      </dl>
      <p>{t('account.rightsHint')}</p>
    </Section>
  );
}

function LanguageSection() {
  const t = useTexts('sign-in');
  const { id } = useUser();
  const language = useLanguage();
  const [, startTransition] = useTransition();
  return (
    <Section title={t('account.language')} lead={t('account.languageLead')}>
      <Radio.Group
        aria-label={t('account.language')}
        value={language}
        optionType="button"
        options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        onChange={({ target }) => startTransition(() => changeLanguage(target.value as Language, id))}
      />
    </Section>
  );
}

/** Each by its own name. */
const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };
