import { useCallback } from 'react';
import { useLanguage } from '../../texts/language.js';
import type { Indicator } from './figures.js';

/** Name of an indicator in the user's language. */
export function useIndicatorName(): (indicator: Pick<Indicator, 'nameZh' | 'nameEn'>) => string {
  const language = useLanguage();
  return useCallback(({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh), [language]);
}
