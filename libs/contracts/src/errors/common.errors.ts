import type { ErrorEntry } from './catalogue.js';

/** Refusals every service may give. */
export const COMMON_ERRORS = {
  'COMMON.MALFORMED': { category: 'malformed', zh: '请求格式不正确', en: 'The request cannot be read' },
  'COMMON.VALIDATION_FAILED': {
    category: 'validation',
    zh: '填写的内容有误，请按提示修改',
    en: 'Some fields need correction',
  },
  'COMMON.UNAUTHENTICATED': { category: 'unauthenticated', zh: '请先登录', en: 'Sign in first' },
  'COMMON.FORBIDDEN': { category: 'forbidden', zh: '您没有此项操作的权限', en: 'You may not do this' },
  'COMMON.CSRF': {
    category: 'forbidden',
    zh: '页面已过期，请刷新后重试',
    en: 'This page is out of date: reload it and try again',
  },
  'COMMON.NOT_FOUND': {
    category: 'not_found',
    zh: '未找到，或不在您的管辖范围内',
    en: 'Not found, or outside your area',
  },
  'COMMON.CONFLICT': { category: 'conflict', zh: '与已有数据冲突', en: 'Conflicts with existing data' },
  'COMMON.IDEMPOTENCY_KEY_REUSED': {
    category: 'conflict',
    zh: '同一个 Idempotency-Key 不能用于不同的请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'COMMON.VERSION_REQUIRED': {
    category: 'validation',
    zh: '缺少 If-Match 版本号',
    en: 'If-Match with the version is needed',
  },
  'COMMON.VERSION_STALE': {
    category: 'stale',
    zh: '该记录已被他人修改，请查看最新内容后再保存',
    en: 'Somebody changed this record meanwhile',
  },
  'COMMON.METHOD_NOT_ALLOWED': {
    category: 'malformed',
    zh: '此地址不支持该操作方法',
    en: 'This method is not available here',
  },
  'COMMON.UNSUPPORTED_MEDIA_TYPE': {
    category: 'malformed',
    zh: '不支持的内容类型',
    en: 'This content type is not accepted',
  },
  'COMMON.TOO_LARGE': { category: 'too_large', zh: '内容过大', en: 'Too large' },
  'COMMON.RATE_LIMITED': {
    category: 'rate_limited',
    zh: '操作过于频繁，请稍后再试',
    en: 'Too many requests, try again later',
  },
  'COMMON.UNAVAILABLE': {
    category: 'unavailable',
    zh: '服务暂时不可用，请稍后重试',
    en: 'Temporarily unavailable, try again',
  },
  'COMMON.TIMEOUT': {
    category: 'unavailable',
    zh: '处理超时，结果未知；请用同一 Idempotency-Key 重试',
    en: 'No answer in time; the outcome is unknown: repeat with the same Idempotency-Key',
  },
  'COMMON.INTERNAL': { category: 'internal', zh: '系统内部错误', en: 'Internal error' },
  'FIELD.UNKNOWN': { category: 'validation', zh: '未知的字段', en: 'Unknown field' },
  'FIELD.INVALID': { category: 'validation', zh: '内容无效', en: 'Not a valid value' },
  'FIELD.REQUIRED': { category: 'validation', zh: '必填', en: 'Required' },
  'FIELD.TYPE': { category: 'validation', zh: '类型不正确', en: 'Wrong type' },
  'FIELD.RANGE': { category: 'validation', zh: '超出允许的范围', en: 'Out of range' },
  'FIELD.TOO_LONG': { category: 'validation', zh: '超过长度限制', en: 'Too long' },
  'FIELD.CODE': { category: 'validation', zh: '不在代码表中', en: 'Not in the code list' },
  'FIELD.DATE': { category: 'validation', zh: '日期无效，应为 YYYY-MM-DD', en: 'Not a date, use YYYY-MM-DD' },
} as const satisfies Record<string, ErrorEntry>;
