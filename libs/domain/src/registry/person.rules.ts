import { areaLevel, checkAreaCode } from '../kernel/area-code.js';
import { isCode, type CodeList } from '../kernel/code-list.js';
import { EDUCATION_LEVELS } from '../kernel/education.js';
import { ETHNIC_GROUPS } from '../kernel/ethnic-groups.js';
import { isIsoDate, type IsoDate } from '../kernel/iso-date.js';
import { EMPLOYMENT_GB, ID_TYPES, MARITAL_STATUSES, SEXES } from '../kernel/person-codes.js';
import { checkPhone } from '../kernel/phone.js';
import type { FieldCode, Refusal, RegistryCode } from '../kernel/problem.js';
import { checkResidentId, residentIdDisagreements } from '../kernel/resident-id.js';

/** A resident as it comes in; nothing is checked yet. Empty optional texts count as absent. */
export interface PersonDraft {
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly idType: string;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly residenceOrg: string;
  readonly registeredOrg?: string | undefined;
  readonly address?: string | undefined;
  readonly livingSince?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly education?: string | undefined;
  readonly maritalStatus?: string | undefined;
  readonly employment?: string | undefined;
}

/** The same in normal form: what is stored and searched. */
export interface PersonFacts {
  readonly name: string;
  readonly sex: string;
  readonly birthDate: IsoDate;
  readonly idType: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly residenceOrg: string;
  readonly registeredOrg: string | null;
  readonly address: string | null;
  readonly livingSince: IsoDate | null;
  readonly ethnicity: string | null;
  readonly education: string | null;
  readonly maritalStatus: string | null;
  readonly employment: string | null;
}

export type PersonRefusalCode =
  | FieldCode
  | RegistryCode
  | 'REGISTRY.PERSON.NAME_INVALID'
  | 'REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE'
  | 'REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY'
  | 'REGISTRY.PERSON.ID_REQUIRED'
  | 'REGISTRY.PERSON.ID_NOT_EXPECTED'
  | 'REGISTRY.PERSON.LIVING_SINCE_INVALID'
  | 'REGISTRY.ORG.NOT_A_COMMUNITY';

export interface PersonCheckOptions {
  readonly today: IsoDate;
  /** Province 99 is accepted. */
  readonly demo: boolean;
}

type Refusals = Refusal<PersonRefusalCode>[];

