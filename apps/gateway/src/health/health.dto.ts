import { ApiProperty } from '@nestjs/swagger';

export class LivenessDto {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

/** One part of the system. */
export class PartDto {
  @ApiProperty({ example: 'smi' })
  name: string;

  @ApiProperty({ enum: ['ok', 'failing'] })
  status: 'ok' | 'failing';

  @ApiProperty({ type: String, nullable: true, example: 'COMMON.UNAVAILABLE' })
  code: string | null;
}

export class ReadinessDto {
  @ApiProperty({ enum: ['ok', 'failing'] })
  status: 'ok' | 'failing';

  @ApiProperty({ type: [PartDto] })
  parts: PartDto[];

  @ApiProperty({ type: [String], description: 'Names of the failing parts.' })
  failing: string[];
}
