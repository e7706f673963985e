import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from '#auth';

export const PERMISSION_METADATA = 'xinqiao:permission';
export const PUBLIC_METADATA = 'xinqiao:public';

/** The right a route asks for. Every route declares one, or `@Public()`: a spec walks all routes. */
export function RequirePermission(permission: Permission): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION_METADATA, permission), ApiBearerAuth());
}

/** Open without a token. */
export function Public(): ClassDecorator & MethodDecorator {
  return SetMetadata(PUBLIC_METADATA, true);
}
