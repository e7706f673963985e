/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'datetime' | 'time';

const DAY_SECONDS = 86_400;

/** Built-in formats (ECMA-376 18.8.30 with the Chinese ones). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const BUILT_IN_TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** What a number format shows: by its built-in id, else by the letters of its code outside quotes and brackets. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (BUILT_IN_DATES.has(id)) return 'date';
    if (id === 22) return 'datetime';
    return BUILT_IN_TIMES.has(id) ? 'time' : 'number';
  }
  const letters = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .replace(/am\/pm|a\/p|上午\/下午/giu, 'h');
  if (/general|[0#?]/iu.test(letters.replace(/[.,]0+/gu, '')) && !/[ydhs]/iu.test(letters)) return 'number';
  const hasDay = /[yd]/iu.test(letters) || (/m/iu.test(letters) && !/[hs]/iu.test(letters));
  const hasTime = /[hs]/iu.test(letters);
  if (hasDay) return hasTime ? 'datetime' : 'date';
  return hasTime ? 'time' : 'number';
}

/** A stored number as text: dates as YYYY-MM-DD, numbers plain with at most 15 significant digits, as Excel shows them. */
export function numberText(stored: string, kind: NumberKind, date1904: boolean): string {
  // Nearly all cells: whole numbers that are exact.
  if (kind === 'number' && /^-?\d{1,15}$/u.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (kind === 'number') return plainNumber(value);
  return serialText(value, kind, date1904);
}

/** A number without exponent and without the noise of binary fractions. */
export function plainNumber(value: number): string {
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('-', '').replace('.', '');
  const sign = value < 0 ? '-' : '';
  const point = exponent + 1;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/u, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return text === '0' ? '0' : sign + text;
}

/** A date serial: days since 1899-12-30 (1904-01-01), with the non-existing 1900-02-29 that spreadsheets count. */
function serialText(serial: number, kind: NumberKind, date1904: boolean): string {
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const time = timeText(seconds - days * DAY_SECONDS);
  if (kind === 'time' && days < 1) return time;
  if (serial < 0 || days > 2_958_465) return plainNumber(serial);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  return time === '00:00:00' || kind === 'date' ? date : `${date} ${time}`;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
