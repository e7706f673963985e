import { Grid, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format.js';
import { useRoleName } from '../../shared/role-name.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useTexts } from '../../texts/texts.js';
import type { User } from './access-queries.js';
import styles from './access.module.css';
import { AreaNames } from './area-names.js';

/** A table on a desk, cards on a phone. */
export function UserList({ users }: { readonly users: readonly User[] }) {
  const { md = true } = Grid.useBreakpoint();
  return md ? <UserTable users={users} /> : <UserCards users={users} />;
}

function UserTable({ users }: { readonly users: readonly User[] }) {
  const t = useTexts('system-access');
  const format = useFormat();
  const columns: TableColumnsType<User> = [
    { key: 'name', title: t('user.name'), render: (_, user) => <Name user={user} /> },
    { key: 'roles', title: t('user.roles'), render: (_, user) => <RoleNames user={user} /> },
    { key: 'areas', title: t('user.areas'), render: (_, { scopes }) => <AreaNames scopes={scopes} /> },
    { key: 'state', title: t('user.state'), render: (_, user) => <UserState user={user} /> },
    {
      key: 'last',
      title: t('user.lastLogin'),
      render: (_, { lastLoginAt }) => <span className="xq-number">{format.time(lastLoginAt)}</span>,
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={[...users]} pagination={false} size="middle" />;
}

function UserCards({ users }: { readonly users: readonly User[] }) {
  return (
    <ul className={styles['cards']}>
      {users.map((user) => (
        <li key={user.id} className={styles['card']}>
          <Name user={user} />
          <RoleNames user={user} />
          <AreaNames scopes={user.scopes} />
          <UserState user={user} />
        </li>
      ))}
    </ul>
  );
}

function Name({ user }: { readonly user: User }) {
  return (
    <div className={styles['name']}>
      <Link to={`/system/users/${user.id}`}>{user.displayName}</Link>
      <small>{user.username}</small>
    </div>
  );
}

function RoleNames({ user }: { readonly user: User }) {
  const roleName = useRoleName();
  const t = useTexts('system-access');
  return <span>{user.roles.map((role) => roleName(role)).join(t('separator'))}</span>;
}

/** In a word each; what is as it should be says so too. */
export function UserState({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  return (
    <span className={styles['states']}>
      <StatusMark status={user.active ? 'done' : 'lost'} label={t(user.active ? 'state.active' : 'state.inactive')} />
      {user.locked && <StatusMark status="overdue" label={t('state.locked')} />}
      {user.mustChangePassword && <StatusMark status="due" label={t('state.mustChange')} />}
      {user.otpEnabled && <StatusMark status="in_hospital" label={t('state.otp')} />}
    </span>
  );
}
