import { createHash } from 'node:crypto';
import { create, fromJson, toJsonString, type DescMethodUnary, type JsonValue, type Message } from '@bufbuild/protobuf';
import { isObservable, lastValueFrom } from 'rxjs';
import { isServiceToken, permits } from '#auth';
import { DomainError, requestSubject } from '#contracts';
import { anonymousCaller, type CallContext, type Caller } from '#observability';
import type { ServiceSettings } from '#tier';
import type { CallAuthenticator } from './call-authenticator.js';
import type { RpcCall } from './rpc-call.js';
import { RPC_PERMISSION_KINDS, type RpcBinding, type RpcPermission } from './rpc-method.decorator.js';

/** What Nest made of a handler method: pipes, guards and interceptors around it. */
export type BoundHandler = (request: unknown, call: unknown) => Promise<unknown>;

/** One method this service answers: its subject, who may call it, and how bodies are read and written. */
export class RpcRoute {
  readonly operation: string;
  readonly subject: string;
  private readonly method: DescMethodUnary;
  private readonly permission: RpcPermission;

  constructor(
    binding: RpcBinding,
    private readonly handler: BoundHandler,
    settings: Pick<ServiceSettings, 'node' | 'service'>,
  ) {
    this.method = binding.method;
    this.operation = `${binding.method.parent.typeName}.${binding.method.name}`;
    this.permission = declared(binding, this.operation);
    this.subject = requestSubject(
      settings.node.id,
      binding.method,
      binding.targeted === true ? settings.service : undefined,
    );
  }

  /** The caller behind the token, when the declared permission lets him in. */
  admit(token: string | undefined, authenticator: CallAuthenticator): Caller {
    if (token === undefined) {
      if (this.permission === 'public') return anonymousCaller;
      throw new DomainError('COMMON.UNAUTHENTICATED');
    }
    const verified = authenticator.inspect(token);
    const allowed =
      this.permission === 'public' ||
      (this.permission === 'authenticated' && verified.caller.kind === 'user') ||
      (this.permission === 'service' && isServiceToken(verified)) ||
      permits(verified.caller, this.permission as Parameters<typeof permits>[1]);
    if (!allowed) throw new DomainError('COMMON.FORBIDDEN', { detail: this.operation });
    return verified.caller;
  }

  /** Decodes, runs the handler, encodes the answer. */
  async run(body: string, context: CallContext): Promise<string> {
    const request = this.decode(body);
    const outcome = await this.handler(request, this.callOf(body, context));
    const answer = isObservable(outcome) ? await lastValueFrom(outcome) : outcome;
    return toJsonString(this.method.output, create(this.method.output, answer as Message));
  }

  private decode(body: string): Message {
    try {
      return fromJson(this.method.input, JSON.parse(body) as JsonValue);
    } catch (cause) {
      throw new DomainError('COMMON.MALFORMED', { detail: this.operation, cause });
    }
  }

  // The one client there is writes every request in the same form, so its bytes tell a repeat from another request. The digest
  // is asked for by keyed writes only, so it is computed when asked. An own accessor survives `{ ...call }`.
  private callOf(body: string, context: CallContext): RpcCall {
    const { operation } = this;
    let digest: string | undefined;
    return {
      context,
      operation,
      get requestDigest() {
        digest ??= createHash('sha256').update(body).digest('hex');
        return digest;
      },
    };
  }
}

function declared(binding: RpcBinding, operation: string): RpcPermission {
  const permission: unknown = binding.permission;
  if (typeof permission !== 'string' || !RPC_PERMISSION_KINDS.has(permission)) {
    throw new Error(`${operation} declares no known permission`);
  }
  return permission as RpcPermission;
}
