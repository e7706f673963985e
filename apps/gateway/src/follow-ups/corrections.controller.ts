import type { JsonObject } from '@bufbuild/protobuf';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CorrectionService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { ExpectedVersion } from '../http/expected-version.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { CorrectionBodyPipe } from './correction-body.pipe.js';
import { CorrectionAnswerDto, CorrectionDto, CorrectionPreviewDto, FollowUpDetailDto } from './correction.dto.js';

// Not the class itself: its name here would call the general validator too.
type CorrectionBody = Omit<CorrectionDto, never>;

@ApiTags('Severe mental illness')
@Controller('smi/cases/:id/follow-ups/:followUpId')
export class CorrectionsController {
  constructor(private readonly rest: RestCall) {}

  @Get()
  @RequirePermission('smi.case.read')
  @ApiOperation({ summary: 'One record with all its versions' })
  @ApiOkResponse({ type: FollowUpDetailDto })
  @ApiProblems()
  get(
    @Param('id', IdPipe) caseId: string,
    @Param('followUpId', IdPipe) followUpId: string,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.member('followUp', CorrectionService.method.getFollowUp, { caseId, followUpId }, context);
  }

  @Post('corrections')
  @RequirePermission('smi.follow_up.write')
  @ApiOperation({
    summary: 'Correct a record: judged again at its place, and what came later computed anew; every version is kept',
  })
  @ApiBody({ type: CorrectionDto })
  @ApiCreatedResponse({ type: CorrectionAnswerDto })
  @ApiProblems(412, 422)
  correct(
    @Param('id', IdPipe) caseId: string,
    @Param('followUpId', IdPipe) followUpId: string,
    @Body(CorrectionBodyPipe) { reason, input }: CorrectionBody,
    @ExpectedVersion() expectedVersion: number,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { caseId, followUpId, expectedVersion, reason, input };
    return this.rest.call(CorrectionService.method.correctFollowUp, request, context);
  }

  @Post('corrections/preview')
  @HttpCode(200)
  @RequirePermission('smi.follow_up.write')
  @ApiOperation({ summary: 'What a correction would compute; stores nothing' })
  @ApiBody({ type: CorrectionDto })
  @ApiOkResponse({ type: CorrectionPreviewDto })
  @ApiProblems(422)
  preview(
    @Param('id', IdPipe) caseId: string,
    @Param('followUpId', IdPipe) followUpId: string,
    @Body(CorrectionBodyPipe) { input }: CorrectionBody,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(CorrectionService.method.previewCorrection, { caseId, followUpId, input }, context);
  }
}
