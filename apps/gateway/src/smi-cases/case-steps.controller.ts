import type { JsonObject } from '@bufbuild/protobuf';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CaseStepService } from '#contracts';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { ActionPipe, CLOSABLE } from './action.pipe.js';
import {
  CancelCaseDto,
  CloseActionDto,
  DischargeCaseDto,
  RevealCaseDto,
  RevealedCaseDto,
  TransferCaseDto,
} from './case-step.dto.js';
import { SmiCaseDto } from './smi-case-answer.dto.js';

@ApiTags('Severe mental illness')
@Controller('smi/cases/:id')
export class CaseStepsController {
  constructor(private readonly rest: RestCall) {}

  @Post('actions/:action/close')
  @HttpCode(200)
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'A mandatory action or a dated check was done, or handed over; answers the case' })
  @ApiParam({ name: 'action', enum: CLOSABLE })
  @ApiOkResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  closeAction(
    @Param('id', IdPipe) caseId: string,
    @Param('action', ActionPipe) action: string,
    @Body() { closedOn, outcome, handedTo, note, article30 }: CloseActionDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { caseId, action, closedOn, outcome, handedTo, note, article30 };
    return this.rest.member('case', CaseStepService.method.closeAction, request, context);
  }

  @Post('discharge')
  @HttpCode(200)
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'Out of hospital: a visit within ten working days is due' })
  @ApiOkResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  discharge(
    @Param('id', IdPipe) caseId: string,
    @Body() { dischargedOn, informedOn, note }: DischargeCaseDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { caseId, dischargedOn, informedOn, note };
    return this.rest.member('case', CaseStepService.method.dischargeCase, request, context);
  }

  @Post('transfer')
  @HttpCode(200)
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'Moved away to a known address: leaves the register here' })
  @ApiOkResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  transfer(
    @Param('id', IdPipe) caseId: string,
    @Body() { transferredOn, destination, toOrg, note }: TransferCaseDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { caseId, transferredOn, destination, toOrg, note };
    return this.rest.member('case', CaseStepService.method.transferCase, request, context);
  }

  @Post('cancel')
  @HttpCode(200)
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'The file should not be: it leaves the register and stays in the audit trail' })
  @ApiOkResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  cancel(
    @Param('id', IdPipe) caseId: string,
    @Body() { cancelledOn, reason, note }: CancelCaseDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = { caseId, cancelledOn, reason, note };
    return this.rest.member('case', CaseStepService.method.cancelCase, request, context);
  }

  @Post('reveal')
  @HttpCode(200)
  @RequirePermission('smi.case.reveal')
  @ApiOperation({ summary: 'The guardian in clear, with a reason; audited and limited by day' })
  @ApiOkResponse({ type: RevealedCaseDto })
  @ApiProblems()
  reveal(
    @Param('id', IdPipe) caseId: string,
    @Body() { fields, reason }: RevealCaseDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.call(CaseStepService.method.revealCase, { caseId, fields, reason }, context);
  }
}
