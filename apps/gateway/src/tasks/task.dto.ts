import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const DATE = { type: 'string', format: 'date', nullable: true } as const;

/** One piece of due work. */
export class TaskDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: ['smi', 'special-population'] })
  service!: string;

  @ApiProperty({ format: 'uuid' })
  subjectId!: string;

  @ApiProperty({ example: '王**' })
  subjectName!: string;

  @ApiProperty({ example: '990101001001' })
  org!: string;

  @ApiProperty({ example: 'follow_up', description: 'follow_up, retry_visit, consent_reask, action:<code> or a check' })
  kind!: string;

  @ApiProperty(DATE)
  startOn!: string | null;

  @ApiProperty(DATE)
  dueOn!: string | null;

  @ApiProperty(DATE)
  endOn!: string | null;

  @ApiProperty({ enum: ['due', 'overdue', 'upcoming', 'done'] })
  status!: string;

  @ApiProperty({ type: 'integer', description: '1 at once, 2 first today, 3 in its turn' })
  priority!: number;

  @ApiProperty({ type: [String], example: ['risk_3', 'overdue'] })
  reasons!: string[];

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 5, nullable: true })
  riskLevel!: number | null;

  @ApiProperty({ type: 'integer', enum: [1, 2, 3], nullable: true })
  stability!: number | null;

  @ApiProperty({ type: [String] })
  openActions!: string[];
}

/** How much is to be done in an area: pieces of work by status, actions apart; people counted once each. */
export class TaskSummaryDto {
  @ApiProperty({ type: 'integer' })
  overdue!: number;

  @ApiProperty({ type: 'integer' })
  due!: number;

  @ApiProperty({ type: 'integer' })
  upcoming!: number;

  @ApiProperty({ type: 'integer' })
  openActions!: number;

  @ApiProperty({ type: 'integer', description: 'Records dated in the last seven days' })
  done7d!: number;

  @ApiProperty({ type: 'integer', description: 'People with something overdue' })
  overduePeople!: number;

  @ApiProperty({ type: 'integer', description: 'People with an open mandatory action' })
  actionPeople!: number;
}

/** One page of tasks, the earliest first. */
export class TaskPageDto {
  @ApiProperty({ type: () => [TaskDto] })
  items!: TaskDto[];

  @ApiPropertyOptional({ type: 'string', nullable: true })
  nextCursor!: string | null;
}
