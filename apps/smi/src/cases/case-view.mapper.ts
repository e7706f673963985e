import type { MessageInitShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import type { CaseSchema, GuardianSchema, OpenActionSchema, RuleStateSchema } from '#contracts';
import { ageBand, dueOfAction, maskName, maskPhone } from '#domain';
import { BusCipher, FieldCipher } from '#persistence';
import { dutiesOf } from './case-transitions.js';
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

  /** The case with what a client needs to compute beside a form. */
  toCase(row: CaseRow, today: string): MessageInitShape<typeof CaseSchema> {
    return { ...this.fieldsOf(row, today), ruleState: ruleStateOf(row) };
  }

  /** As an entry of a list. */
  toListed(row: CaseRow, today: string): MessageInitShape<typeof CaseSchema> {
    return this.fieldsOf(row, today);
  }

  private fieldsOf(row: CaseRow, today: string) {
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
      openActionDetails: openActionDetailsOf(row),
    };
  }

  /** For who may look it up; `null` when none is known. */
  clearGuardian(row: CaseRow): MessageInitShape<typeof GuardianSchema> | null {
    const secret = this.guardianSecret(row);
    return secret === null ? null : { ...secret, relation: row.guardian_relation ?? '' };
  }

  /** 王小明 → 王**; empty while the registry's event about the person is still on its way. */
  maskedName(row: Pick<CaseRow, 'sealed_name' | 'person_id'>): string {
    return row.sealed_name === '' ? '' : maskName(this.busCipher.open(row.sealed_name, row.person_id));
  }

  private guardianOf(row: CaseRow) {
    const secret = this.guardianSecret(row);
    if (secret === null) return null;
    return {
      name: maskName(secret.name),
      relation: row.guardian_relation ?? '',
      ...(secret.phone === undefined ? {} : { phone: maskPhone(secret.phone) }),
    };
  }

  private guardianSecret(row: CaseRow): GuardianSecret | null {
    if (row.guardian === null) return null;
    return JSON.parse(this.fieldCipher.open(row.guardian, guardianPlace(row.id))) as GuardianSecret;
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

/** Actions, then the dated checks that are none of them; only what somebody has to answer, not how the case goes on. */
function openActionDetailsOf(row: CaseRow): MessageInitShape<typeof OpenActionSchema>[] {
  const duties = dutiesOf(row);
  const actions = openActionsOf(row).map((action) => {
    const known = row.open_actions.includes(action);
    const since = (known ? duties.since : row.person_died_on) ?? '';
    return { action, since, ...given({ dueOn: known ? dueOfAction(action, duties, row.next_due_on) : since }) };
  });
  const checks = duties.checks.filter(({ kind }) => !row.open_actions.includes(kind));
  const since = duties.since ?? row.last_visit_on ?? row.file_built_on;
  return [...actions, ...checks.map(({ kind, dueOn }) => ({ action: kind, since: min(since, dueOn), dueOn }))];
}

const min = (a: string, b: string): string => (a < b ? a : b);

/** What the rules of follow-up know of a case, for who computes while a form is filled in. Never the birth date. */
export function ruleStateOf(row: CaseRow): MessageInitShape<typeof RuleStateSchema> {
  return {
    step: row.step,
    failedAttempts: row.failed_attempts,
    confinementSeen: row.confinement_seen,
    offenceSeen: row.offence_seen,
    jointVisitFactors: row.joint_visit_factors,
    article30Reviewed: row.article30_reviewed,
    status: row.status,
    ...given({ stability: row.stability, riskLevel: row.risk_level, lastVisitOn: row.last_visit_on }),
    ...given({ nextDueOn: row.next_due_on, lostOn: row.lost_on, consentDecision: row.consent_decision }),
  };
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
