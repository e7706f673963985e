import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { OtpService, UserService } from '#contracts';
import type { CallContext } from '#observability';
import { RateLimitClass, RequirePermission } from '../auth/access.decorators.js';
import { RevocationPoller } from '../auth/revocation-poller.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import { ExpectedVersion } from '../http/expected-version.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RestCall } from '../http/rest-call.js';
import { CreateUserDto, ListUsersQueryDto, SearchUsersDto, UpdateUserDto, UserDto, UserPageDto } from './user.dto.js';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly rest: RestCall,
    private readonly revocations: RevocationPoller,
  ) {}

  @Post()
  @RequirePermission('identity.user.write')
  @ApiOperation({ summary: 'Create an account within my areas' })
  @ApiCreatedResponse({ type: UserDto })
  @ApiProblems(422)
  create(@Body() body: CreateUserDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('user', UserService.method.createUser, body, context);
  }

  @Get()
  @RequirePermission('identity.user.read')
  @ApiOperation({ summary: 'Accounts within my areas' })
  @ApiOkResponse({ type: UserPageDto })
  @ApiProblems()
  list(@Query() query: ListUsersQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(UserService.method.listUsers, query, context);
  }

  @Post('search')
  @HttpCode(200)
  @RequirePermission('identity.user.read')
  @RateLimitClass('read')
  @ApiOperation({ summary: 'The same list by name, with the words in the body' })
  @ApiOkResponse({ type: UserPageDto })
  @ApiProblems()
  search(@Body() body: SearchUsersDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(UserService.method.listUsers, body, context);
  }

  @Get(':id')
  @RequirePermission('identity.user.read')
  @ApiOkResponse({ type: UserDto })
  @ApiProblems()
  get(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('user', UserService.method.getUser, { id }, context);
  }

  @Patch(':id')
  @RequirePermission('identity.user.write')
  @ApiOperation({ summary: 'Change an account; rights taken away end at once' })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems(412, 422)
  async update(
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUserDto,
    @ExpectedVersion() expectedVersion: number,
    @Context() context: CallContext,
  ): Promise<JsonObject> {
    const request = updateRequest(id, expectedVersion, body);
    const user = await this.rest.member('user', UserService.method.updateUser, request, context);
    await this.revocations.refresh();
    return user;
  }

  @Post(':id/otp/reset')
  @HttpCode(200)
  @RequirePermission('identity.user.write')
  @ApiOperation({ summary: 'Take the second factor of somebody who lost it; ends all sessions of the account' })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems(422)
  async resetOtp(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<JsonObject> {
    const user = await this.rest.member('user', OtpService.method.resetOtp, { id }, context);
    await this.revocations.refresh();
    return user;
  }
}

function updateRequest(id: string, expectedVersion: number, body: UpdateUserDto) {
  const { displayName, password, active, roles, scopes } = body;
  return {
    id,
    expectedVersion,
    ...(displayName === undefined ? {} : { displayName }),
    ...(password === undefined ? {} : { password }),
    ...(active === undefined ? {} : { active }),
    ...(roles === undefined ? {} : { roles: { values: roles } }),
    ...(scopes === undefined ? {} : { scopes: { values: scopes } }),
  };
}
