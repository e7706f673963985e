import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '#auth';
import { PERMISSION_METADATA, PUBLIC_METADATA, ROUTE_CLASS_METADATA } from './access.decorators.js';
import type { RouteClass } from './rate-limit.js';

/** What a route declares about who may enter and how often. */
export interface AccessRule {
  readonly open: boolean;
  readonly permission: Permission | undefined;
  readonly routeClass: RouteClass | undefined;
}

/** Reads the declarations of a route once; three guards ask on every request. */
@Injectable()
export class AccessRules {
  private readonly known = new WeakMap<object, AccessRule>();

  constructor(private readonly reflector: Reflector) {}

  of(execution: ExecutionContext): AccessRule {
    const handler = execution.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const targets = [handler, execution.getClass()];
    const rule: AccessRule = {
      open: this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_METADATA, targets) === true,
      permission: this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION_METADATA, targets),
      routeClass: this.reflector.getAllAndOverride<RouteClass | undefined>(ROUTE_CLASS_METADATA, targets),
    };
    this.known.set(handler, rule);
    return rule;
  }
}
