import { ApiProperty } from '@nestjs/swagger';

class HealthPartDto {
  @ApiProperty({ example: 'postgresql' })
  name: string;

  @ApiProperty()
  ok: boolean;
}

/** One service; what is null could not be asked. */
export class ServiceHealthDto {
  @ApiProperty({ example: 'smi' })
  service: string;

  @ApiProperty({ enum: ['ok', 'degraded', 'unavailable'] })
  status: string;

  @ApiProperty({ type: String, nullable: true })
  version: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Services with the same value share a process.' })
  process: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  uptimeSeconds: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  memoryBytes: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  heapBytes: number | null;

  @ApiProperty({ type: [HealthPartDto] })
  parts: HealthPartDto[];
}

export class HealthOverviewDto {
  @ApiProperty({ type: [ServiceHealthDto] })
  items: ServiceHealthDto[];
}

export class NodeDto {
  @ApiProperty({ example: 'district' })
  id: string;

  @ApiProperty({ enum: ['district', 'street', 'community'] })
  tier: string;

  @ApiProperty({ description: 'Area prefix it answers for; "" is everywhere.' })
  territory: string;

  @ApiProperty({ enum: ['self', 'up', 'down'], description: 'The line to it; `self` is this node.' })
  link: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Events on their way; null while a service is away.' })
  lagMessages: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Age of the oldest event that is not sent yet.' })
  lagSeconds: number | null;

  @ApiProperty({ format: 'date-time' })
  lastContactAt: string;

  @ApiProperty()
  version: string;
}

export class NodesDto {
  @ApiProperty({ type: [NodeDto] })
  items: NodeDto[];
}
