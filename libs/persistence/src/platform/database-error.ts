import { DomainError } from '#contracts';
import { QueryFailedError } from 'typeorm';

/** A unique key refused a row. Use cases turn it into the refusal they know; `constraint` is the name in the migration. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';

  constructor(
    readonly constraint: string,
    readonly table: string,
    options?: ErrorOptions,
  ) {
    super(`unique key ${constraint} of ${table} is taken`, options);
  }
}

/** A foreign key, check, exclusion or not-null constraint, or row security, refused a row. */
export class ConstraintViolation extends Error {
  override readonly name = 'ConstraintViolation';

  constructor(
    /** Name in the migration; of the column for not-null; empty for row security. */
    readonly constraint: string,
    readonly table: string,
    readonly sqlState: string,
    options?: ErrorOptions,
  ) {
    super(`constraint ${constraint} of ${table} is violated (${sqlState})`, options);
  }
}

/** Two transactions met; the whole transaction may be tried again. Stays inside this library. */
export class TransactionCollision extends Error {
  override readonly name = 'TransactionCollision';
}

/** What node-postgres puts on its errors, as far as it is used. */
interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
  readonly column?: string;
  readonly table?: string;
  readonly message?: string;
}

const UNIQUE = '23505';
const CONSTRAINTS = new Set(['23502', '23503', '23514', '23P01', '42501']);
const COLLISIONS = new Set(['40001', '40P01']);
/** Cancelled by a time limit: statement, lock, idle in transaction, transaction. */
const TIME_LIMITS = new Set(['57014', '55P03', '25P03', '25P04']);
/** The server is going, coming, full, or not (yet) what the connection string says. */
const SERVER_AWAY = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '53400', '3D000', '28P01', '28000']);
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES)/;
const DRIVER_TEXTS =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout|pool after calling end|Driver not Connected|Query runner already released/i;

const RETRY_AFTER_SECONDS = 2;

/** True when the connection itself is gone or in doubt, so that it must not be used again. */
export function isConnectionFailure(error: unknown): boolean {
  const driver = driverErrorOf(error);
  if (!driver) return false;
  const { code = '', message } = driver;
  return SERVER_AWAY.has(code) || code.startsWith('08') || NETWORK.test(code) || DRIVER_TEXTS.test(message ?? '');
}

/** Nothing can be asked of this connection any more, and nobody knows what became of a COMMIT under way. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'COMMON.UNAVAILABLE' || error.code === 'COMMON.TIMEOUT');
}

/** Turns what the driver threw into what callers may rely on; anything else passes as it is. */
export function translateDatabaseError(error: unknown): unknown {
  const driver = error instanceof DomainError ? undefined : driverErrorOf(error);
  if (!driver) return error;
  const code = driver.code ?? '';
  if (code === UNIQUE) return new UniqueViolation(driver.constraint ?? '', driver.table ?? '', { cause: safe(driver) });
  if (CONSTRAINTS.has(code)) {
    const name = driver.constraint ?? driver.column ?? '';
    return new ConstraintViolation(name, driver.table ?? '', code, { cause: safe(driver) });
  }
  if (COLLISIONS.has(code)) return new TransactionCollision(code, { cause: safe(driver) });
  if (TIME_LIMITS.has(code)) return new DomainError('COMMON.TIMEOUT', { ...retry(), cause: safe(driver) });
  if (isConnectionFailure(error)) return databaseUnavailable(safe(driver));
  return error;
}

/** The refusal given while PostgreSQL cannot be reached. */
export function databaseUnavailable(cause: unknown): DomainError {
  return new DomainError('COMMON.UNAVAILABLE', { ...retry(), cause, detail: 'PostgreSQL is not available' });
}

function retry(): { retryAfterSeconds: number } {
  return { retryAfterSeconds: RETRY_AFTER_SECONDS };
}

/** Told by its shape: errors of Node's own modules may come from another realm, where `instanceof Error` does not hold. */
function driverErrorOf(error: unknown): DriverError | undefined {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return typeof error === 'object' && error !== null && 'message' in error ? (error as DriverError) : undefined;
}

/** PostgreSQL repeats the offending row in `detail`: personal data that must not travel in a cause. */
function safe(driver: DriverError): Error {
  return new Error(`${driver.code ?? 'driver'}: ${driver.message ?? ''}`);
}
