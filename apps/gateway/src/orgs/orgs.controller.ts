import { Body, Controller, Get, Headers, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OrgService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { ExpectedVersion, expectedVersion } from '../http/expected-version.decorator.js';
import { RestCall } from '../http/rest-call.js';
import {
  AsOfQueryDto,
  CreateOrgDto,
  ListOrgsQueryDto,
  OrgDto,
  OrgPageDto,
  OrgPathDto,
  PopulationDto,
  PopulationsDto,
  PopulationPathDto,
  PutPopulationDto,
  UpdateOrgDto,
} from './org.dto.js';

@ApiTags('Org units')
@Controller('orgs')
export class OrgsController {
  constructor(private readonly rest: RestCall) {}

  @Post()
  @RequirePermission('registry.org.write')
  @ApiOperation({ summary: 'Add a unit to the dated tree' })
  @ApiCreatedResponse({ type: OrgDto })
  @ApiProblems(422)
  create(@Body() body: CreateOrgDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('org', OrgService.method.createOrg, body, context);
  }

  @Get()
  @RequirePermission('registry.org.read')
  @ApiOperation({ summary: 'Units of the tree as it was on a day, in the order of their codes' })
  @ApiOkResponse({ type: OrgPageDto })
  @ApiProblems()
  list(@Query() query: ListOrgsQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(OrgService.method.listOrgs, query, context);
  }

  @Get(':code')
  @RequirePermission('registry.org.read')
  @ApiOkResponse({ type: OrgDto })
  @ApiProblems()
  get(
    @Param() { code }: OrgPathDto,
    @Query() { asOf }: AsOfQueryDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.member('org', OrgService.method.getOrg, asOf === undefined ? { code } : { code, asOf }, context);
  }

  @Patch(':code')
  @RequirePermission('registry.org.write')
  @ApiOperation({ summary: 'Rename a unit, end its validity or correct its class' })
  @ApiOkResponse({ type: OrgDto })
  @ApiProblems(412)
  update(
    @Param() { code }: OrgPathDto,
    @Body() body: UpdateOrgDto,
    @ExpectedVersion() version: number,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = Object.assign(body, { code, expectedVersion: version });
    return this.rest.member('org', OrgService.method.updateOrg, request, context);
  }

  @Put(':code/population/:year')
  @RequirePermission('registry.population.write')
  @ApiOperation({ summary: 'Year-end population; a first figure needs no If-Match, a correction does' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: PopulationDto })
  @ApiProblems(412)
  putPopulation(
    @Param() { code, year }: PopulationPathDto,
    @Body() body: PutPopulationDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const version = ifMatch === undefined ? 0 : expectedVersion(ifMatch);
    const request = Object.assign(body, { org: code, year, expectedVersion: version });
    return this.rest.member('population', OrgService.method.putPopulation, request, context);
  }

  @Get(':code/population')
  @RequirePermission('registry.population.read')
  @ApiOperation({ summary: 'Year-end population of every year it was given for; an empty list where none was' })
  @ApiOkResponse({ type: PopulationsDto })
  @ApiProblems()
  populations(@Param() { code }: OrgPathDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(OrgService.method.listPopulations, { org: code }, context);
  }

  @Get(':code/population/:year')
  @RequirePermission('registry.population.read')
  @ApiOkResponse({ type: PopulationDto })
  @ApiProblems()
  getPopulation(@Param() { code, year }: PopulationPathDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('population', OrgService.method.getPopulation, { org: code, year }, context);
  }
}
