import { DomainError } from '#contracts';

/** SQLSTATE classes and codes after which the same work may succeed: connection, resources, shutdown, conflicts, locks. */
const TRANSIENT_STATES = /^(?:08...|53...|57P0.|57014|58...|40001|40P01|55P03|25P03|25006|XX000)$/;
const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EMFILE',
]);
const TRANSIENT_TEXT =
  /connection terminated|connection ended|timeout exceeded when trying to connect|not queryable|is not established/i;

/** Whether waiting and trying the same again makes sense. Anything unknown is permanent: it must not stop the others. */
export function isTransient(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = causeOf(current), depth += 1) {
    if (current instanceof DomainError && current.category === 'unavailable') return true;
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && (TRANSIENT_CODES.has(code) || TRANSIENT_STATES.test(code))) return true;
    if (TRANSIENT_TEXT.test(current.message)) return true;
  }
  return false;
}

function causeOf(error: Error): unknown {
  // TypeORM keeps the driver's error in `driverError`.
  return error.cause ?? (error as { driverError?: unknown }).driverError;
}
