import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { IsAreaPrefix } from '../http/validators.js';

/** Filters of `GET /geo/areas`. */
export class GeoAreasQueryDto {
  @ApiProperty({ description: 'Area code or prefix: outlines at or below it', example: '990101' })
  @IsAreaPrefix()
  @IsNotEmpty()
  parent: string;

  @ApiPropertyOptional({
    enum: ['district', 'street', 'community'],
    description: 'Without it, the level below the area',
  })
  @IsOptional()
  @IsIn(['district', 'street', 'community'])
  level?: string;
}

export class GeoPropertiesDto {
  @ApiProperty({ example: '990101001000' }) code: string;
  @ApiProperty() name: string;
}

export class GeoGeometryDto {
  @ApiProperty({ enum: ['Polygon', 'MultiPolygon'] }) type: string;

  @ApiProperty({
    type: 'array',
    items: {},
    description: 'Rings, or polygons of rings, of [longitude, latitude] (RFC 7946)',
  })
  coordinates: unknown[];
}

export class GeoFeatureDto {
  @ApiProperty({ enum: ['Feature'] }) type: string;
  @ApiProperty({ type: GeoPropertiesDto }) properties: GeoPropertiesDto;
  @ApiProperty({ type: GeoGeometryDto }) geometry: GeoGeometryDto;
}

export class GeoAreasDto {
  @ApiProperty({ enum: ['FeatureCollection'] }) type: string;
  @ApiProperty({ type: [GeoFeatureDto] }) features: GeoFeatureDto[];
}

export class GeoStoredDto {
  @ApiProperty({ type: 'integer', description: 'New or different' }) stored: number;
  @ApiProperty({ type: 'integer' }) unchanged: number;
}
