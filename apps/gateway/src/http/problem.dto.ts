import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One field at fault. */
export class ProblemFieldDto {
  @ApiProperty({ example: 'riskLevel', description: 'JSON path in the request.' })
  field: string;

  @ApiProperty({ example: 'FIELD.RANGE' })
  code: string;

  @ApiProperty()
  message: string;

  @ApiPropertyOptional({ example: 'V5', description: 'Rule of the domain documents behind the refusal.' })
  rule?: string;
}

/** RFC 9457 problem document. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:xinqiao:problem:COMMON.VALIDATION_FAILED' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer', example: 400 })
  status: number;

  @ApiProperty()
  detail: string;

  @ApiProperty({ example: 'COMMON.VALIDATION_FAILED', description: 'Stable; texts may change.' })
  code: string;

  @ApiProperty()
  correlationId: string;

  @ApiPropertyOptional({ type: [ProblemFieldDto] })
  errors?: ProblemFieldDto[];

  @ApiPropertyOptional({
    description: 'What is needed to go on: the current state (412), the candidates (409).',
    type: 'object',
    additionalProperties: true,
  })
  context?: unknown;
}
