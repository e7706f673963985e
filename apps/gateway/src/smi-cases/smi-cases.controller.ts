import type { JsonObject } from '@bufbuild/protobuf';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseService } from '#contracts';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { RestCall } from '../http/rest-call.js';
import { ListCasesQueryDto, SearchCasesDto } from './list-cases.dto.js';
import { SmiCaseDto, SmiCasePageDto, TimelinePageDto } from './smi-case-answer.dto.js';
import { ConsentDto, RecordExamDto, RegisterCaseDto } from './smi-case.dto.js';
import { withData } from './timeline.js';

@ApiTags('Severe mental illness')
@Controller('smi/cases')
export class SmiCasesController {
  constructor(private readonly rest: RestCall) {}

  @Post()
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'Register a confirmed case' })
  @ApiCreatedResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  register(@Body() input: RegisterCaseDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('case', CaseService.method.registerCase, { input }, context);
  }

  @Get()
  @RequirePermission('smi.case.read')
  @ApiOperation({ summary: 'Cases of my area' })
  @ApiOkResponse({ type: SmiCasePageDto })
  @ApiProblems()
  list(@Query() query: ListCasesQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(CaseService.method.listCases, query, context);
  }

  @Post('search')
  @HttpCode(200)
  @RequirePermission('smi.case.read')
  @RateLimitClass('read')
  @ApiOperation({ summary: 'The same by case number, name or pinyin, with the words in the body' })
  @ApiOkResponse({ type: SmiCasePageDto })
  @ApiProblems()
  search(@Body() body: SearchCasesDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(CaseService.method.listCases, body, context);
  }

  @Get(':id')
  @RequirePermission('smi.case.read')
  @ApiOkResponse({ type: SmiCaseDto })
  @ApiProblems()
  get(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('case', CaseService.method.getCase, { id }, context);
  }

  @Get(':id/timeline')
  @RequirePermission('smi.case.read')
  @ApiOperation({ summary: 'What happened with a case, the newest first' })
  @ApiOkResponse({ type: TimelinePageDto })
  @ApiProblems()
  async timeline(
    @Param('id', IdPipe) caseId: string,
    @Query() { limit, cursor }: PageQueryDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return withData(await this.rest.call(CaseService.method.getTimeline, { caseId, limit, cursor }, context));
  }

  @Post(':id/consents')
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'Record a decision on taking part in community management' })
  @ApiCreatedResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  consent(
    @Param('id', IdPipe) caseId: string,
    @Body() consent: ConsentDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.member('case', CaseService.method.recordConsent, { caseId, consent }, context);
  }

  @Post(':id/exams')
  @RequirePermission('smi.case.write')
  @ApiOperation({ summary: 'Record a yearly physical examination or its refusal' })
  @ApiCreatedResponse({ type: SmiCaseDto })
  @ApiProblems(422)
  exam(
    @Param('id', IdPipe) caseId: string,
    @Body() { examinedOn, refused = false }: RecordExamDto,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    return this.rest.member('case', CaseService.method.recordExam, { caseId, examinedOn, refused }, context);
  }
}
