import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATUSES } from '#domain';

const DATE = { type: 'string', format: 'date', nullable: true } as const;

/** Where a case stands in the rules: what a client needs to compute class and next date while a form is filled in. */
export class RuleStateDto {
  @ApiProperty({ enum: ['none', 'two_week_revisit', 'one_month_visit'] })
  step!: string;

  @ApiProperty({ type: [String], description: 'Days of the failed attempts in a row' })
  failedAttempts!: string[];

  @ApiProperty({ ...DATE, description: 'Since when the patient is lost (失访); null unless lost' })
  lostOn!: string | null;

  @ApiProperty()
  confinementSeen!: boolean;

  @ApiProperty()
  offenceSeen!: boolean;

  @ApiProperty({ type: [String] })
  jointVisitFactors!: string[];

  @ApiProperty({ description: 'A psychiatrist has answered on art. 30 ¶2(2) since the last finding that asks for it' })
  article30Reviewed!: boolean;

  @ApiProperty({ enum: CASE_STATUSES.map(({ code }) => code) })
  status!: string;

  @ApiProperty({ type: 'integer', enum: [1, 2, 3], nullable: true })
  stability!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 5, nullable: true })
  riskLevel!: number | null;

  @ApiProperty(DATE)
  lastVisitOn!: string | null;

  @ApiProperty(DATE)
  nextDueOn!: string | null;

  @ApiProperty({ type: 'string', enum: ['agreed', 'declined'], nullable: true })
  consentDecision!: string | null;
}
