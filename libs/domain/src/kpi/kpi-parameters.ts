import type { EvidenceMark, SourceKey } from '../kernel/evidence.js';

/** One figure the indicators are computed with. */
export interface KpiParameter {
  readonly value: number;
  readonly unit: 'months' | 'times' | 'decimals';
  readonly mark: EvidenceMark;
  /** The clause of smi.md. */
  readonly clause: string;
  readonly source: SourceKey;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Every figure of the indicators beside their formulae; the judgements read them here. */
export const KPI_PARAMETERS = {
  maxGapMonths: {
    value: 3,
    unit: 'months',
    mark: 'C',
    clause: '6.3 V1, V2',
    source: 'formulae',
    nameZh: '规范管理：相邻两次完整随访的最大月份间隔',
    nameEn: 'Standard management: longest month gap between complete visits',
  },
  yearlyVisits: {
    value: 4,
    unit: 'times',
    mark: 'L',
    clause: '6.3 V0',
    source: 'localRules',
    nameZh: '规范管理（4访1检口径）：期内完整随访次数',
    nameEn: 'Standard management, 4 visits and 1 exam: complete visits in the period',
  },
  recentMonths: {
    value: 3,
    unit: 'months',
    mark: 'C',
    clause: '6.2; C3',
    source: 'formulae',
    nameZh: '病情稳定率：最近一次随访须在期末前',
    nameEn: 'Stability rate: the latest visit lies in the last',
  },
  shownDecimals: {
    value: 2,
    unit: 'decimals',
    mark: 'P',
    clause: '0.3',
    source: 'platform',
    nameZh: '比率显示的小数位数（四舍五入）',
    nameEn: 'Decimals of a rate, rounded half up',
  },
} as const satisfies Record<string, KpiParameter>;
