import { accepted, refused, type Checked, type RegistryCode } from './problem.js';

/** What a telephone number is (service-system.md C.5). */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'short';

/** A telephone number in its normal form. */
export interface Phone {
  /** Digits only; a landline's extension follows after "-". */
  readonly number: string;
  readonly kind: PhoneKind;
}

const MOBILE = /^1[3-9]\d{9}$/u;
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u;
const SERVICE = /^[48]00\d{7}$/u;
const SHORT: ReadonlySet<string> = new Set('12356 12320 12338 12355 12345 110 119 120 122'.split(' '));
const EXTENSION = /^(.*?)(?:转|-)(\d{1,6})$/u;

/** Removes blanks, hyphens, brackets and +86/0086; keeps nothing else in place of them. */
export function normalisePhone(value: string): string {
  return value.replace(/[\s\-()（）－]/gu, '').replace(/^(?:\+86|0086)/u, '');
}

/** Checks a telephone number and returns its normal form (service-system.md C.5). */
export function checkPhone(value: unknown): Checked<Phone, RegistryCode> {
  if (typeof value !== 'string' || value.length > 40) return refused('REGISTRY.PERSON.PHONE_INVALID');
  const number = normalisePhone(value);
  const kind = kindOf(number);
  if (kind !== null) return accepted({ number, kind });
  const [, main, extension] = EXTENSION.exec(value.trim()) ?? [];
  if (main !== undefined && extension !== undefined && LANDLINE.test(normalisePhone(main))) {
    return accepted({ number: `${normalisePhone(main)}-${extension}`, kind: 'landline' });
  }
  return refused('REGISTRY.PERSON.PHONE_INVALID');
}

function kindOf(number: string): PhoneKind | null {
  if (MOBILE.test(number)) return 'mobile';
  if (LANDLINE.test(number)) return 'landline';
  if (SERVICE.test(number)) return 'service';
  return SHORT.has(number) ? 'short' : null;
}
