import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { GeoService, type ListAreaShapesResponse } from '#contracts';
import type { AreaShape } from '#domain';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import { AreaShapesPipe } from './area-shapes.pipe.js';
import { GeoAreasDto, GeoAreasQueryDto, GeoFeatureDto, GeoStoredDto } from './geo.dto.js';

@ApiTags('Areas')
@Controller('geo')
export class GeoController {
  constructor(
    private readonly rest: RestCall,
    private readonly rpc: RpcClient,
  ) {}

  @Get('areas')
  @RequirePermission('registry.org.read')
  @ApiOperation({ summary: 'Outlines of the areas at or below one, as GeoJSON; areas without an outline are missing' })
  @ApiOkResponse({ type: GeoAreasDto })
  @ApiProblems()
  async areas(@Query() { ...filter }: GeoAreasQueryDto, @Context() context: CallContext): Promise<GeoAreasDto> {
    const features: GeoFeatureDto[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: ListAreaShapesResponse = await this.rpc.call(
        GeoService.method.listAreaShapes,
        { ...filter, cursor },
        context,
      );
      for (const { code, name, geometry } of page.items) {
        const outline = JSON.parse(geometry) as GeoFeatureDto['geometry'];
        features.push({ type: 'Feature', properties: { code, name }, geometry: outline });
      }
      cursor = page.nextCursor;
    }
    return { type: 'FeatureCollection', features };
  }

  @Put('areas')
  @RequirePermission('registry.org.write')
  @ApiOperation({ summary: 'Store outlines: GeoJSON whose `properties.code` names a unit; other members are dropped' })
  // Without fields of its own: what a FeatureCollection holds besides ours is dropped, not refused.
  @ApiBody({ schema: { type: 'object', additionalProperties: true, description: 'GeoJSON FeatureCollection' } })
  @ApiOkResponse({ type: GeoStoredDto })
  @ApiProblems(413)
  put(@Body(AreaShapesPipe) shapes: readonly AreaShape[], @Context() context: CallContext): Promise<JsonObject> {
    const items = shapes.map(({ code, geometry }) => ({ code, geometry: JSON.stringify(geometry) }));
    return this.rest.call(GeoService.method.putAreaShapes, { items }, context);
  }
}
