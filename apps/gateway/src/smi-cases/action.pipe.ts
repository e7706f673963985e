import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#contracts';
import { isCode, SMI_ACTIONS, SMI_CHECKS } from '#domain';

/** What may be answered: mandatory actions and dated checks. */
export const CLOSABLE: readonly string[] = [
  ...new Set([...SMI_ACTIONS.map(({ code }) => code), ...SMI_CHECKS.map(({ code }) => code)]),
];

/** An action in the path; one that does not exist is a malformed request. */
@Injectable()
export class ActionPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isCode(SMI_ACTIONS, value) || isCode(SMI_CHECKS, value)) return value;
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'action', code: 'FIELD.CODE' }] });
  }
}
