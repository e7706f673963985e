import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PRODUCT_VERSION, SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { Public } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { ConsoleInfoDto } from './console-info.dto.js';
import { DemoNotice } from './demo-notice.js';

@ApiTags('Running')
@Controller('console-info')
export class ConsoleInfoController {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly notice: DemoNotice,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'What the sign-in page has to know: version, and the accounts of a demonstration' })
  @ApiOkResponse({ type: ConsoleInfoDto })
  @ApiProblems()
  info(): ConsoleInfoDto {
    // Outside production only: there the password of a demonstration is nobody's business.
    const demo = this.settings.demo ? this.notice.current : undefined;
    return {
      version: PRODUCT_VERSION,
      node: this.settings.node.id,
      tier: this.settings.node.tier,
      demo: demo !== undefined,
      demoPassword: demo?.password ?? null,
      demoAccounts: [...(demo?.accounts ?? [])],
    };
  }
}
