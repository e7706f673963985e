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
  'IDENTITY.OTP.WRONG': {
    category: 'rule',
    zh: '动态口令不正确或已使用，请输入最新的口令',
    en: 'The one-time code is wrong or was used before: enter the newest one',
  },
  'IDENTITY.OTP.NOT_STARTED': {
    category: 'rule',
    zh: '请先重新开始绑定：二维码仅 10 分钟内有效',
    en: 'Begin the enrolment again: its QR code is good for 10 minutes',
  },
  'IDENTITY.OTP.ALREADY_ENABLED': {
    category: 'rule',
    zh: '已启用动态口令；更换设备请先解除绑定',
    en: 'A second factor is enrolled already: remove it before you enrol another',
  },
  'IDENTITY.OTP.NOT_ENABLED': {
    category: 'rule',
    zh: '尚未启用动态口令',
    en: 'No second factor is enrolled',
  },
  'IDENTITY.OTP.NOT_YOURSELF': {
    category: 'rule',
    zh: '不能重置自己的动态口令，请由其他管理员办理',
    en: 'You may not reset your own second factor: ask another administrator',
  },
  'IDENTITY.OTP.ENROLMENT_REQUIRED': {
    category: 'forbidden',
    zh: '您的角色须启用动态口令，请先绑定',
    en: 'Your role asks for a second factor: enrol one first',
  },
  'IDENTITY.VIEW.PERSONAL_DATA': {
    category: 'validation',
    zh: '筛选条件不能包含身份证号或电话号码',
    en: 'A saved filter may not hold ID numbers or telephone numbers',
  },
  'IDENTITY.VIEW.TOO_MANY': {
    category: 'rule',
    zh: '每个页面最多保存 50 个筛选，请先删除不用的',
    en: 'At most 50 saved filters a page: delete some first',
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
  'IDENTITY.PASSWORD.NOT_YOURSELF': {
    category: 'rule',
    zh: '不能重置自己的密码，请在“我的账号”中用当前密码修改',
    en: 'You may not reset your own password: change it under My account, with the current one',
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
