import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.decorators.js';
import { LivenessDto, ReadinessDto } from './health.dto.js';
import { ReadinessProbe, type Readiness } from './readiness-probe.js';

@ApiTags('Health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly probe: ReadinessProbe) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'Whether this process runs' })
  @ApiOkResponse({ type: LivenessDto })
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'Whether every part answers; 503 names the failing ones' })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiServiceUnavailableResponse({ type: ReadinessDto })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.probe.ask();
    if (readiness.status === 'ok') return readiness;
    void reply.code(HttpStatus.SERVICE_UNAVAILABLE).header('Retry-After', '2');
    return readiness;
  }
}
