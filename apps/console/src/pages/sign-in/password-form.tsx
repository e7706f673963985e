import { passwordChecks } from '#domain';
import { Button, Form, Input } from 'antd';
import type { ApiProblem } from '../../api/problem.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useWrite } from '../../api/use-write.js';
import { api, done } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useTexts } from '../../texts/texts.js';
import { PasswordRules } from './password-rules.js';
import { LockNotice } from './sign-in-problem.js';

interface PasswordFields {
  readonly currentPassword: string;
  readonly newPassword: string;
}

interface PasswordFormProps {
  readonly username: string;
  readonly onChanged: () => void;
}

/** The own password. What the new one has to be is ticked off while it is typed, by the rules of the server. */
export function PasswordForm({ username, onChanged }: PasswordFormProps) {
  const t = useTexts('sign-in');
  const [form] = Form.useForm<PasswordFields & { repeated: string }>();
  const typed = (Form.useWatch('newPassword', form) as string | undefined) ?? '';
  const change = useWrite(
    (body: PasswordFields, key) => done(api.POST('/api/v1/auth/password', { body, headers: idempotencyKey(key) })),
    {
      onSuccess: () => {
        form.resetFields();
        onChanged();
      },
    },
  );
  const met = Object.values(passwordChecks(typed, username)).every(Boolean);
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={({ currentPassword, newPassword }) => change.mutate({ currentPassword, newPassword })}
    >
      {change.isError && <PasswordProblem problem={change.error} />}
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        rules={[{ required: true, message: t('passwordMissing') }]}
        {...faultOf(change.error, 'currentPassword')}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('password.new')}
        validateTrigger="onBlur"
        rules={[{ required: true, message: t('password.newMissing') }]}
        {...faultOf(change.error, 'newPassword')}
        extra={<PasswordRules password={typed} username={username} />}
      >
        <Input.Password autoComplete="new-password" maxLength={256} aria-describedby="password-rules" />
      </Form.Item>
      <RepeatedPassword />
      <Button type="primary" htmlType="submit" loading={change.isPending} disabled={typed !== '' && !met}>
        {t('password.change')}
      </Button>
    </Form>
  );
}

/** Typed twice, so that nobody locks himself out by a slip. */
function RepeatedPassword() {
  const t = useTexts('sign-in');
  return (
    <Form.Item
      name="repeated"
      label={t('password.repeat')}
      dependencies={['newPassword']}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t('password.repeatMissing') },
        ({ getFieldValue }) => ({
          validator: (_, value) =>
            value === undefined || value === '' || value === getFieldValue('newPassword')
              ? Promise.resolve()
              : Promise.reject(new Error(t('password.different'))),
        }),
      ]}
    >
      <Input.Password autoComplete="new-password" maxLength={256} />
    </Form.Item>
  );
}

function PasswordProblem({ problem }: { readonly problem: ApiProblem }) {
  if (problem.code === 'IDENTITY.LOGIN.LOCKED') return <LockNotice problem={problem} />;
  if (problem.fields.length > 0) return null;
  return <ProblemAlert problem={problem} />;
}

/** What the server found wrong stands beside the field. */
function faultOf(problem: ApiProblem | null, field: string): { validateStatus?: 'error'; help?: string } {
  const fault = problem?.field(field);
  return fault === undefined ? {} : { validateStatus: 'error', help: fault.message };
}
