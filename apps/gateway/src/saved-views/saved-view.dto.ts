import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

export class PutSavedViewDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'An object of the page’s own making, at most 4 KiB. No ID or telephone numbers; members that are null are left out.',
  })
  @IsObject()
  filter: Record<string, unknown>;
}

/** A filter somebody has kept for a page. */
export class SavedViewDto {
  @ApiProperty()
  page: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  filter: Record<string, unknown>;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class SavedViewListDto {
  @ApiProperty({ type: [SavedViewDto] })
  items: SavedViewDto[];
}
