import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { ValueService } from '#contracts';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { ArrayBodyPipe } from '../http/array-body.pipe.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import {
  KpiExplanationDto,
  KpiIndicatorsDto,
  KpiMemberPageDto,
  KpiRecomputationDto,
  KpiTargetHistoryDto,
  KpiTargetsDto,
  KpiValuesDto,
} from './kpi-answer.dto.js';
import { KpiExplainQueryDto, KpiMembersQueryDto, KpiValuesQueryDto } from './kpi-query.dto.js';
import { KpiTargetDto, KpiTargetHistoryQueryDto, KpiTargetsQueryDto } from './kpi-target.dto.js';

const MOST_TARGETS = 500;
const RECOMPUTE_TIMEOUT_MS = 120_000;

@ApiTags('KPIs')
@Controller('kpi')
export class KpiController {
  constructor(private readonly rest: RestCall) {}

  @Get('indicators')
  @RequirePermission('kpi.indicator.read')
  @ApiOperation({ summary: 'What is counted, how, and on which grounds' })
  @ApiOkResponse({ type: KpiIndicatorsDto })
  @ApiProblems()
  indicators(@Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.listIndicators, {}, context);
  }

  @Get('values')
  @RequirePermission('kpi.value.read')
  @ApiOperation({ summary: 'Figures of an area and period, against their targets' })
  @ApiOkResponse({ type: KpiValuesDto })
  @ApiProblems()
  values(@Query() query: KpiValuesQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    const { indicator, breakdown = 'none', ...rest } = query;
    const indicators = indicator.split(',').map((id) => id.trim());
    return this.rest.call(ValueService.method.getValues, { ...rest, indicators, breakdown }, context);
  }

  @Get('values/members')
  @RequirePermission('kpi.member.read')
  @ApiOperation({ summary: 'The records behind a figure, names masked; the look is audited' })
  @ApiOkResponse({ type: KpiMemberPageDto })
  @ApiProblems(422)
  members(@Query() query: KpiMembersQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.listMembers, query, context);
  }

  @Get('values/explain')
  @RequirePermission('kpi.value.read')
  @ApiOperation({ summary: 'How many count, how many do not, and by which rule' })
  @ApiOkResponse({ type: KpiExplanationDto })
  @ApiProblems()
  explain(@Query() query: KpiExplainQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.explain, query, context);
  }

  @Get('targets')
  @RequirePermission('kpi.target.read')
  @ApiOperation({ summary: 'Targets of my areas, of those above and of those below' })
  @ApiOkResponse({ type: KpiTargetsDto })
  @ApiProblems()
  targets(@Query() query: KpiTargetsQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.listTargets, query, context);
  }

  @Get('targets/history')
  @RequirePermission('kpi.target.read')
  @ApiOperation({ summary: 'What one target was, since when, and who set it' })
  @ApiOkResponse({ type: KpiTargetHistoryDto })
  @ApiProblems()
  targetHistory(@Query() query: KpiTargetHistoryQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.listTargetHistory, query, context);
  }

  @Put('targets')
  @RequirePermission('kpi.target.write')
  @ApiOperation({ summary: 'Set targets; a row is named by indicator, plan, area and year' })
  @ApiBody({ type: [KpiTargetDto] })
  @ApiOkResponse({ type: KpiTargetsDto })
  @ApiProblems()
  putTargets(
    @Body(ArrayBodyPipe.of(KpiTargetDto, MOST_TARGETS)) targets: KpiTargetDto[],
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(ValueService.method.putTargets, { targets }, context);
  }

  @Post('recompute')
  @HttpCode(200)
  @RequirePermission('kpi.recompute')
  @RateLimitClass('heavy')
  @ApiOperation({ summary: 'Count everything again beside the live cells; no differences is the pass' })
  @ApiOkResponse({ type: KpiRecomputationDto })
  @ApiProblems()
  recompute(@Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.recompute, {}, context, { timeoutMs: RECOMPUTE_TIMEOUT_MS });
  }

  // The chain's own no-op, the floor of measurements; no part of the public contract.
  @Get('noop')
  @RequirePermission('ops.read')
  @ApiExcludeEndpoint()
  noop(@Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ValueService.method.noop, {}, context);
  }
}
