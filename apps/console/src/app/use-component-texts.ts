import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { useLanguage } from '../texts/language.js';

/** The words of date pickers, tables and the like. */
export function useComponentTexts(): typeof zhCN {
  const language = useLanguage();
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  return language === 'en' ? enGB : zhCN;
}
