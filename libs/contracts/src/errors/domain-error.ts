import type { ErrorCategory, ErrorEntry } from './catalogue.js';
import { COMMON_ERRORS } from './common.errors.js';
import { IDENTITY_ERRORS } from './identity.errors.js';
import { KPI_ERRORS } from './kpi.errors.js';
import { REGISTRY_ERRORS } from './registry.errors.js';
import { SMI_ERRORS } from './smi.errors.js';

/** The closed list of refusals. A code used anywhere must stand here, with its texts, or the build fails. */
export const ERROR_CATALOGUE = {
  ...COMMON_ERRORS,
  ...IDENTITY_ERRORS,
  ...REGISTRY_ERRORS,
  ...SMI_ERRORS,
  ...KPI_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One field at fault; `field` is the JSON path in the request. */
export interface FieldProblem {
  readonly field: string;
  readonly code: ErrorCode;
  /** Rule id of the domain documents where one stands behind it, e.g. "V5". */
  readonly rule?: string;
}

export interface DomainErrorOptions {
  readonly errors?: readonly FieldProblem[];
  /** What the caller may need to go on; JSON without personal data in clear (masked views are allowed). */
  readonly context?: unknown;
  readonly retryAfterSeconds?: number;
  /** For operators; never holds personal data. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** A refusal that was expected. Use cases raise it; one filter per edge turns it into the wire form. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly options: DomainErrorOptions = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
  }

  get category(): ErrorCategory {
    return errorEntry(this.code).category;
  }
}

export function errorEntry(code: ErrorCode): ErrorEntry {
  return ERROR_CATALOGUE[code];
}

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, value);
}
