import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HOLIDAY_YEARS, RULE_CATALOGUE, type RuleItem } from '#domain';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { RulesDto } from './rules.dto.js';

@ApiTags('Rules')
@Controller('rules')
export class RulesController {
  @Get()
  @RequirePermission('kpi.indicator.read')
  @ApiOperation({ summary: 'The figures the rules compute with: how sure we are of each, and where it stands' })
  @ApiOkResponse({ type: RulesDto })
  @ApiProblems()
  rules(): { items: readonly RuleItem[]; holidays: readonly object[] } {
    return {
      items: RULE_CATALOGUE,
      holidays: HOLIDAY_YEARS.map(({ mark, ...year }) => ({ ...year, evidence: mark })),
    };
  }
}
