import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import type { FastifyReply } from 'fastify';
import { AuthService } from '#contracts';
import type { CallContext } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import type { GatewayRequest } from '../http/gateway-request.js';
import { RestCall } from '../http/rest-call.js';
import { Public, RateLimitClass, RequirePermission } from './access.decorators.js';
import { RevocationPoller } from './revocation-poller.js';
import { clearCookies } from './session-cookies.js';
import { SessionCalls } from './session-calls.js';
import { ChangePasswordDto, LoginDto, MeDto, RefreshDto, SessionDto } from './session.dto.js';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly rest: RestCall,
    private readonly sessions: SessionCalls,
    private readonly revocations: RevocationPoller,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sign in' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(423)
  login(
    @Body() body: LoginDto,
    @Ip() clientAddress: string,
    @Context() context: CallContext,
    @Req() request: GatewayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonObject> {
    return this.sessions.open(body, clientAddress, context, { request, reply });
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Exchange a refresh token',
    description:
      'A token used twice ends the whole session. A client whose answer was lost may repeat within a minute under the same Idempotency-Key. Without a body the token is the one in the cookie, and `X-CSRF-Token` is needed; two tabs may use that one within ten seconds.',
  })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems()
  refresh(
    @Body() body: RefreshDto,
    @Ip() clientAddress: string,
    @Context() context: CallContext,
    @Req() request: GatewayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonObject> {
    return this.sessions.renew(body, clientAddress, context, { request, reply });
  }

  @Post('logout')
  @HttpCode(204)
  @RequirePermission('identity.self')
  @ApiOperation({ summary: 'Sign out: ends this session' })
  @ApiNoContentResponse()
  @ApiProblems()
  async logout(
    @Context() context: CallContext,
    @Req() request: GatewayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.rest.call(AuthService.method.logout, {}, context);
    clearCookies(request, reply);
    await this.revocations.refresh();
  }

  @Get('me')
  @RequirePermission('identity.self')
  @ApiOperation({ summary: 'Who am I, and what is open to me now' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems()
  async me(@Context() context: CallContext): Promise<JsonObject> {
    const { user, ...rest } = await this.rest.call(AuthService.method.me, {}, context);
    return { ...(user as JsonObject), ...rest, today: this.settings.clock.today() };
  }

  @Post('password')
  @HttpCode(204)
  @RequirePermission('identity.self')
  @RateLimitClass('signIn')
  @ApiOperation({ summary: 'Change my password: ends my other sessions' })
  @ApiNoContentResponse()
  @ApiProblems(422, 423)
  async changePassword(@Body() body: ChangePasswordDto, @Context() context: CallContext): Promise<void> {
    await this.rest.call(AuthService.method.changePassword, body, context);
    await this.revocations.refresh();
  }
}
