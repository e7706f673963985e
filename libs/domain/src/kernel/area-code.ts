import { accepted, refused, type Checked, type RegistryCode } from './problem.js';

/** A 12-digit statistical division code, always with its trailing zero groups (service-system.md C.1). */
export type AreaCode = string;

/** A division code cut after its last group that is not all zeros: 2, 4, 6, 9 or 12 digits; "" is the whole country. */
export type AreaPrefix = string;

/** What a division code names. */
export type AreaLevel = 'country' | 'province' | 'city' | 'county' | 'township' | 'village';

/** The reserved province of demonstrations and tests, which no real person or place can have. */
export const DEMO_PROVINCE = '99';

/** Where the groups 2-2-2-3-3 end. */
const GROUP_ENDS = [2, 4, 6, 9, 12] as const;
const LEVEL_BY_LENGTH: Readonly<Record<number, AreaLevel>> = {
  0: 'country',
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
};
const PROVINCES: ReadonlySet<string> = new Set(
  [
    ['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43'],
    ['44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82'],
  ].flat(),
);

/** Options of the code checks. */
export interface AreaCheckOptions {
  /** Admit province 99; only in demonstrations and tests. Default false. */
  readonly demo?: boolean;
}

/** Whether the first two digits name a province; 99 only in demo mode. */
export function isProvince(code: string, options: AreaCheckOptions = {}): boolean {
  const province = code.slice(0, 2);
  return PROVINCES.has(province) || (options.demo === true && province === DEMO_PROVINCE);
}

/** Checks the form of a 12-digit code of a county, township or village (service-system.md C.1). */
export function checkAreaCode(value: unknown, options: AreaCheckOptions = {}): Checked<AreaCode, RegistryCode> {
  if (typeof value !== 'string' || !/^[1-9]\d{11}$/u.test(value)) return refused('REGISTRY.ORG.CODE_INVALID');
  if (!isProvince(value, options)) return refused('REGISTRY.ORG.PROVINCE_NOT_ALLOWED');
  const township = Number(value.slice(6, 9));
  const village = Number(value.slice(9));
  if (township > 599 || (township === 0 && village > 0)) return refused('REGISTRY.ORG.CODE_INVALID');
  if (village > 399) return refused('REGISTRY.ORG.CODE_INVALID');
  return accepted(value);
}

/** Whether a value is a 12-digit code in good form. */
export function isAreaCode(value: unknown, options: AreaCheckOptions = {}): value is AreaCode {
  return checkAreaCode(value, options).ok;
}

/** Whether a value can stand in a query as an area: 2, 4, 6, 9 or 12 digits of a known province. */
export function isAreaPrefix(value: unknown, options: AreaCheckOptions = {}): value is AreaPrefix {
  return (
    typeof value === 'string' &&
    /^[1-9]\d+$/u.test(value) &&
    LEVEL_BY_LENGTH[value.length] !== undefined &&
    isProvince(value, options)
  );
}

/**
 * Cuts trailing zero groups by 2-2-2-3-3, the form scopes are compared in (service-system.md C.1). Single zeros stay:
 * 330110000000 → 330110, never 33011, which would also match 330111.
 */
export function normaliseScope(code: string): AreaPrefix {
  let end: number = code.length;
  for (let index = GROUP_ENDS.length - 1; index >= 0; index -= 1) {
    const groupEnd = GROUP_ENDS[index] ?? 0;
    const groupStart = GROUP_ENDS[index - 1] ?? 0;
    if (groupEnd !== end) continue;
    if (!/^0+$/u.test(code.slice(groupStart, groupEnd))) break;
    end = groupStart;
  }
  return code.slice(0, end);
}

/** Whether an area lies in one of the scopes. Scopes may be full codes or prefixes; "" admits everything. */
export function inScope(scopes: readonly string[], code: string): boolean {
  return scopes.some((scope) => code.startsWith(normaliseScope(scope)));
}

/** The level of a code or prefix. */
export function areaLevel(code: string): AreaLevel {
  return LEVEL_BY_LENGTH[normaliseScope(code).length] ?? 'village';
}

/** The 12-digit code of the division above; null above a county, where this platform ends. */
export function parentArea(code: AreaCode): AreaCode | null {
  const level = areaLevel(code);
  if (level === 'village') return `${code.slice(0, 9)}000`;
  return level === 'township' ? `${code.slice(0, 6)}000000` : null;
}

/** The county (6 digits) a code lies in; part of the key of every large table. */
export function countyOf(code: AreaCode): string {
  return code.slice(0, 6);
}

/** The 12-digit code of the township a village or township code lies in; null for a county. */
export function townshipOf(code: AreaCode): AreaCode | null {
  return code.slice(6, 9) === '000' ? null : `${code.slice(0, 9)}000`;
}

/** Fills a prefix with zeros to the 12-digit code of its row. */
export function toAreaCode(prefix: AreaPrefix): AreaCode {
  return prefix.padEnd(12, '0');
}
