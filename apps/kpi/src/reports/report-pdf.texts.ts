import type { ReportLanguage } from '#domain';

/** The fixed words of the printed report. */
export interface PdfTexts {
  readonly area: string;
  readonly period: string;
  readonly status: string;
  readonly asOf: string;
  readonly definitionSet: string;
  readonly generated: string;
  readonly columns: readonly string[];
  readonly notes: readonly string[];
  readonly definitions: string;
  readonly formula: string;
  readonly source: string;
  readonly comma: string;
  readonly evidence: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly signatures: string;
  readonly signedOn: string;
  readonly page: (page: number, pages: number) => string;
}

export const PDF_TEXTS: Readonly<Record<ReportLanguage, PdfTexts>> = {
  'zh-CN': {
    area: '区域：',
    period: '期间：',
    status: '数据状态：',
    asOf: '截至',
    definitionSet: '定义集版本',
    generated: '生成时间：',
    columns: ['指标', '分子', '分母', '数值', '目标', '达标', '差距人数'],
    notes: [
      '注：“不适用”指分母为0；“—”指数据缺失或未设目标，均不按0计。差距人数为按目标应达人数（向上取整）减去分子。',
      '是否达标按未取整的比率与目标比较；数值四舍五入保留两位小数。',
    ],
    definitions: '指标定义与依据',
    formula: '公式：',
    source: '依据：',
    comma: '，',
    evidence: '证据等级：',
    version: '定义版本：',
    effectiveFrom: '生效日期：',
    signatures:
      '填报单位（盖章）：________________    制表人：____________    审核人：____________    负责人：____________',
    signedOn: '______ 年 ____ 月 ____ 日',
    page: (page, pages) => `第 ${String(page)} 页  共 ${String(pages)} 页`,
  },
  en: {
    area: 'Area: ',
    period: 'Period: ',
    status: 'Status: ',
    asOf: 'as of',
    definitionSet: 'definitions v',
    generated: 'Generated: ',
    columns: ['Indicator', 'Numerator', 'Denominator', 'Value', 'Target', 'Met', 'Gap (heads)'],
    notes: [
      'n.a.: the denominator is 0. —: data are missing, or there is no target. Neither counts as 0. The gap is the head count the target asks for (rounded up) less the numerator.',
      'Targets are compared with the unrounded ratio; values are rounded half up to two decimals.',
    ],
    definitions: 'Definitions and sources',
    formula: 'Formula: ',
    source: 'Source: ',
    comma: ', ',
    evidence: 'Evidence: ',
    version: 'Version: ',
    effectiveFrom: 'Effective from: ',
    signatures:
      'Unit (seal): ________________    Prepared by: ____________    Checked by: ____________    Head: ____________',
    signedOn: 'Date: ______________',
    page: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  },
};
