import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#contracts';
import { anonymousCaller, type CallContext } from '#observability';
import { localeOf, presentedToken, type GatewayRequest } from './gateway-request.js';

const IDEMPOTENCY_HEADER = 'idempotency-key';
const MAX_IDEMPOTENCY_KEY = 128;

/** The `CallContext` of the request: who, with which token, in which language, under which correlation id. */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): CallContext =>
  callContext(execution.switchToHttp().getRequest<GatewayRequest>()),
);

export function callContext(request: GatewayRequest): CallContext {
  const token = request.user === undefined ? undefined : presentedToken(request)?.token;
  const idempotencyKey = givenIdempotencyKey(request);
  return {
    caller: request.user?.caller ?? anonymousCaller,
    correlationId: request.id,
    locale: localeOf(request.headers),
    ...(token === undefined ? {} : { token }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}

function givenIdempotencyKey(request: GatewayRequest): string | undefined {
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (key === undefined || request.method === 'GET') return undefined;
  if (typeof key === 'string' && key !== '' && key.length <= MAX_IDEMPOTENCY_KEY) return portable(key);
  throw new DomainError('COMMON.VALIDATION_FAILED', {
    errors: [{ field: 'Idempotency-Key', code: key === '' ? 'FIELD.REQUIRED' : 'FIELD.TOO_LONG' }],
  });
}

/** Any string is a key, but on the bus a header holds visible characters only: other keys travel as their hash. */
function portable(key: string): string {
  return /^[\x21-\x7e]+$/.test(key) ? key : `sha256-${createHash('sha256').update(key).digest('base64url')}`;
}
