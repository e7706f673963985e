import { useLanguage, type Language } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import { useFormat } from '../format.js';
import { readPeriod } from './periods.js';

/** Names a period as people say it: `2026年第1季度`, `Q1 2026`. */
export function usePeriodName(): (text: string) => string {
  const t = useTexts('shared');
  const format = useFormat();
  const language = useLanguage();
  return (text) => {
    const period = readPeriod(text);
    if (period === undefined) return text;
    if (period.kind === 'range') {
      return t('period.named.range', { from: format.day(period.from), to: format.day(period.to) });
    }
    if (period.kind === 'month') return monthName(period.year, period.part, language);
    return t(`period.named.${period.kind}`, { year: String(period.year), part: String(period.part) });
  };
}

/** `2026年3月`, `Mar 2026`; without a year `3月`, `March`. */
export function monthName(year: number | undefined, month: number, language: Language): string {
  const form = new Intl.DateTimeFormat(language, {
    ...(year === undefined ? {} : { year: 'numeric' }),
    month: language === 'en' && year === undefined ? 'long' : 'short',
    timeZone: 'UTC',
  });
  return form.format(new Date(Date.UTC(year ?? 2000, month - 1, 1)));
}
