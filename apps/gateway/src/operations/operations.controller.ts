import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OperationsService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { DeadLetterPageDto, EventFlowDto, ReplayedDto } from './event-flow.dto.js';
import { EveryService } from './every-service.js';
import { ServicePageQueryDto } from './operations.dto.js';
import { SERVICE_PIPE } from './service.pipe.js';
import { STORING_SERVICES, type StoringServiceName } from './services.js';

@ApiTags('Operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly rest: RestCall,
    private readonly every: EveryService,
  ) {}

  @Get('ops/event-flow')
  @RequirePermission('ops.read')
  @ApiOperation({ summary: 'Outbox, consumers and dead letters of every service' })
  @ApiOkResponse({ type: EventFlowDto })
  @ApiProblems()
  async eventFlow(@Context() context: CallContext): Promise<JsonObject> {
    const answers = await this.every.ask(OperationsService.method.eventFlow, () => ({}), context);
    return { items: answers.map(({ service, answer, error }) => ({ ...answer, service, error })) };
  }

  @Get('ops/dead-letters')
  @RequirePermission('ops.read')
  @ApiOperation({ summary: 'Events a service could not take in' })
  @ApiOkResponse({ type: DeadLetterPageDto })
  @ApiProblems()
  deadLetters(@Query() query: ServicePageQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    const method = OperationsService.method.listDeadLetters;
    return this.every.page(method, (cursor) => ({ limit: query.limit, cursor }), context, query);
  }

  @Post('ops/dead-letters/:service/:id/replay')
  @HttpCode(200)
  @RequirePermission('ops.write')
  @ApiOperation({ summary: 'Give a dead letter to its consumer again' })
  @ApiParam({ name: 'service', enum: STORING_SERVICES })
  @ApiOkResponse({ type: ReplayedDto })
  @ApiProblems()
  replay(
    @Param('service', SERVICE_PIPE) service: StoringServiceName,
    @Param('id', IdPipe) id: string,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(OperationsService.method.replayDeadLetter, { id }, context, { target: service });
  }
}
