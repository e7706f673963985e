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
}

/** One page of tasks, the earliest first. */
export class TaskPageDto {
  @ApiProperty({ type: () => [TaskDto] })
  items!: TaskDto[];

  @ApiPropertyOptional({ type: 'string', nullable: true })
  nextCursor!: string | null;
}
