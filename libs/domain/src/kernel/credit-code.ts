import { accepted, refused, type Checked, type RegistryCode } from './problem.js';

const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check character of the first 17 symbols (GB 32100; 31 wraps to 0). */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * SYMBOLS.indexOf(first17.charAt(index)), 0);
  return SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an organisation code's first 8 symbols (GB 11714). */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(first8.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Checks a unified social credit code, GB 32100—2015, and returns it in upper case (service-system.md C.3). */
export function checkCreditCode(value: unknown): Checked<string, RegistryCode> {
  if (typeof value !== 'string') return refused('REGISTRY.CREDIT_CODE.FORMAT');
  const code = value.trim().toUpperCase();
  if (code.length !== 18) return refused('REGISTRY.CREDIT_CODE.LENGTH');
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(code)) {
    return refused('REGISTRY.CREDIT_CODE.FORMAT');
  }
  if (creditCodeCheckCharacter(code) !== code.charAt(17)) return refused('REGISTRY.CREDIT_CODE.CHECK_CHARACTER');
  return accepted(code);
}

/** Whether positions 9–17 satisfy the organisation code's own check; from memory [M], so only a warning may follow. */
export function organisationPartAgrees(code: string): boolean {
  return organisationCheckCharacter(code.slice(8, 16)) === code.charAt(16);
}
