import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { grantedBy, permissionsOf, roleKind, ROLES } from '#auth';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { RoleListDto } from './role.dto.js';

@ApiTags('Users')
@Controller('roles')
export class RolesController {
  @Get()
  @RequirePermission('identity.user.read')
  @ApiOperation({
    summary: 'Every role: what it opens, with which others it may not meet, who may hand it out',
    description:
      'An auditor holds no other role; administrators hold no business role (separation of administrators). Nobody hands out areas beyond the own ones.',
  })
  @ApiOkResponse({ type: RoleListDto })
  @ApiProblems()
  list(): RoleListDto {
    return {
      items: ROLES.map((role) => ({
        role,
        kind: roleKind(role),
        grantedBy: grantedBy(role) ?? null,
        permissions: [...permissionsOf([role])],
      })),
    };
  }
}
