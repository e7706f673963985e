import { Inject, Injectable } from '@nestjs/common';
import { DomainError, errorEntry, type ErrorCode, type FieldProblem } from '#contracts';
import { DEFAULT_SMI_POLICY, STATE_CALENDAR, type SmiPolicy, type SmiRefusal, type WorkingCalendar } from '#domain';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';

/** What every judgement of this service is made with: the figures, the working days, the day it is. */
@Injectable()
export class SmiRules {
  readonly policy: SmiPolicy = DEFAULT_SMI_POLICY;
  readonly calendar: WorkingCalendar = STATE_CALENDAR;

  constructor(@Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings) {}

  /** Province 99, where nobody real lives, is accepted only in demonstrations and tests. */
  get demo(): boolean {
    return this.settings.demo;
  }

  today(): string {
    return this.settings.clock.today();
  }

  now(): string {
    return this.settings.clock.now().toISOString();
  }
}

/**
 * The refusal of a write: a wrong field makes the whole request a failed validation (400); otherwise the first rule that
 * refused gives the code (422). All of them are listed.
 */
export function refusalOf(refusals: readonly SmiRefusal[]): DomainError {
  const errors: readonly FieldProblem[] = refusals.map((refusal) => ({ ...refusal, field: restPath(refusal.field) }));
  const first = errors[0]?.code ?? 'COMMON.INTERNAL';
  const malformed = errors.some((problem) => errorEntry(problem.code).category === 'validation');
  const code: ErrorCode = malformed ? 'COMMON.VALIDATION_FAILED' : first;
  return new DomainError(code, { errors });
}

/** `medications.0.drug` → `medications[0].drug`, as the edge writes paths. */
function restPath(field: string): string {
  return field.replace(/\.(\d+)/g, '[$1]');
}
