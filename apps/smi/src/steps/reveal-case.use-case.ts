import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '#auth';
import { DomainError, type FieldProblem, type RevealCaseRequest, type RevealCaseResponseSchema } from '#contracts';
import { maskFreeText } from '#domain';
import type { CallContext } from '#observability';
import { UnitOfWork } from '#persistence';
import { CaseRepository } from '../cases/case.repository.js';
import { CaseViewMapper } from '../cases/case-view.mapper.js';
import { isUuid } from '../paging/uuid.js';
import { SmiRules } from '../rules/smi-rules.js';
import { CaseStepRepository } from './case-step.repository.js';

const REVEALABLE: readonly string[] = ['guardian'];
const REASON_LENGTH = 200;
/** Look-ups of clear values a user may make in a day (service-system.md G.4), as the registry's default. */
const REVEALS_PER_DAY = 200;
const AN_HOUR = 3_600;

/** The guardian in clear: a right of its own, with a reason, counted by day, in the audit trail before it leaves (G.4). */
@Injectable()
export class RevealCaseUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly steps: CaseStepRepository,
    private readonly views: CaseViewMapper,
    private readonly rules: SmiRules,
  ) {}

  async reveal(
    request: RevealCaseRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof RevealCaseResponseSchema>> {
    assertRequest(request);
    if (!isUuid(request.caseId)) throw new DomainError('COMMON.NOT_FOUND');
    // Not kept under an idempotency key: the answer holds clear values.
    const row = await this.unitOfWork.readAudited(context, async (tx) => {
      const found = await this.cases.find(tx, request.caseId);
      if (found === undefined) throw new DomainError('COMMON.NOT_FOUND');
      assertInScope(context.caller, found.org);
      const about = { action: 'case.reveal', subjectKind: 'case', subjectId: found.id, org: found.org };
      if (!(await this.steps.takeReveal(tx, tx.caller.id, this.rules.today(), REVEALS_PER_DAY))) {
        tx.audit({ ...about, outcome: 'refused', details: { limit: REVEALS_PER_DAY } });
        throw new DomainError('SMI.CASE.REVEAL_LIMIT', { retryAfterSeconds: AN_HOUR });
      }
      const details = { fields: request.fields, reason: maskFreeText(request.reason.trim()) };
      tx.audit({ ...about, details });
      return found;
    });
    const guardian = this.views.clearGuardian(row);
    return guardian === null ? {} : { guardian };
  }
}

function assertRequest({ fields, reason }: RevealCaseRequest): void {
  const errors: FieldProblem[] = [];
  if (reason.trim() === '') errors.push({ field: 'reason', code: 'FIELD.REQUIRED' });
  else if (reason.length > REASON_LENGTH) errors.push({ field: 'reason', code: 'FIELD.TOO_LONG' });
  if (fields.length === 0) errors.push({ field: 'fields', code: 'FIELD.REQUIRED' });
  if (fields.some((field) => !REVEALABLE.includes(field))) errors.push({ field: 'fields', code: 'FIELD.CODE' });
  if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
}
