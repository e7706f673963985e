import type { CallContext } from '#observability';
import type { WriteCall } from '#persistence';

/** What a handler is given besides the request: the verified context, ready to be handed to `UnitOfWork.write`. */
export interface RpcCall extends WriteCall {
  readonly context: CallContext;
  /** Full proto method name, e.g. `xinqiao.smi.v1.FollowUpService.RecordFollowUp`. */
  readonly operation: string;
  /** SHA-256 (hex) of the canonical request JSON: the same key with another digest is a misuse of the idempotency key. */
  readonly requestDigest: string;
}
