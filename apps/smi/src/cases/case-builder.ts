import { createHash } from 'node:crypto';
import { toBinary } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { CaseInputSchema, type CaseInput } from '#contracts';
import {
  checkAreaCode,
  checkPhone,
  checkRegistration,
  countyOf,
  diagnosisGroup,
  normaliseIcd10,
  type SmiRefusal,
} from '#domain';
import { BusCipher, FieldCipher } from '#persistence';
import { NameIndex } from '../persons/name-index.js';
import type { KnownPerson } from '../persons/person-copy.repository.js';
import { SmiRules } from '../rules/smi-rules.js';
import type { CaseRow } from './case.row.js';
import type { CaseTokens, NewCase } from './case.repository.js';
import { startColumns, type CaseStart } from './case-start.js';
import { guardianPlace, type GuardianSecret } from './case-view.mapper.js';

const CASE_NO = /^[0-9A-Za-z][0-9A-Za-z-]{0,29}$/;

/** From the report card to the row of a new case. One by one or from a file, it is judged the same. */
@Injectable()
export class CaseBuilder {
  constructor(
    private readonly rules: SmiRules,
    private readonly busCipher: BusCipher,
    private readonly fieldCipher: FieldCipher,
    private readonly names: NameIndex,
  ) {}

  refusals(input: CaseInput, person: KnownPerson | undefined): readonly SmiRefusal[] {
    const birthDate = person?.profile.birthDate ?? null;
    const context = { today: this.rules.today(), birthDate, policy: this.rules.policy };
    return [...formProblems(input, this.rules.demo), ...checkRegistration(input, context)];
  }

  build(input: CaseInput, person: KnownPerson | undefined): NewCase {
    const id = v7();
    const secret = guardianSecret(input);
    const guardian = secret === null ? null : this.fieldCipher.seal(JSON.stringify(secret), guardianPlace(id));
    return {
      id,
      county: countyOf(input.org),
      org: input.org,
      person_id: input.personId,
      case_no: input.caseNo,
      diagnosis: normaliseIcd10(input.diagnosis),
      diagnosis_group: diagnosisGroup(input, this.rules.policy) ?? '99',
      secondary_diagnosis: input.secondaryDiagnosis ?? null,
      psychotic_symptoms: input.psychoticSymptoms ?? null,
      report_type: input.reportType,
      diagnosed_on: input.diagnosedOn,
      file_built_on: input.fileBuiltOn,
      first_onset: input.firstOnset ?? null,
      first_treated: input.firstTreated ?? null,
      guardian_relation: input.guardian?.relation ?? null,
      guardian,
      article30: input.article30,
      in_rehabilitation: input.inRehabilitation ?? false,
      guardianship_group: input.guardianshipGroup ?? false,
      exams: [],
      ...this.personColumns(person),
      ...startColumns(startOf(input, person), this.rules),
      content_digest: `\\x${registrationDigest(input)}`,
      version: 1,
    };
  }

  tokensOf(row: CaseRow, person: KnownPerson | undefined): CaseTokens[] {
    if (person === undefined) return [];
    return [{ case_id: row.id, county: row.county, org: row.org, tokens: this.names.tokensOf(person.profile.name) }];
  }

  // Nothing of a person whose event is still on its way; the projector fills it in when it arrives.
  private personColumns(person: KnownPerson | undefined) {
    return {
      sealed_name: person === undefined ? '' : this.busCipher.seal(person.profile.name, person.personId),
      sex: person?.profile.sex ?? '0',
      birth_date: person?.profile.birthDate ?? null,
      residence_org: person?.residenceOrg ?? null,
      person_died_on: person?.profile.deathDate ?? null,
    };
  }
}

function startOf(input: CaseInput, person: KnownPerson | undefined): CaseStart {
  const { consent, fileBuiltOn, article30 } = input;
  const decision = consent?.decision === 'declined' ? 'declined' : 'agreed';
  return {
    fileBuiltOn,
    birthDate: person?.profile.birthDate ?? null,
    article30,
    consent: consent === undefined ? null : { decision, signedOn: consent.signedOn, signer: consent.signer },
  };
}

/** What makes two registrations the same: every field of the card. */
export function registrationDigest(input: CaseInput): string {
  return createHash('sha256').update(toBinary(CaseInputSchema, input)).digest('hex');
}

function guardianSecret(input: CaseInput): GuardianSecret | null {
  if (input.guardian === undefined) return null;
  const { name, phone } = input.guardian;
  return phone === undefined ? { name } : { name, phone };
}

/** Form of what the rules of registration do not look at. */
function formProblems(input: CaseInput, demo: boolean): SmiRefusal[] {
  const { guardian } = input;
  const problems: (SmiRefusal | false)[] = [
    !CASE_NO.test(input.caseNo) && { field: 'caseNo', code: 'FIELD.INVALID' },
    !checkAreaCode(input.org, { demo }).ok && { field: 'org', code: 'FIELD.INVALID' },
    guardian !== undefined && !isName(guardian.name) && { field: 'guardian.name', code: 'FIELD.INVALID' },
    guardian !== undefined &&
      !/^[0-8]\d?$/.test(guardian.relation) && { field: 'guardian.relation', code: 'FIELD.CODE' },
    guardian?.phone !== undefined &&
      !checkPhone(guardian.phone).ok && { field: 'guardian.phone', code: 'FIELD.INVALID' },
  ];
  return problems.filter((problem) => problem !== false);
}

const isName = (name: string): boolean => name.trim() !== '' && Array.from(name).length <= 20;
