import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, ROLES, type Permission, type Role, type RoleKind } from '#auth';

/** One role and its place in the separation of administrators. */
export class RoleDto {
  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ enum: ['administrator', 'auditor', 'business'] })
  kind: RoleKind;

  @ApiProperty({ enum: ROLES, nullable: true, description: 'Null: every administrator of accounts.' })
  grantedBy: Role | null;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: Permission[];
}

export class RoleListDto {
  @ApiProperty({ type: [RoleDto] })
  items: RoleDto[];
}
