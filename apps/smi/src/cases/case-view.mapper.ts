import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import type { CaseSchema } from '#contracts';
import { ageBand, maskName, maskPhone } from '#domain';
import { BusCipher, FieldCipher } from '#persistence';
import { ACTIVE_STATUSES, type CaseRow } from './case.row.js';

/** What the sealed column `guardian` holds. */
export interface GuardianSecret {
  name: string;
  phone?: string;
}

/** The place a guardian's ciphertext is bound to. */
export const guardianPlace = (caseId: string) => ({ table: 'smi_case', column: 'guardian', rowId: caseId });

/** Turns a stored case into what readers see: names and phones masked, ages as bands (service-system.md G.4). */
@Injectable()
export class CaseViewMapper {
  constructor(
    private readonly busCipher: BusCipher,
    private readonly fieldCipher: FieldCipher,
  ) {}

  toCase(row: CaseRow, today: string): MessageInitShape<typeof CaseSchema> {
    return {
      id: row.id,
      personId: row.person_id,
      personName: this.maskedName(row),
      sex: row.sex,
      ...given({ ageBand: row.birth_date === null ? null : ageBand(row.birth_date, today) }),
      org: row.org,
      caseNo: row.case_no,
      diagnosis: row.diagnosis,
      diagnosisGroup: row.diagnosis_group,
      reportType: row.report_type,
      diagnosedOn: row.diagnosed_on,
      fileBuiltOn: row.file_built_on,
      ...given({ firstOnset: row.first_onset, firstTreated: row.first_treated }),
      ...given({ guardian: this.guardianOf(row), consent: consentOf(row), consentReaskOn: row.consent_reask_on }),
      article30: row.article30,
      status: row.status,
      ...given({ stability: row.stability, riskLevel: row.risk_level }),
      ...given({ lastVisitOn: row.last_visit_on, nextDueOn: row.next_due_on }),
      openActions: openActionsOf(row),
      overdue: isOverdue(row, today),
      inRehabilitation: row.in_rehabilitation,
      guardianshipGroup: row.guardianship_group,
      ...given({ deathDate: row.death_date ?? row.person_died_on, residenceOrg: row.residence_org }),
      version: row.version,
    };
  }

  /** 王小明 → 王**; empty while the registry's event about the person is still on its way. */
  maskedName(row: Pick<CaseRow, 'sealed_name' | 'person_id'>): string {
    return row.sealed_name === '' ? '' : maskName(this.busCipher.open(row.sealed_name, row.person_id));
  }

  private guardianOf(row: CaseRow) {
    if (row.guardian === null) return null;
    const secret = JSON.parse(this.fieldCipher.open(row.guardian, guardianPlace(row.id))) as GuardianSecret;
    return {
      name: maskName(secret.name),
      relation: row.guardian_relation ?? '',
      ...(secret.phone === undefined ? {} : { phone: maskPhone(secret.phone) }),
    };
  }
}

/** Past its date while somebody is still responsible. */
export function isOverdue(row: Pick<CaseRow, 'status' | 'next_due_on'>, today: string): boolean {
  return ACTIVE_STATUSES.includes(row.status) && row.next_due_on !== null && row.next_due_on < today;
}

// A death the registry knows of leaves the file to be closed here.
function openActionsOf(row: CaseRow): string[] {
  const close = row.person_died_on !== null && ACTIVE_STATUSES.includes(row.status);
  return close && !row.open_actions.includes('close_file') ? [...row.open_actions, 'close_file'] : row.open_actions;
}

function consentOf(row: CaseRow) {
  if (row.consent_decision === null) return null;
  return { decision: row.consent_decision, signedOn: row.consent_on ?? '', signer: row.consent_signer ?? '' };
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what is null, as proto fields without a value are. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
