import { ageOn, type IsoDate } from './iso-date.js';

/** 王小明 → 王**, 阿·某某 → 阿*** (service-system.md G.4). A name's length stays visible, except after a dot: always three stars. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters[0];
  if (first === undefined) return '';
  if (/[·•・.]/u.test(name)) return `${first}***`;
  return first + '*'.repeat(Math.max(characters.length - 1, 1));
}

/** 990101199001010019 → 990***********0019, the same length. Short numbers (passports) keep less, at most half. */
export function maskIdNumber(value: string): string {
  const length = value.length;
  const [head, tail] = length >= 15 ? [3, 4] : length >= 8 ? [1, 2] : [1, 0];
  if (length <= 1) return '*'.repeat(length);
  return value.slice(0, head) + '*'.repeat(length - head - tail) + (tail === 0 ? '' : value.slice(-tail));
}

/** The form for public lists: 990101199001010019 → 990***************. */
export function maskIdNumberPublicly(value: string): string {
  const head = value.length >= 15 ? 3 : Math.min(value.length - 1, 1);
  return value.slice(0, Math.max(head, 0)) + '*'.repeat(value.length - Math.max(head, 0));
}

/** 13000000000 → 130****0000; 022-88188858 → 022-******58; short numbers are no personal data and stay. */
export function maskPhone(value: string): string {
  const digits = value.replace(/[\s()（）]/gu, '');
  if (/^1[3-9]\d{9}$/u.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(-?)(\d{7,8})(?:-\d{1,6})?$/u.exec(digits);
  if (landline) {
    const [, area = '', , local = ''] = landline;
    return `${area}-${'*'.repeat(local.length - 2)}${local.slice(-2)}`;
  }
  if (digits.length <= 5) return digits;
  return '*'.repeat(digits.length - 2) + digits.slice(-2);
}

/** Keeps the address down to the community and hides the rest; without a community everything after the township. */
export function maskAddress(address: string): string {
  const trimmed = address.trim();
  if (trimmed === '') return '';
  const kept = /^.*?(?:社区|居委会|村委会)/u.exec(trimmed) ?? /^.*?(?:街道|镇|乡)/u.exec(trimmed);
  return `${kept?.[0] ?? ''}***`;
}

/** The ten-year band of an age: "30-39"; under 10 "0-9"; from 90 on "90+". */
export function ageBand(birthDate: IsoDate, today: IsoDate): string {
  const lower = Math.max(Math.floor(ageOn(birthDate, today) / 10) * 10, 0);
  return lower >= 90 ? '90+' : `${lower}-${lower + 9}`;
}

/** a***@example.org; anything without an @ is hidden altogether. */
export function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 1 ? '***' : `${value.charAt(0)}***${value.slice(at)}`;
}

/** Masks ID numbers and telephone numbers inside free text before it is exported. */
export function maskFreeText(text: string): string {
  return text
    .replace(/(?<!\d)[1-9]\d{16}[\dXx](?![\dXx])/gu, (found) => maskIdNumber(found))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/gu, (found) => maskPhone(found))
    .replace(/(?<!\d)0(?:10|2\d|[3-9]\d{2})-?[2-9]\d{6,7}(?!\d)/gu, (found) => maskPhone(found));
}
