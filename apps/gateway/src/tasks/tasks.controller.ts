import type { JsonObject } from '@bufbuild/protobuf';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import { ListTasksQueryDto, TaskSummaryQueryDto } from './list-tasks.query.dto.js';
import { TaskPageDto, TaskSummaryDto } from './task.dto.js';

@ApiTags('Tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly rest: RestCall) {}

  @Get()
  @RequirePermission('smi.task.read')
  @ApiOperation({ summary: 'Due work of my area' })
  @ApiOkResponse({ type: TaskPageDto })
  @ApiProblems()
  async list(@Query() query: ListTasksQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    const { service, ...rest } = query;
    // Only one service has work so far; the other's list is empty until it exists.
    if (service === 'special-population') return { items: [], nextCursor: null };
    return this.rest.call(CaseService.method.listTasks, rest, context);
  }

  @Get('summary')
  @RequirePermission('smi.task.read')
  @ApiOperation({ summary: 'How much is to be done in my area' })
  @ApiOkResponse({ type: TaskSummaryDto })
  @ApiProblems()
  summary(@Query() { org }: TaskSummaryQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(CaseService.method.summarizeTasks, { org }, context);
  }
}
