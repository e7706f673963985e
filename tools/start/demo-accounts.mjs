import { DEMO_COUNTY } from '../demo/area-tree.mjs';

/** Printed at start; good enough for the password rules, and worthless outside a demonstration. */
export const DEMO_PASSWORD = 'Xinqiao-Demo-2026';

const STREET = `${DEMO_COUNTY}001`;
const COMMUNITY = `${STREET}001`;

/** One account a role. */
export const DEMO_ACCOUNTS = [
  account('district', '区社会心理服务中心', 'district_official', DEMO_COUNTY, 'KPI values, targets, members'),
  account('health', '区卫生健康局', 'health_bureau', DEMO_COUNTY, 'KPI reports'),
  account('street', '和平街道工作人员', 'street_staff', STREET, 'persons, cases, follow-ups of the street'),
  account('community', '社区网格员', 'community_worker', COMMUNITY, 'persons, cases, follow-ups of the community'),
  account('psychiatrist', '精神科医生', 'psychiatrist', DEMO_COUNTY, 'cases and follow-ups'),
  account('counsellor', '心理咨询师', 'counsellor', STREET, 'counselling'),
  account('supervisor', '督导', 'supervisor', DEMO_COUNTY, 'supervision'),
  account('department', '民政部门', 'department_user', DEMO_COUNTY, 'own categories'),
  account('operator', '运维', 'ops', '', 'nodes, dead letters'),
  account('sysadmin', '系统管理员', 'system_admin', '', 'users, orgs, imports'),
  account('security', '安全管理员', 'security_admin', '', 'users, rights'),
  account('auditor', '审计管理员', 'audit_admin', '', 'audit log'),
];

function account(username, displayName, role, scope, purpose) {
  return { username, displayName, password: DEMO_PASSWORD, roles: [role], scopes: [scope], purpose };
}
