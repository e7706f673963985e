import { DIAGNOSES } from '#domain';
import type { Language } from '../../../texts/language.js';

/** The name of a diagnosis group; nothing for a code that is none of them. */
export function diagnosisName(group: string, language: Language): string {
  const found = DIAGNOSES.find((one) => one.group === group);
  return (language === 'en' ? found?.en : found?.zh) ?? '';
}
