import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Skeleton } from 'antd';
import { useParams } from 'react-router';
import type { Schemas } from '../../api/client.js';
import type { ApiProblem } from '../../api/problem.js';
import { useMay, useUser } from '../../session/use-session.js';
import { useFormat } from '../../shared/format.js';
import { say } from '../../shared/notice.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { user as userQuery, type User } from './access-queries.js';
import styles from './access.module.css';
import { StaleUser } from './stale-user.js';
import { UserActions } from './user-actions.js';
import { AreaField, DisplayNameField, RolesField } from './user-fields.js';
import { UserState } from './user-list.js';
import { useChange } from './use-change.js';

type Change = Schemas['UpdateUserDto'];

/** One account: who it is, what it may do, and the help an administrator can give. */
export default function UserPage() {
  const t = useTexts('system-access');
  const { userId = '' } = useParams();
  const found = useQuery(userQuery(userId));
  if (found.isError) {
    return (
      <Page title={t('user.plain')} width="form">
        <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  if (found.data === undefined) {
    return (
      <Page title={t('user.plain')} width="form">
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    );
  }
  return <Account key={found.data.id} user={found.data} />;
}

function Account({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  const format = useFormat();
  const may = useMay();
  const isMe = useUser().id === user.id;
  const writes = may('identity.user.write');
  return (
    <Page title={user.displayName} lead={t('user.lead', { username: user.username })} width="form">
      <div className={styles['summary']}>
        <UserState user={user} />
        <span>
          {t('user.lastLogin')}: <span className="xq-number">{format.time(user.lastLoginAt)}</span>
        </span>
      </div>
      {isMe && <Alert type="info" showIcon title={t('user.isMe')} />}
      {/* A form begins anew with what is stored; the help below has a password to show after its change. */}
      <ChangeForm key={user.version} user={user} disabled={!writes} isMe={isMe} />
      {writes && !isMe && <UserActions user={user} />}
    </Page>
  );
}

interface ChangeFormProps {
  readonly user: User;
  readonly disabled: boolean;
  readonly isMe: boolean;
}

function ChangeForm({ user, disabled, isMe }: ChangeFormProps) {
  const t = useTexts('system-access');
  const change = useChange(user, () => say(t('user.saved')));
  const submit = (values: Pick<User, 'displayName' | 'roles' | 'scopes'>) => change.mutate(changed(user, values));
  return (
    <Form
      layout="vertical"
      size="large"
      className={styles['form']}
      requiredMark={false}
      disabled={disabled}
      initialValues={{ displayName: user.displayName, roles: user.roles, scopes: user.scopes }}
      onFinish={submit}
    >
      {change.isError && <ChangeProblem problem={change.error} />}
      <DisplayNameField problem={change.error} disabled={disabled} />
      <RolesField problem={change.error} disabled={disabled || isMe} />
      <AreaField problem={change.error} disabled={disabled || isMe} />
      {!disabled && (
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('user.save')}
        </Button>
      )}
    </Form>
  );
}

function ChangeProblem({ problem }: { readonly problem: ApiProblem }) {
  if (problem.isStale) return <StaleUser current={problem.context as User} />;
  return <ProblemAlert problem={problem} shownElsewhere={['displayName', 'roles', 'scopes']} />;
}

/** Only what is another now: rights that stay are not asked for again. */
function changed(user: User, values: Pick<User, 'displayName' | 'roles' | 'scopes'>): Change {
  const { displayName, roles, scopes } = values;
  return {
    ...(displayName.trim() === user.displayName ? {} : { displayName: displayName.trim() }),
    ...(isSame(roles, user.roles) ? {} : { roles }),
    ...(isSame(scopes, user.scopes) ? {} : { scopes }),
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
