import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useUser } from '../../session/use-session.js';
import { useRoleName, type Role } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import { roles as rolesQuery, type RoleInfo } from './access-queries.js';
import styles from './access.module.css';
import { ROLES } from './role-list.js';

const KINDS = ['business', 'administrator', 'auditor'] as const;

interface RolePickerProps {
  readonly value?: readonly Role[];
  readonly onChange?: (roles: Role[]) => void;
  readonly disabled?: boolean;
}

/** Roles by kind; those one may not hand out say who may. */
export function RolePicker({ value = [], onChange, disabled = false }: RolePickerProps) {
  const t = useTexts('system-access');
  const mine = useUser().roles;
  const { data: infos = [] } = useQuery(rolesQuery);
  const toggle = (role: Role, on: boolean) =>
    onChange?.(ROLES.filter((one) => (one === role ? on : value.includes(one))));
  return (
    <div className={styles['roles']}>
      {KINDS.map((kind) => (
        <fieldset key={kind} className={styles['kind']}>
          <legend>{t(`kind.${kind}`)}</legend>
          {ROLES.flatMap((role) => infos.filter((info) => info.role === role && info.kind === kind)).map((info) => (
            <RoleBox
              key={info.role}
              info={info}
              checked={value.includes(info.role)}
              disabled={disabled}
              mine={mine}
              onToggle={(on) => toggle(info.role, on)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface RoleBoxProps {
  readonly info: RoleInfo;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly mine: readonly Role[];
  readonly onToggle: (on: boolean) => void;
}

function RoleBox({ info, checked, disabled, mine, onToggle }: RoleBoxProps) {
  const t = useTexts('system-access');
  const roleName = useRoleName();
  const notMine = info.grantedBy !== null && !mine.includes(info.grantedBy);
  return (
    <Checkbox checked={checked} disabled={disabled || notMine} onChange={({ target }) => onToggle(target.checked)}>
      {roleName(info.role)}
      {notMine && info.grantedBy !== null && (
        <small className={styles['hint']}> {t('roles.grantedBy', { role: roleName(info.grantedBy) })}</small>
      )}
    </Checkbox>
  );
}
