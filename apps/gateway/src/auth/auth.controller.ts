import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { AuthService } from '#contracts';
import type { CallContext } from '#observability';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import { Public, RateLimitClass, RequirePermission } from './access.decorators.js';
import { RevocationPoller } from './revocation-poller.js';
import { ChangePasswordDto, LoginDto, RefreshDto, SessionDto, UserViewDto } from './session.dto.js';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly rest: RestCall,
    private readonly revocations: RevocationPoller,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @RateLimitClass('signIn')
  @ApiOperation({ summary: 'Sign in' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(423)
  login(@Body() body: LoginDto, @Ip() clientAddress: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('session', AuthService.method.login, loginRequest(body, clientAddress), context);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @RateLimitClass('signIn')
  @ApiOperation({
    summary: 'Exchange a refresh token',
    description:
      'A token used twice ends the whole session. A client whose answer was lost may repeat within a minute under the same Idempotency-Key.',
  })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems()
  refresh(@Body() body: RefreshDto, @Ip() clientAddress: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member(
      'session',
      AuthService.method.refresh,
      { refreshToken: body.refreshToken, clientAddress },
      context,
    );
  }

  @Post('logout')
  @HttpCode(204)
  @RequirePermission('identity.self')
  @ApiOperation({ summary: 'Sign out: ends this session' })
  @ApiNoContentResponse()
  @ApiProblems()
  async logout(@Context() context: CallContext): Promise<void> {
    await this.rest.call(AuthService.method.logout, {}, context);
    await this.revocations.refresh();
  }

  @Get('me')
  @RequirePermission('identity.self')
  @ApiOperation({ summary: 'Who am I' })
  @ApiOkResponse({ type: UserViewDto })
  @ApiProblems()
  me(@Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('user', AuthService.method.me, {}, context);
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

function loginRequest({ username, password, otp }: LoginDto, clientAddress: string) {
  return { username, password, clientAddress, ...(otp === undefined ? {} : { otp }) };
}
