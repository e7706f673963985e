import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OperationsService } from '#contracts';
import { BusConnection } from '#messaging';
import { processVitals, type CallContext } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { EveryService, type ServiceAnswer } from './every-service.js';
import { lagOf } from './node-lag.js';
import { HealthOverviewDto, NodesDto } from './nodes.dto.js';

const ANSWER_WITHIN_MS = 3_000;

@ApiTags('Operations')
@Controller()
export class NodesController {
  constructor(
    private readonly every: EveryService,
    private readonly bus: BusConnection,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'node' | 'clock'>,
  ) {}

  @Get('nodes')
  @RequirePermission('ops.read')
  @ApiOperation({ summary: 'The nodes this one knows: today itself' })
  @ApiOkResponse({ type: NodesDto })
  @ApiProblems()
  async nodes(@Context() context: CallContext): Promise<NodesDto> {
    const options = { timeoutMs: ANSWER_WITHIN_MS };
    const answers = await this.every.ask(OperationsService.method.eventFlow, () => ({}), context, options);
    const { id, tier, territory } = this.settings.node;
    const { version } = processVitals();
    // The real time of contact, also where the node's "today" is fixed for a demonstration.
    const lastContactAt = new Date().toISOString();
    return { items: [{ id, tier, territory, link: 'self', ...lagOf(answers), lastContactAt, version }] };
  }

  @Get('ops/health')
  @RequirePermission('ops.read')
  @ApiOperation({ summary: 'How each service is doing: its parts, version, memory, up-time' })
  @ApiOkResponse({ type: HealthOverviewDto })
  @ApiProblems()
  async health(@Context() context: CallContext): Promise<{ items: JsonObject[] }> {
    const options = { timeoutMs: ANSWER_WITHIN_MS };
    const answers = await this.every.ask(OperationsService.method.health, () => ({}), context, options);
    return { items: [this.own(), ...answers.map(healthItem)] };
  }

  private own(): JsonObject {
    const parts = [{ name: 'nats', ok: this.bus.connected }];
    return { service: 'gateway', status: statusOf(parts), ...processVitals(), parts };
  }
}

const UNKNOWN = {
  version: null,
  process: null,
  startedAt: null,
  uptimeSeconds: null,
  memoryBytes: null,
  heapBytes: null,
};

function healthItem({ service, answer }: ServiceAnswer): JsonObject {
  if (answer === null) return { ...UNKNOWN, service, status: 'unavailable', parts: [] };
  return { ...answer, service, status: statusOf(answer['parts'] as unknown as { ok: boolean }[]) };
}

function statusOf(parts: readonly { readonly ok: boolean }[]): 'ok' | 'degraded' {
  return parts.every((part) => part.ok) ? 'ok' : 'degraded';
}
