import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { GatewayRequest } from './gateway-request.js';

const ENTITY_TAG = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/;

/** The version the client saw, from `If-Match`; missing → COMMON.VERSION_REQUIRED. */
export const ExpectedVersion = createParamDecorator((_data: unknown, execution: ExecutionContext): number =>
  expectedVersion(execution.switchToHttp().getRequest<GatewayRequest>().headers['if-match']),
);

export function expectedVersion(header: string | undefined): number {
  if (header === undefined) throw new DomainError('COMMON.VERSION_REQUIRED');
  const match = ENTITY_TAG.exec(header.trim());
  const digits = match?.[1] ?? match?.[2];
  if (digits === undefined) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'If-Match', code: 'FIELD.INVALID' }] });
  }
  return Number(digits);
}
