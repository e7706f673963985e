export * from './generated.js';
export type { ErrorCategory, ErrorEntry } from './errors/catalogue.js';
export {
  DomainError,
  ERROR_CATALOGUE,
  errorEntry,
  isErrorCode,
  type DomainErrorOptions,
  type ErrorCode,
  type FieldProblem,
} from './errors/domain-error.js';
export { restForm, toRestJson } from './rest-json.js';
export { eventSubject, requestSubject } from './subjects.js';
