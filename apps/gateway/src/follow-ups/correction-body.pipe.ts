import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, type FieldProblem } from '#contracts';
import { isStorableText } from '../http/storable-text.js';
import type { CorrectionDto } from './correction.dto.js';
import { FollowUpBodyPipe } from './follow-up-body.pipe.js';

const LONGEST_REASON = 200;
const FIELDS = ['reason', 'input'];

/** Reads the body of a correction: a reason, and the record as it should have been. */
@Injectable()
export class CorrectionBodyPipe implements PipeTransform<unknown, CorrectionDto> {
  private readonly record = new FollowUpBodyPipe();

  transform(value: unknown): CorrectionDto {
    if (!isObject(value)) throw new DomainError('COMMON.MALFORMED');
    const problems: FieldProblem[] = [
      ...Object.keys(value)
        .filter((field) => !FIELDS.includes(field))
        .map((field): FieldProblem => ({ field, code: 'FIELD.UNKNOWN' })),
      ...reasonProblems(value['reason']),
    ];
    const input = this.inputOf(value['input'], problems);
    if (problems.length > 0 || input === undefined) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: problems });
    }
    return { reason: value['reason'] as string, input };
  }

  private inputOf(input: unknown, problems: FieldProblem[]): CorrectionDto['input'] | undefined {
    if (!isObject(input)) {
      problems.push({ field: 'input', code: input == null ? 'FIELD.REQUIRED' : 'FIELD.TYPE' });
      return undefined;
    }
    try {
      return this.record.transform(input);
    } catch (error) {
      if (!(error instanceof DomainError) || error.options.errors === undefined) throw error;
      problems.push(...error.options.errors.map((one) => ({ ...one, field: `input.${one.field}` })));
      return undefined;
    }
  }
}

function reasonProblems(reason: unknown): FieldProblem[] {
  const field = 'reason';
  if (reason === undefined || reason === null || reason === '') return [{ field, code: 'FIELD.REQUIRED' }];
  if (typeof reason !== 'string') return [{ field, code: 'FIELD.TYPE' }];
  if (reason.length > LONGEST_REASON) return [{ field, code: 'FIELD.TOO_LONG' }];
  return isStorableText(reason) ? [] : [{ field, code: 'FIELD.INVALID' }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
