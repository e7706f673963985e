import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OtpService } from '#contracts';
import type { CallContext } from '#observability';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { RestCall } from '../http/rest-call.js';
import { RateLimitClass, RequirePermission } from './access.decorators.js';
import { RevocationPoller } from './revocation-poller.js';
import { ConfirmOtpDto, CurrentPasswordDto, NewOtpDto, OwnOtpDto, RecoveryCodesDto } from './session.dto.js';

@ApiTags('Sign-in')
@Controller('auth/otp')
@RequirePermission('identity.self')
@RateLimitClass('signIn')
export class OtpController {
  constructor(
    private readonly rest: RestCall,
    private readonly revocations: RevocationPoller,
  ) {}

  @Post('enrol')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Begin to enrol an authenticator',
    description: 'The secret counts once a code of it has come to `confirm`, within ten minutes.',
  })
  @ApiOkResponse({ type: NewOtpDto })
  @ApiProblems(422, 423)
  enrol(@Body() body: CurrentPasswordDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(OtpService.method.enrolOtp, body, context);
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the second factor into use: ends my other sessions' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(422)
  async confirm(@Body() body: ConfirmOtpDto, @Context() context: CallContext): Promise<JsonObject> {
    const codes = await this.rest.call(OtpService.method.confirmOtp, body, context);
    await this.revocations.refresh();
    return codes;
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'New recovery codes; the old ones are worth nothing from then on' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(422, 423)
  renew(@Body() body: OwnOtpDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(OtpService.method.renewRecoveryCodes, body, context);
  }

  @Post('remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove my second factor: ends my other sessions' })
  @ApiNoContentResponse()
  @ApiProblems(422, 423)
  async remove(@Body() body: OwnOtpDto, @Context() context: CallContext): Promise<void> {
    await this.rest.call(OtpService.method.removeOtp, body, context);
    await this.revocations.refresh();
  }
}
