import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { PersonService } from '#contracts';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { ExpectedVersion } from '../http/expected-version.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { PersonDto, PersonPageDto } from './person-answer.dto.js';
import {
  CreatePersonDto,
  ListPersonsQueryDto,
  RevealedDto,
  RevealPersonDto,
  SearchPersonsDto,
  UpdatePersonDto,
} from './person.dto.js';

@ApiTags('Residents')
@Controller('persons')
export class PersonsController {
  constructor(private readonly rest: RestCall) {}

  @Post()
  @RequirePermission('registry.person.write')
  @ApiOperation({ summary: 'Enter a resident; a possible duplicate answers 409 with the candidates, masked' })
  @ApiCreatedResponse({ type: PersonDto })
  @ApiProblems()
  create(@Body() body: CreatePersonDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('person', PersonService.method.createPerson, { person: body }, context);
  }

  @Get()
  @RequirePermission('registry.person.read')
  @ApiOperation({ summary: 'Residents of my areas by name, pinyin, ID number or telephone; masked' })
  @ApiOkResponse({ type: PersonPageDto })
  @ApiProblems()
  list(@Query() query: ListPersonsQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(PersonService.method.listPersons, query, context);
  }

  @Post('search')
  @HttpCode(200)
  @RequirePermission('registry.person.read')
  @RateLimitClass('read')
  @ApiOperation({ summary: 'The same search with its words in the body, for whole ID and telephone numbers; masked' })
  @ApiOkResponse({ type: PersonPageDto })
  @ApiProblems()
  search(@Body() body: SearchPersonsDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(PersonService.method.listPersons, body, context);
  }

  @Get(':id')
  @RequirePermission('registry.person.read')
  @ApiOkResponse({ type: PersonDto })
  @ApiProblems()
  get(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('person', PersonService.method.getPerson, { id }, context);
  }

  @Patch(':id')
  @RequirePermission('registry.person.write')
  @ApiOperation({ summary: 'Change a resident; an empty text clears an optional field' })
  @ApiOkResponse({ type: PersonDto })
  @ApiProblems(412)
  update(
    @Param('id', IdPipe) id: string,
    @Body() body: UpdatePersonDto,
    @ExpectedVersion() expectedVersion: number,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { id, expectedVersion, patch: body };
    return this.rest.member('person', PersonService.method.updatePerson, request, context);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @RequirePermission('registry.person.reveal')
  @ApiOperation({ summary: 'Clear values of named fields, with a reason; audited and limited by day' })
  @ApiOkResponse({ type: RevealedDto })
  @ApiProblems()
  reveal(
    @Param('id', IdPipe) id: string,
    @Body() body: RevealPersonDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(PersonService.method.revealPerson, { id, fields: body.fields, reason: body.reason }, context);
  }
}
