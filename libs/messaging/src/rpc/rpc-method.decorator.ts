import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { applyDecorators, Controller, UseFilters } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { PERMISSIONS, type Permission } from '#auth';
import type { RpcCall } from './rpc-call.js';
import { PassThroughFilter } from './pass-through.filter.js';

/**
 * Who may call a method: a permission of the caller's roles; `authenticated` = any verified user; `service` = only tokens
 * a service issued for its own work; `public` = anybody, also without a token.
 */
export type RpcPermission = Permission | 'authenticated' | 'service' | 'public';

/** Everything `permission` may be, for the check at start. */
export const RPC_PERMISSION_KINDS: ReadonlySet<string> = new Set([
  ...PERMISSIONS,
  'authenticated',
  'service',
  'public',
]);

export interface RpcMethodOptions {
  readonly permission: RpcPermission;
  /** The subject ends in the service's name: methods that every service answers (operations, outbox). Default false. */
  readonly targeted?: boolean;
}

/** The shape of a handler method: decoded request and verified call in, the answer (or its init form) out. */
export type RpcHandler<I extends DescMessage, O extends DescMessage> = (
  request: MessageShape<I>,
  call: RpcCall,
) => Promise<MessageInitShape<O>>;

/** What `@RpcMethod` leaves for the server to find. */
export interface RpcBinding extends RpcMethodOptions {
  readonly method: DescMethodUnary;
}

/** A class whose methods answer requests of other services. */
export function RpcController(): ClassDecorator {
  return applyDecorators(Controller(), UseFilters(PassThroughFilter));
}

/** Answers one proto method. The server refuses to start when the permission is missing. */
export function RpcMethod<I extends DescMessage, O extends DescMessage>(
  method: DescMethodUnary<I, O>,
  options: RpcMethodOptions,
) {
  return <H extends RpcHandler<I, O>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>) => {
    const binding: RpcBinding = { ...options, method };
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    MessagePattern(`${method.parent.typeName}.${method.name}`, { binding })(
      target,
      key,
      descriptor as TypedPropertyDescriptor<unknown>,
    );
  };
}
