import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { TokenVerifier } from '#auth';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import type { GatewayRequest } from '../http/gateway-request.js';
import { EventHub } from './event-hub.js';

const EVENT_STREAM = 'text/event-stream';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly verifier: TokenVerifier,
  ) {}

  @Get()
  @RequirePermission('identity.self')
  @Header('X-Accel-Buffering', 'no')
  // The line ends with the stream: kept alive it would hold up the end of the server.
  @Header('Connection', 'close')
  @ApiOperation({
    summary: 'What has changed for me, as server-sent events',
    description:
      '`begin`, `reset` (read everything again), `import.finished` {subjectId}, `tasks.changed` and `figures.changed` {areas}, ' +
      '`dead_letter.recorded`. Hints without personal data; the stream ends with the session. `Last-Event-ID` goes on.',
  })
  @ApiProduces(EVENT_STREAM)
  @ApiOkResponse({ description: 'A stream that stays open' })
  @ApiProblems()
  events(@Req() request: GatewayRequest, @Context() context: CallContext): StreamableFile {
    const lastId = request.headers['last-event-id'];
    const stream = this.hub.open(
      context.caller,
      () => void this.verifier.inspect(context.token ?? ''),
      typeof lastId === 'string' ? lastId.slice(0, 64) : undefined,
    );
    return new StreamableFile(stream, { type: EVENT_STREAM });
  }
}
