import { ApiProperty } from '@nestjs/swagger';

const NULLABLE_INTEGER = { type: 'integer', nullable: true } as const;
const NULLABLE_NUMBER = { type: 'number', nullable: true } as const;
const NULLABLE_DATE = { type: 'string', format: 'date', nullable: true } as const;

export class KpiIndicatorDto {
  @ApiProperty() id: string;
  @ApiProperty() nameZh: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ enum: ['percent', 'permille', 'count', 'days'] }) unit: string;
  @ApiProperty({ enum: ['smi_case', 'smi_follow_up'] }) subject: string;
  @ApiProperty({ description: 'The public document the definition is taken from' }) source: string;
  @ApiProperty({ description: 'The same in English' }) sourceEn: string;
  @ApiProperty({ description: 'Where in that document' }) clause: string;
  @ApiProperty({ description: 'The same in English' }) clauseEn: string;
  @ApiProperty({ description: 'Our own rule' }) ruleId: string;
  @ApiProperty() formula: string;
  @ApiProperty() formulaEn: string;
  @ApiProperty({ enum: ['higher', 'lower'] }) better: string;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ description: 'Evidence mark of the definition: C confirmed … P project choice' }) evidence: string;
}

export class KpiIndicatorsDto {
  @ApiProperty({ type: [KpiIndicatorDto] }) items: KpiIndicatorDto[];
}

export class KpiValueDto {
  @ApiProperty() indicator: string;
  @ApiProperty() org: string;
  @ApiProperty() period: string;
  @ApiProperty(NULLABLE_INTEGER) numerator: number | null;
  @ApiProperty({ ...NULLABLE_INTEGER, description: 'null: no population figure' }) denominator: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'null: not applicable or data missing' }) value: number | null;
  @ApiProperty() unit: string;
  @ApiProperty(NULLABLE_NUMBER) target: number | null;
  @ApiProperty({ type: 'boolean', nullable: true }) met: boolean | null;
  @ApiProperty(NULLABLE_INTEGER) headcountGap: number | null;
  @ApiProperty({ type: 'integer' }) definitionVersion: number;
  @ApiProperty({ enum: ['live', 'submitted', 'approved', 'locked'] }) status: string;
  @ApiProperty({ format: 'date', description: 'Day the figure is measured to' }) asOf: string;
  @ApiProperty({ type: 'string', nullable: true, enum: ['urban', 'rural', 'unknown'] }) part: string | null;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
}

export class KpiValuesDto {
  @ApiProperty({ type: [KpiValueDto] }) items: KpiValueDto[];
}

export class KpiMemberDto {
  @ApiProperty() subjectId: string;
  @ApiProperty({ enum: ['smi_case', 'smi_follow_up'] }) subjectKind: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty({ description: 'The unit at the end of the period' }) org: string;
  @ApiProperty() caseNo: string;
  @ApiProperty() inNumerator: boolean;
  @ApiProperty() inDenominator: boolean;
  @ApiProperty({ type: [String], description: 'Reason codes, see /kpi/values/explain' }) reasons: string[];
  @ApiProperty(NULLABLE_DATE) lastVisitOn: string | null;
  @ApiProperty(NULLABLE_INTEGER) stability: number | null;
  @ApiProperty(NULLABLE_INTEGER) riskLevel: number | null;
  @ApiProperty({ ...NULLABLE_DATE, description: 'Of a due follow-up' }) dueOn: string | null;
}

export class KpiMemberPageDto {
  @ApiProperty({ type: [KpiMemberDto] }) items: KpiMemberDto[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor: string | null;
}

export class KpiReasonDto {
  @ApiProperty({ enum: ['numerator', 'denominator_only', 'excluded'] }) side: string;
  @ApiProperty() code: string;
  @ApiProperty() textZh: string;
  @ApiProperty() textEn: string;
  @ApiProperty({ description: 'The public words behind it' }) clause: string;
  @ApiProperty({ description: 'The same in English' }) clauseEn: string;
  @ApiProperty({ description: 'Our own rule' }) ruleId: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

export class KpiExplanationDto {
  @ApiProperty({ type: KpiValueDto }) value: KpiValueDto;
  @ApiProperty({ type: [KpiReasonDto] }) reasons: KpiReasonDto[];
}

export class KpiTargetRowDto {
  @ApiProperty() indicator: string;
  @ApiProperty() plan: string;
  @ApiProperty() org: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty() value: number;
  @ApiProperty({ type: 'string', nullable: true }) source: string | null;
}

export class KpiTargetsDto {
  @ApiProperty({ type: [KpiTargetRowDto] }) items: KpiTargetRowDto[];
}

export class KpiPastTargetDto {
  @ApiProperty() value: number;
  @ApiProperty({ type: 'string', nullable: true }) source: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty({ description: 'Id of the user, or system:documents' }) actor: string;
}

export class KpiTargetHistoryDto {
  @ApiProperty({ type: [KpiPastTargetDto], description: 'Newest first' }) items: KpiPastTargetDto[];
}

export class KpiDifferenceDto {
  @ApiProperty() indicator: string;
  @ApiProperty() org: string;
  @ApiProperty() period: string;
  @ApiProperty({ description: 'numerator/denominator' }) live: string;
  @ApiProperty({ description: 'numerator/denominator' }) recomputed: string;
}

export class KpiRecomputationDto {
  @ApiProperty({ type: [KpiDifferenceDto], description: 'Empty: the cells are right' }) differences: KpiDifferenceDto[];
  @ApiProperty({ type: 'integer' }) cells: number;
  @ApiProperty({ type: 'integer' }) tookMs: number;
}
