import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OperationsService } from '#contracts';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { EveryService } from '../operations/every-service.js';
import { ActorListDto, AuditPageDto, AuditVerdictDto, FindActorsDto, SearchAuditQueryDto } from './audit.dto.js';
import { AuditPages } from './audit-pages.js';

/** A chain of years is long: verifying it takes its time. */
const VERIFY_WITHIN_MS = 120_000;

@ApiTags('Operations')
@Controller('audit')
@RequirePermission('audit.read')
export class AuditController {
  constructor(
    private readonly pages: AuditPages,
    private readonly every: EveryService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who did what: sign-ins, reads of people, changes, refusals, reveals' })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiProblems()
  search(@Query() query: SearchAuditQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.pages.page(query, context);
  }

  @Post('actors/search')
  @HttpCode(200)
  @RateLimitClass('read')
  @ApiOperation({ summary: 'Accounts by name, for a search by who did it; names stand in no address' })
  @ApiOkResponse({ type: ActorListDto })
  @ApiProblems()
  actors(@Body() { q }: FindActorsDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.pages.actors(q, context);
  }

  @Get('verify')
  @RateLimitClass('heavy')
  @ApiOperation({ summary: 'Check the hash chain of every service' })
  @ApiOkResponse({ type: AuditVerdictDto })
  @ApiProblems()
  async verify(@Context() context: CallContext): Promise<JsonObject> {
    const answers = await this.every.ask(OperationsService.method.verifyAudit, () => ({}), context, {
      timeoutMs: VERIFY_WITHIN_MS,
    });
    const items = answers.map(({ service, answer, error }) => ({ ...answer, service, error }));
    return { intact: answers.every(({ answer }) => answer?.['intact'] === true), items };
  }
}