const EARLIEST_BIRTH = '1900-01-01';
const ADDRESS_LENGTH = 200;
// Letters of any script, the zero of Chinese dates, and what stands between the parts of a name.
const NAME = /^[\p{L}\p{M}〇·.'’\- ]{1,50}$/u;
// The block of the unified ideographs: none of them is composed or decomposed.
const PLAIN_HAN = /^[\u4e00-\u9fff]+$/u;
const BETWEEN_HAN = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;
const DOCUMENT = /^[A-Z0-9][A-Z0-9()/-]{3,39}$/u;

/** Checks a resident (service-system.md C.2, C.4, C.5) and returns the normal form with everything that is wrong. */
export function checkPerson(
  draft: PersonDraft,
  options: PersonCheckOptions,
): { readonly facts: PersonFacts; readonly refusals: Refusals } {
  const refusals: Refusals = [];
  const name = normaliseName(draft.name);
  if (name === '') refusals.push({ field: 'name', code: 'FIELD.REQUIRED' });
  else if (!NAME.test(name)) refusals.push({ field: 'name', code: 'REGISTRY.PERSON.NAME_INVALID' });
  requireCode(refusals, 'sex', SEXES, draft.sex);
  checkBirth(refusals, draft.birthDate, options.today);
  const facts: PersonFacts = {
    name,
    sex: draft.sex,
    birthDate: draft.birthDate,
    idType: draft.idType,
    idNumber: checkDocument(refusals, draft, options),
    phone: checkPhoneField(refusals, present(draft.phone)),
    residenceOrg: checkResidence(refusals, draft.residenceOrg, options),
    registeredOrg: checkRegistered(refusals, present(draft.registeredOrg), options),
    address: checkAddress(refusals, present(draft.address)),
    livingSince: checkLivingSince(refusals, draft, options.today),
    ethnicity: optionalCode(refusals, 'ethnicity', ETHNIC_GROUPS, draft.ethnicity),
    education: optionalCode(refusals, 'education', EDUCATION_LEVELS, draft.education),
    maritalStatus: optionalCode(refusals, 'maritalStatus', MARITAL_STATUSES, draft.maritalStatus),
    employment: optionalCode(refusals, 'employment', EMPLOYMENT_GB, draft.employment),
  };
  return { facts, refusals };
}

/** One spelling of a name: composed characters, one kind of dot, no blanks between Chinese characters. */
export function normaliseName(name: string): string {
  // Nearly every name is in normal form already.
  if (PLAIN_HAN.test(name)) return name;
  return name
    .normalize('NFC')
    .replace(/[•・‧∙]/gu, '·')
    .replace(/\s+/gu, ' ')
    .replace(BETWEEN_HAN, '')
    .trim();
}

/** One spelling of a document number: no blanks, upper case. */
export function normaliseDocument(value: string): string {
  return value.replace(/\s/gu, '').toUpperCase();
}

function present(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function requireCode(refusals: Refusals, field: string, list: CodeList, value: string): void {
  if (value === '') refusals.push({ field, code: 'FIELD.REQUIRED' });
  else if (!isCode(list, value)) refusals.push({ field, code: 'FIELD.CODE', rule: 'C.4' });
}

function optionalCode(refusals: Refusals, field: string, list: CodeList, value: string | undefined): string | null {
  const code = present(value);
  if (code !== null && !isCode(list, code)) refusals.push({ field, code: 'FIELD.CODE', rule: 'C.4' });
  return code;
}

function checkBirth(refusals: Refusals, birthDate: string, today: IsoDate): void {
  const field = 'birthDate';
  if (birthDate === '') refusals.push({ field, code: 'FIELD.REQUIRED' });
  else if (!isIsoDate(birthDate)) refusals.push({ field, code: 'FIELD.DATE' });
  else if (birthDate > today) refusals.push({ field, code: 'REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE' });
  else if (birthDate < EARLIEST_BIRTH) refusals.push({ field, code: 'REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY' });
}

function checkDocument(refusals: Refusals, draft: PersonDraft, options: PersonCheckOptions): string | null {
  const value = present(draft.idNumber);
  const number = value === null ? null : normaliseDocument(value);
  if (!isCode(ID_TYPES, draft.idType)) {
    refusals.push({ field: 'idType', code: draft.idType === '' ? 'FIELD.REQUIRED' : 'FIELD.CODE' });
    return number;
  }
  if (draft.idType === 'none') {
    if (number !== null) refusals.push({ field: 'idNumber', code: 'REGISTRY.PERSON.ID_NOT_EXPECTED' });
    return null;
  }
  if (number === null) refusals.push({ field: 'idNumber', code: 'REGISTRY.PERSON.ID_REQUIRED' });
  else if (draft.idType === 'resident_id') checkResident(refusals, number, draft, options);
  else if (!DOCUMENT.test(number)) refusals.push({ field: 'idNumber', code: 'REGISTRY.PERSON.ID_CHARACTERS' });
  return number;
}

// Rules 1 to 6 of C.2; the address part of the number says nothing about where the person lives.
function checkResident(refusals: Refusals, number: string, draft: PersonDraft, options: PersonCheckOptions): void {
  const id = checkResidentId(number, options);
  if (!id.ok) {
    refusals.push({ field: 'idNumber', code: id.code, rule: 'C.2' });
    return;
  }
  const form = { sex: draft.sex, birthDate: isIsoDate(draft.birthDate) ? draft.birthDate : null };
  for (const code of residentIdDisagreements(id.value, form)) {
    const field = code === 'REGISTRY.PERSON.ID_SEX_MISMATCH' ? 'sex' : 'birthDate';
    refusals.push({ field, code, rule: 'C.2' });
  }
}

function checkPhoneField(refusals: Refusals, value: string | null): string | null {
  if (value === null) return null;
  const phone = checkPhone(value);
  if (phone.ok) return phone.value.number;
  refusals.push({ field: 'phone', code: phone.code, rule: 'C.5' });
  return value;
}

function checkResidence(refusals: Refusals, code: string, options: PersonCheckOptions): string {
  const field = 'residenceOrg';
  const checked = checkAreaCode(code, options);
  if (code === '') refusals.push({ field, code: 'FIELD.REQUIRED' });
  else if (!checked.ok) refusals.push({ field, code: checked.code, rule: 'C.1' });
  else if (areaLevel(code) === 'county') refusals.push({ field, code: 'REGISTRY.ORG.NOT_A_COMMUNITY' });
  return code;
}

function checkRegistered(refusals: Refusals, code: string | null, options: PersonCheckOptions): string | null {
  if (code === null) return null;
  const checked = checkAreaCode(code, options);
  if (!checked.ok) refusals.push({ field: 'registeredOrg', code: checked.code, rule: 'C.1' });
  return code;
}

function checkAddress(refusals: Refusals, address: string | null): string | null {
  if (address === null) return null;
  if (address.length > ADDRESS_LENGTH) refusals.push({ field: 'address', code: 'FIELD.TOO_LONG' });
  else if (/\p{Cc}/u.test(address)) refusals.push({ field: 'address', code: 'FIELD.INVALID' });
  return address;
}

function checkLivingSince(refusals: Refusals, draft: PersonDraft, today: IsoDate): IsoDate | null {
  const since = present(draft.livingSince);
  if (since === null) return null;
  const field = 'livingSince';
  if (!isIsoDate(since)) refusals.push({ field, code: 'FIELD.DATE' });
  else if (since > today || (isIsoDate(draft.birthDate) && since < draft.birthDate)) {
    refusals.push({ field, code: 'REGISTRY.PERSON.LIVING_SINCE_INVALID' });
  }
  return since;
}
