import { isProvince } from './area-code.js';
import { isIsoDate, type IsoDate } from './iso-date.js';
import { accepted, refused, type Checked, type RegistryCode } from './problem.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Options of {@link checkResidentId}. */
export interface ResidentIdOptions {
  readonly today: IsoDate;
  /** Admit province 99; only in demonstrations and tests. Default false. */
  readonly demo?: boolean;
  /** Births before this day are refused. Default 1900-01-01. */
  readonly earliestBirth?: IsoDate;
}

/** What a good resident identity number says. It never says where the person lives (service-system.md C.2). */
export interface ResidentId {
  /** The 18 characters with an upper-case X. */
  readonly number: string;
  readonly birthDate: IsoDate;
  /** GB/T 2261.1: "1" male, "2" female. */
  readonly sex: '1' | '2';
}

/** Upper-case, without blanks. */
export function normaliseResidentId(value: string): string {
  return value.replace(/\s/gu, '').toUpperCase();
}

/** The check character of the first 17 digits (GB 11643). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Checks a resident identity number, GB 11643—1999 (service-system.md C.2). */
export function checkResidentId(value: unknown, options: ResidentIdOptions): Checked<ResidentId, RegistryCode> {
  if (typeof value !== 'string') return refused('REGISTRY.PERSON.ID_CHARACTERS');
  const number = normaliseResidentId(value);
  if (number.length !== 18) return refused('REGISTRY.PERSON.ID_LENGTH');
  if (!/^[1-9]\d{16}[\dX]$/u.test(number)) return refused('REGISTRY.PERSON.ID_CHARACTERS');
  if (!isProvince(number, options)) return refused('REGISTRY.PERSON.ID_PROVINCE');
  const birthDate = birthDateIn(number);
  if (!isIsoDate(birthDate)) return refused('REGISTRY.PERSON.ID_BIRTH_DATE');
  if (birthDate > options.today) return refused('REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE');
  if (birthDate < (options.earliestBirth ?? '1900-01-01')) return refused('REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY');
  if (residentIdCheckCharacter(number) !== number.charAt(17)) return refused('REGISTRY.PERSON.ID_CHECKSUM');
  return accepted({ number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? '1' : '2' });
}

/** The 18-character form of an old 15-digit number, for matching only; null when it is not one. */
export function fromFifteenDigits(value: string): string | null {
  if (!/^[1-9]\d{14}$/u.test(value)) return null;
  const first17 = `${value.slice(0, 6)}19${value.slice(6)}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** Whether the form's sex and birth date agree with the number; unknown sexes ("0", "9") cannot disagree. */
export function residentIdDisagreements(
  id: ResidentId,
  form: { readonly sex?: string | null; readonly birthDate?: IsoDate | null },
): readonly RegistryCode[] {
  const sexDisagrees = (form.sex === '1' || form.sex === '2') && form.sex !== id.sex;
  const birthDisagrees = typeof form.birthDate === 'string' && form.birthDate !== id.birthDate;
  return [
    ...(sexDisagrees ? (['REGISTRY.PERSON.ID_SEX_MISMATCH'] as const) : []),
    ...(birthDisagrees ? (['REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH'] as const) : []),
  ];
}

function birthDateIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}
