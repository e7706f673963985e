import { ApiProperty } from '@nestjs/swagger';

const EVIDENCE = ['C', 'I', 'L', 'M', 'P'] as const;
const MARKS =
  'C confirmed · I read in another system · L one place only · M from memory, to be confirmed · P our choice';

/** One figure the rules compute with. */
export class RuleDto {
  @ApiProperty({ example: 'smi.stableMonths' })
  id: string;

  @ApiProperty({ enum: ['smi', 'diagnosis', 'kpi'] })
  context: string;

  @ApiProperty()
  nameZh: string;

  @ApiProperty()
  nameEn: string;

  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'string' }] })
  value: number | boolean | string;

  @ApiProperty({ example: 'months' })
  unit: string;

  @ApiProperty({ enum: EVIDENCE, description: MARKS })
  evidence: string;

  @ApiProperty({ example: 'N1' })
  clause: string;

  @ApiProperty({ example: 'Consent' })
  clauseEn: string;

  @ApiProperty({ description: 'The public document it is taken from.' })
  source: string;

  @ApiProperty({ description: 'The same in English.' })
  sourceEn: string;
}

class HolidayDto {
  @ApiProperty()
  nameZh: string;

  @ApiProperty()
  nameEn: string;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: [String], description: 'Week-end days that are worked for it.' })
  makeUpDays: string[];
}

class HolidayYearDto {
  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ enum: EVIDENCE })
  evidence: string;

  @ApiProperty()
  source: string;

  @ApiProperty({ type: [HolidayDto] })
  entries: HolidayDto[];
}

export class RulesDto {
  @ApiProperty({ type: [RuleDto] })
  items: RuleDto[];

  @ApiProperty({ type: [HolidayYearDto], description: 'Years whose public holidays working days are counted with.' })
  holidays: HolidayYearDto[];
}
