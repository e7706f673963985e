import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { assertInScope } from '#auth';
import { DomainError, type CaseSchema } from '#contracts';
import type { SmiRefusal } from '#domain';
import type { WriteTx } from '#persistence';
import { emitCaseChanged } from '../cases/case-events.js';
import { CaseRepository } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import type { CaseAfter } from '../cases/case-transitions.js';
import { CaseViewMapper } from '../cases/case-view.mapper.js';
import { isUuid } from '../paging/uuid.js';
import { refusalOf, SmiRules } from '../rules/smi-rules.js';
import { CaseStepRepository, type NewStep } from './case-step.repository.js';

const LONGEST_TEXT = 500;

/** The one way in which something between two records changes a case: lock, judge, keep the step, the case, event and audit. */
@Injectable()
export class CaseStepRecorder {
  constructor(
    private readonly cases: CaseRepository,
    private readonly steps: CaseStepRepository,
    private readonly views: CaseViewMapper,
    readonly rules: SmiRules,
  ) {}

  async record(
    tx: WriteTx,
    caseId: string,
    step: NewStep,
    judge: (row: CaseRow) => CaseAfter,
  ): Promise<MessageInitShape<typeof CaseSchema>> {
    if (!isUuid(caseId)) throw new DomainError('COMMON.NOT_FOUND');
    const row = await this.cases.lock(tx, caseId);
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    assertInScope(tx.caller, row.org);
    const { refusals, row: after } = judge(row);
    const about = { action: `case.${step.kind}`, subjectKind: 'case', subjectId: row.id, org: row.org };
    const details = { ...step.details, on: step.on };
    if (refusals.length > 0) {
      tx.audit({ ...about, outcome: 'refused', details: { codes: refusals.map(({ code }) => code) } });
      throw refusalOf(refusals);
    }
    const at = this.rules.now();
    await this.steps.insert(tx, row, step, at);
    await this.cases.update(tx, after, at);
    emitCaseChanged(tx, after);
    tx.audit({ ...about, details });
    return this.views.toCase(after, this.rules.today());
  }
}

/** Free texts of a step: none empty where one is needed, none too long. */
export function checkTexts(
  texts: Readonly<Record<string, string | undefined>>,
  needed: readonly string[] = [],
): readonly SmiRefusal[] {
  return Object.entries(texts).flatMap(([field, text]): SmiRefusal[] => {
    if (needed.includes(field) && (text ?? '').trim() === '') return [{ field, code: 'FIELD.REQUIRED' }];
    return (text ?? '').length > LONGEST_TEXT ? [{ field, code: 'FIELD.TOO_LONG' }] : [];
  });
}
