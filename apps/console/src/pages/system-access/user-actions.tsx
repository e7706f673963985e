import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { say } from '../../shared/notice.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { user as userQuery, type User } from './access-queries.js';
import styles from './access.module.css';
import { makePassword } from './new-password.js';
import { PasswordToHandOver } from './password-to-hand-over.js';
import { useChange } from './use-change.js';

/** Help for somebody who cannot get in, and the way to shut somebody out. Each says what it does before it does it. */
export function UserActions({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  return (
    <section className={styles['section']}>
      <h2>{t('actions.title')}</h2>
      <div className={styles['actions']}>
        <ResetPassword user={user} />
        {user.otpEnabled && <ResetFactor user={user} />}
        <SwitchActive user={user} />
      </div>
    </section>
  );
}

function ResetPassword({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState(makePassword);
  const [done, setDone] = useState(false);
  const reset = useChange(user, () => setDone(true));
  const close = () => {
    setOpen(false);
    setDone(false);
    setPassword(makePassword());
    reset.reset();
  };
  return (
    <Action text={t('reset.text')} button={t('reset.button')} onPress={() => setOpen(true)}>
      <Modal
        open={open}
        title={t('reset.title', { name: user.displayName })}
        okText={done ? t('done') : t('reset.confirm')}
        cancelText={t('cancel')}
        confirmLoading={reset.isPending}
        {...(done ? { cancelButtonProps: { style: { display: 'none' } } } : {})}
        onOk={done ? close : () => reset.mutate({ password })}
        onCancel={close}
      >
        {reset.isError && <ProblemAlert problem={reset.error} />}
        {done ? <PasswordToHandOver username={user.username} password={password} /> : <p>{t('reset.what')}</p>}
      </Modal>
    </Action>
  );
}

function ResetFactor({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const reset = useWrite(
    (id: string, key) =>
      answer(api.POST('/api/v1/users/{id}/otp/reset', { params: { path: { id } }, headers: idempotencyKey(key) })),
    {
      onSuccess: (fresh) => {
        queries.setQueryData(userQuery(user.id).queryKey, fresh);
        say(t('factor.done'));
      },
    },
  );
  return (
    <Action text={t('factor.text')} button={t('factor.button')} onPress={() => setOpen(true)}>
      <Modal
        open={open}
        title={t('factor.title', { name: user.displayName })}
        okText={t('factor.button')}
        cancelText={t('cancel')}
        confirmLoading={reset.isPending}
        okButtonProps={{ danger: true }}
        onOk={() => reset.mutate(user.id)}
        onCancel={() => setOpen(false)}
      >
        {reset.isError && <ProblemAlert problem={reset.error} />}
        <p>{t('factor.what')}</p>
      </Modal>
    </Action>
  );
}

function SwitchActive({ user }: { readonly user: User }) {
  const t = useTexts('system-access');
  const [open, setOpen] = useState(false);
  const kind = user.active ? 'disable' : 'enable';
  const change = useChange(user, () => {
    setOpen(false);
    say(t(`switch.${kind}.done`));
  });
  return (
    <Action
      text={t(`switch.${kind}.text`)}
      button={t(`switch.${kind}.button`)}
      danger={user.active}
      onPress={() => setOpen(true)}
    >
      <Modal
        open={open}
        title={t(`switch.${kind}.title`, { name: user.displayName })}
        okText={t(`switch.${kind}.button`)}
        cancelText={t('cancel')}
        confirmLoading={change.isPending}
        okButtonProps={{ danger: user.active }}
        onOk={() => change.mutate({ active: !user.active })}
        onCancel={() => setOpen(false)}
      >
        {change.isError && <ProblemAlert problem={change.error} />}
        <p>{t(`switch.${kind}.what`)}</p>
      </Modal>
    </Action>
  );
}

interface ActionProps {
  readonly text: string;
  readonly button: string;
  readonly danger?: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

function Action({ text, button, danger = false, onPress, children }: ActionProps) {
  return (
    <div className={styles['action']}>
      <p>{text}</p>
      <Button danger={danger} onClick={onPress}>
        {button}
      </Button>
      {children}
    </div>
  );
}
