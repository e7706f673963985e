import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { TokenIssuer, type Role } from '#auth';
import type { CallContext } from '#observability';
import type { TestNode } from './test-node.js';

export interface SignInAs {
  readonly roles: readonly Role[];
  /** Area prefixes cut at digit groups; `''` is everywhere. */
  readonly scopes: readonly string[];
  readonly userId?: string;
  readonly locale?: CallContext['locale'];
}

/** A signed-in user without the identity service: the token is a real one, made with the node's own key. */
export function signInAs(node: Pick<TestNode, 'keysDirectory' | 'clock'>, user: SignInAs): CallContext {
  const userId = user.userId ?? v7();
  const sessionId = v7();
  const { token } = new TokenIssuer(node).issue({ userId, sessionId, roles: user.roles, scopes: user.scopes });
  return {
    caller: { kind: 'user', id: userId, roles: user.roles, scopes: user.scopes, sessionId },
    token,
    correlationId: randomUUID(),
    locale: user.locale ?? 'zh-CN',
  };
}

/** The same user with an idempotency key, for one write. */
export function withKey(context: CallContext, idempotencyKey: string = randomUUID()): CallContext {
  return { ...context, idempotencyKey };
}
