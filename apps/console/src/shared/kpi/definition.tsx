import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import { useFormat } from '../format.js';
import styles from './definition.module.css';
import type { Indicator } from './figures.js';

/** What an indicator counts, and on which grounds. */
export function Definition({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts('shared');
  const format = useFormat();
  // Chosen here, not by `definitionIn` of the domain: it would bring every rule of it to the dashboard, 28 KiB.
  const isEnglish = useLanguage() === 'en';
  const { formula, formulaEn, source, sourceEn, clause, clauseEn } = indicator;
  const { evidence, version, effectiveFrom, better } = indicator;
  return (
    <dl className={styles['list']}>
      <dt>{t('definition.formula')}</dt>
      <dd>{isEnglish ? formulaEn : formula}</dd>
      <dt>{t('definition.source')}</dt>
      <dd>
        {isEnglish && sourceEn !== source && <>{sourceEn} · </>}
        {/* Who looks the document up needs its own name. */}
        <span lang="zh-CN">{source}</span>
      </dd>
      <dt>{t('definition.clause')}</dt>
      <dd>{isEnglish ? clauseEn : clause}</dd>
      <dt>{t('definition.evidence')}</dt>
      <dd>{t(`definition.evidence.${evidence as 'C'}`)}</dd>
      <dt>{t('definition.better')}</dt>
      <dd>{t(`definition.better.${better}`)}</dd>
      <dt>{t('definition.version')}</dt>
      <dd>{t('definition.versionSince', { version: String(version), day: format.day(effectiveFrom) })}</dd>
    </dl>
  );
}
