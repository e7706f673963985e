import type { CallContext, Caller } from '#observability';
import type { WriteCall } from '#persistence';

/** The call without its idempotency key: answers that hold secrets are never kept for a repeat. */
export function unrepeated(call: WriteCall, caller?: Caller): WriteCall {
  const { idempotencyKey: _notKept, ...context }: CallContext = call.context;
  return { operation: call.operation, context: caller === undefined ? context : { ...context, caller } };
}
