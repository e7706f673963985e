import type { JsonObject } from '@bufbuild/protobuf';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FollowUpService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { FollowUpAnswerDto, FollowUpPreviewDto } from './follow-up-answer.dto.js';
import { DEATH, FAILED_ATTEMPT, LOSS, ROUTINE_VISIT } from './follow-up-examples.js';
import { FollowUpBodyPipe } from './follow-up-body.pipe.js';
import { FollowUpDto } from './follow-up.dto.js';

// Not the class itself: its name here would call the general validator too.
type FollowUpBody = Omit<FollowUpDto, never>;

const BODY = {
  type: FollowUpDto,
  examples: {
    visit: { summary: 'A routine visit', value: ROUTINE_VISIT },
    attempt: { summary: 'Nobody was met', value: FAILED_ATTEMPT },
    loss: { summary: 'The person is lost', value: LOSS },
    death: { summary: 'The person has died', value: DEATH },
  },
};

@ApiTags('Severe mental illness')
@Controller('smi/cases/:id/follow-ups')
export class FollowUpsController {
  constructor(private readonly rest: RestCall) {}

  @Post()
  @RequirePermission('smi.follow_up.write')
  @ApiOperation({ summary: 'Record a visit, an attempt, a loss or a death' })
  @ApiBody(BODY)
  @ApiCreatedResponse({ type: FollowUpAnswerDto })
  @ApiProblems(422)
  record(
    @Param('id', IdPipe) caseId: string,
    @Body(FollowUpBodyPipe) input: FollowUpBody,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(FollowUpService.method.recordFollowUp, { caseId, input }, context);
  }

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('smi.follow_up.write')
  @ApiOperation({ summary: 'What recording this would compute; stores nothing' })
  @ApiBody(BODY)
  @ApiOkResponse({ type: FollowUpPreviewDto })
  @ApiProblems(422)
  preview(
    @Param('id', IdPipe) caseId: string,
    @Body(FollowUpBodyPipe) input: FollowUpBody,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(FollowUpService.method.previewFollowUp, { caseId, input }, context);
  }
}
