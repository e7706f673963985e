import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from '#auth';
import type { RouteClass } from './rate-limit.js';

export const PERMISSION_METADATA = 'xinqiao:permission';
export const PUBLIC_METADATA = 'xinqiao:public';
export const ROUTE_CLASS_METADATA = 'xinqiao:route-class';

/** The right a route asks for. Every route declares one, or `@Public()`: a spec walks all routes. */
export function RequirePermission(permission: Permission): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(PERMISSION_METADATA, permission), ApiBearerAuth());
}

/** Open without a token. */
export function Public(): ClassDecorator & MethodDecorator {
  return SetMetadata(PUBLIC_METADATA, true);
}

/** Counts the route in another class than `read` (GET) or `write` (the rest): `heavy` for imports, exports, recomputations. */
export function RateLimitClass(routeClass: RouteClass): ClassDecorator & MethodDecorator {
  return SetMetadata(ROUTE_CLASS_METADATA, routeClass);
}
