import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import type { User } from './access-queries.js';
import styles from './access.module.css';
import { AreaField, DisplayNameField, faultOf, RolesField } from './user-fields.js';
import { makePassword } from './new-password.js';
import { PasswordToHandOver } from './password-to-hand-over.js';

const SHOWN = ['username', 'displayName', 'roles', 'scopes'];

/** A new account: a first password is made here and has to be changed at the first sign-in. */
export default function NewUserPage() {
  const t = useTexts('system-access');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password] = useState(() => makePassword());
  const [made, setMade] = useState<User>();
  const create = useWrite(
    (body: Schemas['CreateUserDto'], key) => answer(api.POST('/api/v1/users', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: (user) => {
        void queries.invalidateQueries({ queryKey: ['users'] });
        setMade(user);
      },
    },
  );
  if (made !== undefined) {
    return (
      <Page title={t('new.done', { name: made.displayName })} lead={t('new.doneLead')} width="form">
        <PasswordToHandOver username={made.username} password={password} />
        <div className={styles['buttons']}>
          <Button type="primary" onClick={() => void navigate('/system/users')}>
            {t('new.toList')}
          </Button>
        </div>
      </Page>
    );
  }
  const submit = (values: Omit<Schemas['CreateUserDto'], 'password' | 'mustChangePassword'>) =>
    create.mutate({ ...values, password, mustChangePassword: true });
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="form">
      {create.isError && <ProblemAlert problem={create.error} shownElsewhere={SHOWN} />}
      <Form layout="vertical" size="large" className={styles['form']} requiredMark={false} onFinish={submit}>
        <Form.Item
          name="username"
          label={t('user.username')}
          extra={t('user.usernameHint')}
          rules={[{ required: true, message: t('user.usernameMissing') }]}
          {...faultOf(create.error, 'username')}
        >
          <Input autoComplete="off" maxLength={64} spellCheck={false} />
        </Form.Item>
        <DisplayNameField problem={create.error} />
        <RolesField problem={create.error} />
        <AreaField problem={create.error} />
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('new.create')}
          </Button>
          <Link to="/system/users">
            <Button>{t('cancel')}</Button>
          </Link>
        </div>
      </Form>
    </Page>
  );
}
