const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FORMS = [/^(\d{4})(\d{2})(\d{2})$/, /^(\d{4})\s*[-/.。年]\s*(\d{1,2})\s*[-/.。月]\s*(\d{1,2})\s*日?$/] as const;

/** The day a text means, as `2026-11-23`: digits alone, or year, month and day in this order; undefined when it means none. */
export function dayOfText(text: string): string | undefined {
  // Wide digits come from a Chinese keyboard.
  const plain = text.normalize('NFKC').trim();
  for (const form of FORMS) {
    const [, year = '', month = '', day = ''] = form.exec(plain) ?? [];
    const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    if (isDay(written)) return written;
  }
  return undefined;
}

/**
 * Whether a text is a day there is, `2026-11-23`. Not the domain's check: with it came all of the domain's tables, before any
 * page of indicators could be shown.
 */
export function isDay(written: string): boolean {
  if (!DAY.test(written)) return false;
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
}
