import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { ApiProblem } from '../../api/problem.js';
import type { Role } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import { roles as rolesQuery } from './access-queries.js';
import { AreaPicker } from './area-picker.js';
import { RolePicker } from './role-picker.js';
import { conflictOf } from './role-rules.js';

interface FieldProps {
  readonly problem: ApiProblem | null;
  readonly disabled?: boolean;
}

export function DisplayNameField({ problem, disabled = false }: FieldProps) {
  const t = useTexts('system-access');
  return (
    <Form.Item
      name="displayName"
      label={t('user.displayName')}
      extra={t('user.displayNameHint')}
      rules={[{ required: true, whitespace: true, message: t('user.displayNameMissing') }]}
      {...faultOf(problem, 'displayName')}
    >
      <Input autoComplete="off" maxLength={64} disabled={disabled} />
    </Form.Item>
  );
}

export function RolesField({ problem, disabled = false }: FieldProps) {
  const t = useTexts('system-access');
  const { data: infos = [] } = useQuery(rolesQuery);
  return (
    <Form.Item
      name="roles"
      label={t('user.roles')}
      rules={[
        { required: true, type: 'array', min: 1, message: t('user.rolesMissing') },
        {
          validator: (_, chosen: readonly Role[] | undefined) => {
            const conflict = conflictOf(chosen ?? [], infos);
            return conflict === undefined ? Promise.resolve() : Promise.reject(new Error(t(`conflict.${conflict}`)));
          },
        },
      ]}
      {...faultOf(problem, 'roles')}
    >
      <RolePicker disabled={disabled} />
    </Form.Item>
  );
}

export function AreaField({ problem, disabled = false }: FieldProps) {
  const t = useTexts('system-access');
  return (
    <Form.Item
      name="scopes"
      label={t('user.areas')}
      extra={t('user.areasHint')}
      rules={[{ required: true, type: 'array', min: 1, message: t('user.areasMissing') }]}
      {...faultOf(problem, 'scopes')}
    >
      <AreaPicker disabled={disabled} />
    </Form.Item>
  );
}

/** What the server found wrong stands beside the field. */
export function faultOf(problem: ApiProblem | null, field: string): { validateStatus?: 'error'; help?: string } {
  const fault = problem?.fields.find((one) => one.field === field || one.field.startsWith(`${field}[`));
  return fault === undefined ? {} : { validateStatus: 'error', help: fault.message };
}
