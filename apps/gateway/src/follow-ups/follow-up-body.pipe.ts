import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, type FieldProblem } from '#contracts';
import { checkShape, DEFAULT_SMI_POLICY, followUpShape } from '#domain';
import { isStorableText } from '../http/storable-text.js';
import type { FollowUpDto } from './follow-up.dto.js';

type Fields = Record<string, unknown>;

const SHAPE = followUpShape(DEFAULT_SMI_POLICY);
/** The form is three levels deep. */
const MAX_DEPTH = 8;
const REQUIRED = ['visitedOn', 'form'];
/** What a part must say once it is there at all. */
const REQUIRED_OF_PART: Readonly<Record<string, string>> = {
  labTests: 'done',
  adverseReaction: 'present',
  referral: 'made',
  medications: 'drug',
  medicationGuidance: 'drug',
};

/**
 * Reads the body of a follow-up against the one table of its fields. This is the route that is called most, and the general
 * validator takes fifteen times as long for a form of this size.
 */
@Injectable()
export class FollowUpBodyPipe implements PipeTransform<unknown, FollowUpDto> {
  transform(value: unknown): FollowUpDto {
    if (!isFields(value)) throw new DomainError('COMMON.MALFORMED');
    const problems: FieldProblem[] = [];
    const body = withoutNulls(value, '', 0, problems) as Fields;
    problems.push(...missingIn(body), ...checkShape(body, SHAPE));
    if (problems.length === 0) return body as unknown as FollowUpDto;
    throw new DomainError('COMMON.VALIDATION_FAILED', {
      errors: problems.map((problem) => ({ ...problem, field: problem.field.replace(/\.(\d+)/g, '[$1]') })),
    });
  }
}

/** Drops null members and notes texts that could not be kept. Keys with `$` would speak to the message runtime and are refused here. */
function withoutNulls(value: unknown, path: string, depth: number, problems: FieldProblem[]): unknown {
  if (depth > MAX_DEPTH) throw new DomainError('COMMON.MALFORMED');
  if (Array.isArray(value)) {
    return value.map((item, index) => withoutNulls(item, `${path}.${index}`, depth + 1, problems));
  }
  if (typeof value === 'string' && !isStorableText(value)) problems.push({ field: path, code: 'FIELD.INVALID' });
  if (!isFields(value)) return value;
  const kept: Fields = {};
  for (const [key, member] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (key.startsWith('$')) problems.push({ field, code: 'FIELD.UNKNOWN' });
    else if (member !== null) kept[key] = withoutNulls(member, field, depth + 1, problems);
  }
  return kept;
}

function missingIn(body: Fields): FieldProblem[] {
  const missing = REQUIRED.filter((field) => body[field] === undefined);
  for (const [part, member] of Object.entries(REQUIRED_OF_PART)) {
    const given = body[part];
    if (Array.isArray(given)) {
      missing.push(...given.flatMap((row, index) => (lacks(row, member) ? [`${part}.${index}.${member}`] : [])));
    } else if (lacks(given, member)) {
      missing.push(`${part}.${member}`);
    }
  }
  return missing.map((field) => ({ field, code: 'FIELD.REQUIRED' }));
}

function lacks(part: unknown, member: string): boolean {
  return isFields(part) && (part[member] === undefined || part[member] === '');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
