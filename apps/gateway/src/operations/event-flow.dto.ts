import { ApiProperty } from '@nestjs/swagger';
import { STORING_SERVICES } from './services.js';

class ConsumerLagDto {
  @ApiProperty({ example: 'kpi__smi' })
  consumer: string;

  @ApiProperty({ example: 'district.smi', description: 'Whose events it takes in.' })
  origin: string;

  @ApiProperty()
  epoch: string;

  @ApiProperty({ type: 'integer', description: 'Everything up to this number is applied.' })
  watermark: number;

  @ApiProperty({ type: 'integer', description: 'Applied out of order, above the watermark.' })
  held: number;
}

class EpochEndDto {
  @ApiProperty()
  epoch: string;

  @ApiProperty({ type: 'integer', description: 'Highest number that is kept.' })
  lastSeq: number;
}

class ServiceFlowDto {
  @ApiProperty({ enum: STORING_SERVICES })
  service: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the service could not be asked; the rest is absent then.',
  })
  error: string | null;

  @ApiProperty({ required: false })
  epoch?: string;

  @ApiProperty({ type: 'integer', required: false, description: 'Highest number given.' })
  headSeq?: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Events that are not sent yet.' })
  unsent?: number;

  @ApiProperty({ required: false })
  oldestUnsentSeconds?: number;

  @ApiProperty({ type: [ConsumerLagDto], required: false })
  consumers?: ConsumerLagDto[];

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'Events it could not take in and nobody has replayed.',
  })
  deadLetters?: number;

  @ApiProperty({ type: [EpochEndDto], required: false, description: 'Earlier epochs of which events are kept.' })
  closed?: EpochEndDto[];
}

export class EventFlowDto {
  @ApiProperty({ type: [ServiceFlowDto] })
  items: ServiceFlowDto[];
}

class DeadLetterDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: STORING_SERVICES })
  service: string;

  @ApiProperty()
  consumer: string;

  @ApiProperty()
  eventType: string;

  @ApiProperty()
  eventId: string;

  @ApiProperty()
  origin: string;

  @ApiProperty()
  epoch: string;

  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({ example: 'EVENT.REJECTED' })
  errorCode: string;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ format: 'date-time' })
  recordedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  replayedAt: string | null;
}

export class DeadLetterPageDto {
  @ApiProperty({ type: [DeadLetterDto] })
  items: DeadLetterDto[];

  @ApiProperty({ type: [String], description: 'Services that could not be asked.' })
  unavailable: string[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ReplayedDto {
  @ApiProperty({ description: 'Applied now; false when it failed again.' })
  applied: boolean;
}
