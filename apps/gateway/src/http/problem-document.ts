import { errorEntry, isErrorCode, type DomainError, type ErrorCategory, type ErrorCode } from '#contracts';
import type { Locale } from './gateway-request.js';

/** Codes of the edge itself whose HTTP status is narrower than their category. */
const STATUS_OF_CODE: Partial<Record<ErrorCode, number>> = {
  'COMMON.METHOD_NOT_ALLOWED': 405,
  'COMMON.UNSUPPORTED_MEDIA_TYPE': 415,
};

const DEFAULT_RETRY_SECONDS = 2;

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly correlationId: string;
  readonly errors?: readonly { field: string; code: string; message: string; rule?: string }[];
  readonly context?: unknown;
}

/** The HTTP status of a refusal. */
export function statusOf(error: DomainError): number {
  return STATUS_OF_CODE[error.code] ?? statusOfCategory(error.category);
}

/** RFC 9457 form of a refusal, in the user's language. Never holds `options.detail`, which is for operators. */
export function problemDocument(
  error: DomainError,
  status: number,
  locale: Locale,
  correlationId: string,
): ProblemDocument {
  const { errors, context } = error.options;
  const text = textOf(error.code, locale);
  return {
    type: `urn:xinqiao:problem:${error.code}`,
    title: text,
    status,
    detail: detailOf(text, errors ?? [], locale),
    code: error.code,
    correlationId,
    ...(errors === undefined || errors.length === 0
      ? {}
      : {
          errors: errors.map(({ field, code, rule }) => ({
            field,
            code,
            message: textOf(code, locale),
            ...(rule === undefined ? {} : { rule }),
          })),
        }),
    ...(context === undefined ? {} : { context }),
  };
}

/** Seconds for `Retry-After`; always there with 503, 429 and 423. */
export function retryAfterOf(error: DomainError, status: number): number | undefined {
  const given = error.options.retryAfterSeconds;
  if (given !== undefined && given > 0) return Math.ceil(given);
  return status === 503 || status === 429 || status === 423 ? DEFAULT_RETRY_SECONDS : undefined;
}

/** The refusal, where the first fault is and what it is; nothing twice. */
function detailOf(text: string, errors: readonly { field: string; code: string }[], locale: Locale): string {
  const [first] = errors;
  const parts = first === undefined ? [text] : [text, first.field, textOf(first.code, locale)];
  return [...new Set(parts.filter((part) => part !== ''))].join(locale === 'en' ? ': ' : '：');
}

function textOf(code: string, locale: Locale): string {
  const entry = errorEntry(isErrorCode(code) ? code : 'FIELD.INVALID');
  return locale === 'en' ? entry.en : entry.zh;
}

function statusOfCategory(category: ErrorCategory): number {
  switch (category) {
    case 'malformed':
    case 'validation':
      return 400;
    case 'unauthenticated':
      return 401;
    case 'forbidden':
      return 403;
    case 'not_found':
      return 404;
    case 'conflict':
      return 409;
    case 'stale':
      return 412;
    case 'too_large':
      return 413;
    case 'rule':
      return 422;
    case 'locked':
      return 423;
    case 'rate_limited':
      return 429;
    case 'unavailable':
      return 503;
    case 'internal':
      return 500;
    default:
      return assertUnreachable(category);
  }
}

function assertUnreachable(value: never): never {
  throw new Error(`category without a status: ${String(value)}`);
}
