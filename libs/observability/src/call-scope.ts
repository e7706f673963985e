import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of a call carries. */
export interface CallScope {
  readonly correlationId: string;
}

const storage = new AsyncLocalStorage<CallScope>();

/** Runs work so that all it logs, however deep, carries the call's correlation id. Edges call it once per request or event. */
export function runInCall<T>(scope: CallScope, work: () => T): T {
  return storage.run({ correlationId: scope.correlationId }, work);
}

/** Undefined outside a call. */
export function currentCorrelationId(): string | undefined {
  return storage.getStore()?.correlationId;
}
