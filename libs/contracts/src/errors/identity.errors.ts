import type { ErrorEntry } from './catalogue.js';

/** Refusals of the identity service. */
export const IDENTITY_ERRORS = {
  'IDENTITY.LOGIN.FAILED': {
    category: 'unauthenticated',
    zh: '用户名或密码不正确',
    en: 'User name or password is wrong',
  },
  'IDENTITY.LOGIN.LOCKED': {
    category: 'locked',
    zh: '登录失败次数过多，请稍后再试',
    en: 'Too many failed attempts, try again later',
  },
  'IDENTITY.LOGIN.OTP_REQUIRED': {
    category: 'unauthenticated',
    zh: '请输入动态口令',
    en: 'The one-time code is needed',
  },
  'IDENTITY.SESSION.ENDED': { category: 'unauthenticated', zh: '登录已失效，请重新登录', en: 'Sign in again' },
  'IDENTITY.PASSWORD_CHANGE_REQUIRED': {
    category: 'forbidden',
    zh: '请先修改密码',
    en: 'Change your password first',
  },
  'IDENTITY.PASSWORD.WRONG': { category: 'rule', zh: '当前密码不正确', en: 'The current password is wrong' },
  'IDENTITY.PASSWORD.WEAK': {
    category: 'validation',
    zh: '密码至少 12 位，或至少 8 位并同时包含大小写字母、数字和符号',
    en: 'At least 12 characters, or at least 8 with upper and lower case letters, digits and symbols',
  },
  'IDENTITY.PASSWORD.TOO_LONG': { category: 'validation', zh: '密码最多 64 位', en: 'At most 64 characters' },
  'IDENTITY.PASSWORD.COMMON': { category: 'validation', zh: '密码过于常见', en: 'This password is too common' },
  'IDENTITY.PASSWORD.IS_USERNAME': {
    category: 'validation',
    zh: '密码不能与用户名相同',
    en: 'The password may not be the user name',
  },
  'IDENTITY.PASSWORD.REUSED': {
    category: 'validation',
    zh: '不能使用最近 5 次用过的密码',
    en: 'One of your last five passwords',
  },
  'IDENTITY.USER.NAME_TAKEN': { category: 'conflict', zh: '用户名已存在', en: 'This user name is taken' },
  'IDENTITY.USER.ROLE_CONFLICT': {
    category: 'rule',
    zh: '所选角色不能由同一人担任（三员分立）',
    en: 'These roles may not be held by one person (separation of administrators)',
  },
  'IDENTITY.USER.ROLE_NOT_YOURS': {
    category: 'forbidden',
    zh: '您无权授予该角色',
    en: 'You may not grant this role',
  },
  'IDENTITY.USER.SCOPE_NOT_YOURS': {
    category: 'forbidden',
    zh: '您无权授予该区域',
    en: 'You may not grant this area',
  },
  'IDENTITY.USER.NOT_YOURSELF': {
    category: 'rule',
    zh: '不能修改自己的角色、区域或停用自己',
    en: 'You may not change your own roles or areas or deactivate yourself',
  },
} as const satisfies Record<string, ErrorEntry>;
