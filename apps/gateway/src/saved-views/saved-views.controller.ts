import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { SavedViewService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import { PutSavedViewDto, SavedViewDto, SavedViewListDto } from './saved-view.dto.js';

@ApiTags('My account')
@Controller('me/views')
@RequirePermission('identity.self')
export class SavedViewsController {
  constructor(private readonly rest: RestCall) {}

  @Get(':page')
  @ApiOperation({ summary: 'My saved filters of a page' })
  @ApiOkResponse({ type: SavedViewListDto })
  @ApiProblems()
  async list(@Param('page') page: string, @Context() context: CallContext): Promise<JsonObject> {
    const { items } = await this.rest.call(SavedViewService.method.listSavedViews, { page }, context);
    return { items: (items as JsonObject[]).map(opened) };
  }

  @Get(':page/:name')
  @ApiOperation({ summary: 'One of my saved filters' })
  @ApiOkResponse({ type: SavedViewDto })
  @ApiProblems()
  async get(
    @Param('page') page: string,
    @Param('name') name: string,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return opened(await this.rest.member('view', SavedViewService.method.getSavedView, { page, name }, context));
  }

  @Put(':page/:name')
  @ApiOperation({ summary: 'Keep a filter under a name; one of that name is replaced' })
  @ApiOkResponse({ type: SavedViewDto })
  @ApiProblems(422)
  async put(
    @Param('page') page: string,
    @Param('name') name: string,
    @Body() body: PutSavedViewDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { page, name, filterJson: JSON.stringify(body.filter) };
    return opened(await this.rest.member('view', SavedViewService.method.putSavedView, request, context));
  }

  @Delete(':page/:name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a filter' })
  @ApiNoContentResponse()
  @ApiProblems()
  async remove(
    @Param('page') page: string,
    @Param('name') name: string,
    @Context() context: CallContext,
  ): Promise<void> {
    await this.rest.call(SavedViewService.method.deleteSavedView, { page, name }, context);
  }
}

function opened(view: JsonObject): JsonObject {
  const { page, name, filterJson, updatedAt } = view as Record<string, string>;
  return {
    page: page ?? '',
    name: name ?? '',
    filter: JSON.parse(filterJson ?? '{}') as JsonObject,
    updatedAt: updatedAt ?? '',
  };
}
