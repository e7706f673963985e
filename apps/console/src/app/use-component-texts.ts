import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useLanguage } from '../texts/language.js';

/** The words of the components' own: empty tables, dialogs and the like. */
export function useComponentTexts(): typeof zhCN {
  return useLanguage() === 'en' ? enGB : zhCN;
}
