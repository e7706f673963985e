import { COMMON_PASSWORDS } from './common-passwords.js';

const LONG_ENOUGH = 12;
const SHORTEST = 8;
const LONGEST = 64;
const KINDS_WHEN_SHORT = 4;

/** How many earlier passwords may not come back (service-system.md G.3). */
export const REMEMBERED_PASSWORDS = 5;

/** A password has to be changed after this many days (service-system.md G.3). */
export const PASSWORD_DAYS = 90;

/** Why a new password may not be used. */
export type PasswordRefusal =
  | 'IDENTITY.PASSWORD.TOO_LONG'
  | 'IDENTITY.PASSWORD.IS_USERNAME'
  | 'IDENTITY.PASSWORD.WEAK'
  | 'IDENTITY.PASSWORD.COMMON';

/** What a new password has to be, each by itself, for a form that ticks them off while somebody types. */
export interface PasswordChecks {
  /** At least 12 characters, or at least 8 with upper and lower case letters, digits and symbols. */
  readonly strong: boolean;
  /** At most 64 characters. */
  readonly notTooLong: boolean;
  readonly notUsername: boolean;
  /** Not on the list, not a repetition, not a run of the keyboard. */
  readonly notCommon: boolean;
}

/** Each demand on a new password by itself (service-system.md G.3, 8.1.4.1 a). */
export function passwordChecks(password: string, username: string): PasswordChecks {
  const length = Array.from(password).length;
  const folded = password.normalize('NFKC').toLowerCase();
  return {
    strong: length >= LONG_ENOUGH || (length >= SHORTEST && kinds(password) >= KINDS_WHEN_SHORT),
    notTooLong: length <= LONGEST,
    notUsername: folded !== username.toLowerCase(),
    notCommon: !isCommon(folded),
  };
}

/** The refusal of a new password, null when it may be used (service-system.md G.3, 8.1.4.1 a). */
export function refuseWeakPassword(password: string, username: string): PasswordRefusal | null {
  const checks = passwordChecks(password, username);
  if (!checks.notTooLong) return 'IDENTITY.PASSWORD.TOO_LONG';
  if (!checks.notUsername) return 'IDENTITY.PASSWORD.IS_USERNAME';
  if (!checks.strong) return 'IDENTITY.PASSWORD.WEAK';
  return checks.notCommon ? null : 'IDENTITY.PASSWORD.COMMON';
}

/** Of upper case, lower case, digits and everything else. */
function kinds(password: string): number {
  const found = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
  return found.filter((kind) => kind.test(password)).length;
}

/** On the list as it stands, or made of one character or a short piece repeated, or of a keyboard or digit run. */
function isCommon(folded: string): boolean {
  if (COMMON_PASSWORDS.has(folded) || COMMON_SPELLINGS.has(unleet(folded))) return true;
  return isRepetition(folded) || RUNS.some((run) => run.includes(folded));
}

function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some(
    (size) => text.length > size && text.startsWith(text.slice(0, size).repeat(Math.floor(text.length / size))),
  );
}

function unleet(text: string): string {
  return text.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/3/g, 'e').replace(/!/g, 'i');
}

const RUNS = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** The list with digits and signs read as the letters they stand for, as `unleet` reads what is typed. */
const COMMON_SPELLINGS: ReadonlySet<string> = new Set([...COMMON_PASSWORDS].map(unleet));
