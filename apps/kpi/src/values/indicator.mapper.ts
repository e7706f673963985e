import type { MessageInitShape } from '@bufbuild/protobuf';
import type { IndicatorSchema } from '#contracts';
import { SMI_INDICATORS } from '#domain';

/** The published definitions. */
export function indicatorList(): MessageInitShape<typeof IndicatorSchema>[] {
  return SMI_INDICATORS.map((entry) => ({
    id: entry.id,
    nameZh: entry.nameZh,
    nameEn: entry.nameEn,
    unit: entry.unit,
    subject: entry.subject,
    source: entry.source,
    sourceEn: entry.sourceEn,
    clause: entry.clause,
    clauseEn: entry.clauseEn,
    ruleId: entry.ruleId,
    formula: entry.formula,
    formulaEn: entry.formulaEn,
    better: entry.better,
    effectiveFrom: entry.effectiveFrom,
    version: entry.version,
    evidence: entry.evidence,
  }));
}
