import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertInScope } from '#auth';
import {
  DomainError,
  RecordConsentResponseSchema,
  type Consent,
  type RecordConsentRequest,
  type RecordConsentResponse,
} from '#contracts';
import { checkRegistration, isRegistered, type SmiRefusal } from '#domain';
import type { RpcCall } from '#messaging';
import { messageCodec, UnitOfWork, type WriteTx } from '#persistence';
import { isUuid } from '../paging/uuid.js';
import { refusalOf, SmiRules } from '../rules/smi-rules.js';
import { emitCaseChanged } from './case-events.js';
import { CaseRepository } from './case.repository.js';
import type { CaseRow } from './case.row.js';
import { afterConsent } from './case-transitions.js';
import { CaseViewMapper } from './case-view.mapper.js';
import { ConsentRepository } from './consent.repository.js';

const CODEC = messageCodec(RecordConsentResponseSchema);

/** Keeps a decision on taking part, and what follows from it: the first visit, or the question again in a year. */
@Injectable()
export class RecordConsentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseRepository,
    private readonly consents: ConsentRepository,
    private readonly views: CaseViewMapper,
    private readonly rules: SmiRules,
  ) {}

  async record(request: RecordConsentRequest, call: RpcCall): Promise<RecordConsentResponse> {
    const { caseId, consent } = request;
    if (consent === undefined) throw refusalOf([{ field: 'consent', code: 'FIELD.REQUIRED' }]);
    if (!isUuid(caseId)) throw new DomainError('COMMON.NOT_FOUND');
    return this.unitOfWork.write(call, (tx) => this.write(tx, caseId, consent), CODEC);
  }

  private async write(tx: WriteTx, caseId: string, consent: Consent): Promise<RecordConsentResponse> {
    const row = await this.cases.lock(tx, caseId);
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    assertInScope(tx.caller, row.org);
    if (!isRegistered(row.status)) throw new DomainError('SMI.CASE.CLOSED');
    const refusals = this.refusals(row, consent);
    if (refusals.length > 0) throw refusalOf(refusals);
    const after = this.afterConsent(row, consent);
    const at = this.rules.now();
    await this.consents.insert(tx, [consentRow(after)], at);
    await this.cases.update(tx, after, at);
    emitCaseChanged(tx, after);
    tx.audit({ action: 'consent.record', subjectKind: 'case', subjectId: row.id, org: row.org });
    return create(RecordConsentResponseSchema, { case: this.views.toCase(after, this.rules.today()) });
  }

  // The rules of registration judge a later decision too; their field names lie one level deeper.
  private refusals(row: CaseRow, consent: Consent): SmiRefusal[] {
    const registered = {
      diagnosis: row.diagnosis,
      reportType: row.report_type,
      secondaryDiagnosis: row.secondary_diagnosis,
      psychoticSymptoms: row.psychotic_symptoms,
      diagnosedOn: row.diagnosed_on,
      fileBuiltOn: row.file_built_on,
      article30: row.article30,
      consent,
    };
    const context = { today: this.rules.today(), birthDate: row.birth_date, policy: this.rules.policy };
    return checkRegistration(registered, context)
      .filter((refusal) => refusal.field.startsWith('consent.'))
      .map((refusal) => ({ ...refusal, field: refusal.field.slice('consent.'.length) }));
  }

  private afterConsent(row: CaseRow, consent: Consent): CaseRow {
    if (row.consent_on !== null && consent.signedOn < row.consent_on) {
      const errors = [{ field: 'signedOn', code: 'SMI.CASE.CONSENT_OUT_OF_ORDER' as const, rule: '2.6' }];
      throw new DomainError('SMI.CASE.CONSENT_OUT_OF_ORDER', { errors });
    }
    const decision = consent.decision === 'declined' ? 'declined' : 'agreed';
    return afterConsent(row, { decision, signedOn: consent.signedOn, signer: consent.signer }, this.rules);
  }
}

function consentRow(row: CaseRow) {
  return {
    id: v7(),
    county: row.county,
    case_id: row.id,
    org: row.org,
    decision: row.consent_decision ?? '',
    signed_on: row.consent_on ?? '',
    signer: row.consent_signer ?? '',
    reask_on: row.consent_reask_on,
  };
}
