const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

/** Where digits stand together, blanks and hyphens between them passed over: 18 or 15 of an ID, 11 of a mobile, a landline. */
const NUMBERS = [
  /(?<!\d)\d{17}[\dxX](?![\da-z])/u,
  /(?<!\d)\d{15}(?!\d)/u,
  /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}(?!\d)/u,
];

/**
 * Whether a value, at any depth, holds what looks like an ID number or a telephone number (service-system.md G.4). Area
 * codes, dates and UUIDs do not. For places where personal data have no business, such as saved filters.
 */
export function holdsPersonalNumber(value: unknown): boolean {
  if (typeof value === 'string') return textHolds(value);
  if (typeof value === 'number' || typeof value === 'bigint') return textHolds(String(value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => textHolds(name) || holdsPersonalNumber(member));
}

function textHolds(text: string): boolean {
  const bare = text
    .normalize('NFKC')
    .replace(UUID, ' ; ')
    .replace(/[\s()+-]/gu, '');
  return NUMBERS.some((number) => number.test(bare));
}
