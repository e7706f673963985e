import { create, fromJsonString, toJsonString } from '@bufbuild/protobuf';
import { DomainError, errorEntry, isErrorCode, ProblemSchema, type FieldProblem, type Problem } from '#contracts';

/** The wire form of a refusal. */
export function encodeProblem(error: DomainError): string {
  const { errors = [], context, retryAfterSeconds = 0, detail = '' } = error.options;
  const problem = create(ProblemSchema, {
    code: error.code,
    category: error.category,
    detail,
    errors: errors.map(({ field, code, rule }) => ({ field, code, rule: rule ?? '' })),
    contextJson: context === undefined ? '' : JSON.stringify(context),
    retryAfterSeconds,
  });
  return toJsonString(ProblemSchema, problem);
}

/** The refusal the other side threw. A code this build does not know (a newer service) becomes `COMMON.INTERNAL`. */
export function decodeProblem(json: string): DomainError {
  const problem = fromJsonString(ProblemSchema, json, { ignoreUnknownFields: true });
  if (!isErrorCode(problem.code)) {
    return new DomainError('COMMON.INTERNAL', { detail: `unknown error code ${problem.code}` });
  }
  return new DomainError(problem.code, {
    ...(problem.errors.length === 0 ? {} : { errors: problem.errors.flatMap(fieldProblem) }),
    ...(problem.contextJson === '' ? {} : { context: JSON.parse(problem.contextJson) as unknown }),
    ...(problem.retryAfterSeconds === 0 ? {} : { retryAfterSeconds: problem.retryAfterSeconds }),
    ...(problem.detail === '' ? {} : { detail: problem.detail }),
  });
}

function fieldProblem({ field, code, rule }: Problem['errors'][number]): FieldProblem[] {
  const known = isErrorCode(code) ? code : 'FIELD.INVALID';
  return [{ field, code: known, ...(rule === '' ? {} : { rule }) }];
}

/** Nobody can answer now: a repeat makes sense soon. */
export function unavailable(detail: string, cause?: unknown): DomainError {
  return new DomainError('COMMON.UNAVAILABLE', { detail, retryAfterSeconds: 2, cause });
}

/** Whether the refusal is our fault and belongs in the log as an error. */
export function isInternal(error: DomainError): boolean {
  return errorEntry(error.code).category === 'internal';
}
