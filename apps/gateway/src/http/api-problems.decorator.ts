import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

const ALWAYS = [400, 401, 403, 404, 409, 429, 503] as const;

/** The refusals common to all routes, for the OpenAPI file; name the others a route may give (412, 422, 423). */
export function ApiProblems(...more: readonly number[]): ClassDecorator & MethodDecorator {
  const statuses = [...new Set<number>([...ALWAYS, ...more])].sort((a, b) => a - b);
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: DESCRIPTIONS[status] ?? 'Refused',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'Malformed, or a field needs correction',
  401: 'No valid access token',
  403: 'Known but not allowed',
  404: 'Does not exist, or lies outside the caller’s areas',
  409: 'Conflict',
  412: 'Stale version; the answer holds the current state',
  413: 'Too large',
  422: 'Refused by a business rule',
  423: 'Locked',
  429: 'Too many requests',
  503: 'A part of the system does not answer; see Retry-After',
};
