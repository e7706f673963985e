import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertInScope } from '#auth';
import { DomainError, RecordExamResponseSchema, type RecordExamRequest, type RecordExamResponse } from '#contracts';
import { isIsoDate, isRegistered, type SmiRefusal } from '#domain';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork, type WriteTx } from '#persistence';
import { isUuid } from '../paging/uuid.js';
import { refusalOf, SmiRules } from '../rules/smi-rules.js';
import { emitCaseChanged } from './case-events.js';
import { CaseRepository } from './case.repository.js';
import type { CaseRow } from './case.row.js';
import { CaseViewMapper } from './case-view.mapper.js';

const CODEC = messageCodec(RecordExamResponseSchema);
const INSERT = `
  insert into exam (id, county, case_id, org, examined_on, refused, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** The yearly physical examination or its signed refusal (smi.md 5). */
@Injectable()
export class RecordExamUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly views: CaseViewMapper,
    private readonly rules: SmiRules,
  ) {}

  async record(request: RecordExamRequest, call: RpcCall): Promise<RecordExamResponse> {
    const refusals = this.refusals(request.examinedOn);
    if (refusals.length > 0) throw refusalOf(refusals);
    if (!isUuid(request.caseId)) throw new DomainError('COMMON.NOT_FOUND');
    return this.unitOfWork.write(call, (tx) => this.write(tx, request), CODEC);
  }

  private refusals(examinedOn: string): SmiRefusal[] {
    if (!isIsoDate(examinedOn)) return [{ field: 'examinedOn', code: 'FIELD.DATE' }];
    if (examinedOn > this.rules.today()) return [{ field: 'examinedOn', code: 'SMI.CASE.DATE_IN_FUTURE', rule: '5' }];
    return [];
  }

  private async write(tx: WriteTx, request: RecordExamRequest): Promise<RecordExamResponse> {
    const row = await this.cases.lock(tx, request.caseId);
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    assertInScope(tx.caller, row.org);
    if (!isRegistered(row.status)) throw new DomainError('SMI.CASE.CLOSED');
    const { examinedOn, refused } = request;
    const exams = refused ? row.exams : [...new Set([...row.exams, examinedOn])].sort();
    const after: CaseRow = { ...row, exams, version: row.version + 1 };
    const at = this.rules.now();
    await tx.prepared(INSERT, [v7(), row.county, row.id, row.org, examinedOn, refused, at, tx.caller.id]);
    await this.cases.update(tx, after, at);
    emitCaseChanged(tx, after);
    tx.audit({ action: 'exam.record', subjectKind: 'case', subjectId: row.id, org: row.org });
    return create(RecordExamResponseSchema, { case: this.views.toCase(after, this.rules.today()) });
  }
}
