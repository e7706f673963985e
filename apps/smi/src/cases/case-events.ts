import type { MessageInitShape } from '@bufbuild/protobuf';
import { CaseChangedSchema } from '#contracts';
import type { WriteTx } from '#persistence';
import { given } from './case-view.mapper.js';
import type { CaseRow } from './case.row.js';

/** Hands the whole new state of a case to the outbox. */
export function emitCaseChanged(tx: WriteTx, row: CaseRow): void {
  tx.emit(CaseChangedSchema, caseMessage(row), { aggregateId: row.id, aggregateVersion: row.version });
}

/** The whole state of a case as events carry it. */
export function caseMessage(row: CaseRow): MessageInitShape<typeof CaseChangedSchema> {
  return {
    caseId: row.id,
    version: row.version,
    personId: row.person_id,
    org: row.org,
    caseNo: row.case_no,
    diagnosis: row.diagnosis,
    diagnosisGroup: row.diagnosis_group,
    reportType: row.report_type,
    diagnosedOn: row.diagnosed_on,
    fileBuiltOn: row.file_built_on,
    status: row.status,
    ...given({ consentDecision: row.consent_decision, consentOn: row.consent_on }),
    article30: row.article30,
    ...given({ stability: row.stability, riskLevel: row.risk_level, nextDueOn: row.next_due_on }),
    ...given({ deathDate: row.death_date, lostOn: row.lost_on, closedOn: row.closed_on }),
    inRehabilitation: row.in_rehabilitation,
    guardianshipGroup: row.guardianship_group,
    exams: row.exams,
    sealedName: row.sealed_name,
    ...given({ firstOnset: row.first_onset, firstTreated: row.first_treated }),
  };
}
