import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '#auth';

export class DemoAccountDto {
  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ROLES })
  role: string;
}

/** What anybody may know before signing in. */
export class ConsoleInfoDto {
  @ApiProperty({ example: '0.1.0' })
  version: string;

  @ApiProperty()
  node: string;

  @ApiProperty({ enum: ['district', 'street', 'community'] })
  tier: string;

  @ApiProperty({ description: 'This system was started as a demonstration, with made-up people.' })
  demo: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Of all demonstration accounts.' })
  demoPassword: string | null;

  @ApiProperty({ type: [DemoAccountDto] })
  demoAccounts: DemoAccountDto[];
}
