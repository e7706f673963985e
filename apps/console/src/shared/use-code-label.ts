import { useCallback } from 'react';
import { labelOf, type CodeList } from '#domain';
import { useLanguage } from '../texts/language.js';

/** Texts of the code tables in the user's language: `const labelOf = useCodeLabel(); labelOf(RISK_LEVELS, 3)`. */
export function useCodeLabel(): (list: CodeList, code: string | number) => string {
  const language = useLanguage();
  return useCallback((list, code) => labelOf(list, code, language === 'en' ? 'en' : 'zh') ?? String(code), [language]);
}
