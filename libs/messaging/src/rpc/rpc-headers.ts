import { randomUUID } from 'node:crypto';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { DomainError } from '#contracts';
import type { CallContext } from '#observability';

/** Header names of a request and its reply. The body never carries any of this. */
export const RPC_HEADER = {
  correlation: 'Xq-Correlation-Id',
  causation: 'Xq-Causation-Id',
  token: 'Xq-Token',
  locale: 'Xq-Locale',
  idempotencyKey: 'Xq-Idempotency-Key',
  /** Milliseconds since 1970 after which the caller no longer waits. */
  deadline: 'Xq-Deadline',
  /** On a reply: the body is a Problem, this is its code. */
  error: 'Xq-Error',
} as const;

const MAX_ID_LENGTH = 128;
const NOT_PRINTABLE = /[^\x21-\x7e]/g;

/** The headers of a request. */
export function writeCallHeaders(context: CallContext, deadline: number): MsgHdrs {
  const out = headers();
  out.set(RPC_HEADER.correlation, printable(context.correlationId));
  out.set(RPC_HEADER.deadline, String(deadline));
  out.set(RPC_HEADER.locale, context.locale);
  if (context.causationId !== undefined) out.set(RPC_HEADER.causation, printable(context.causationId));
  if (context.token !== undefined) out.set(RPC_HEADER.token, context.token);
  if (context.idempotencyKey !== undefined) out.set(RPC_HEADER.idempotencyKey, idempotencyKey(context.idempotencyKey));
  return out;
}

/** What the headers of a request say, besides who calls. */
export function readCallHeaders(from: MsgHdrs | undefined): Omit<CallContext, 'caller'> & { deadline: number } {
  const token = text(from, RPC_HEADER.token);
  const causationId = text(from, RPC_HEADER.causation);
  const key = text(from, RPC_HEADER.idempotencyKey);
  return {
    correlationId: text(from, RPC_HEADER.correlation) ?? randomUUID(),
    locale: from?.get(RPC_HEADER.locale) === 'en' ? 'en' : 'zh-CN',
    deadline: Number(text(from, RPC_HEADER.deadline) ?? Number.POSITIVE_INFINITY),
    ...(token === undefined ? {} : { token }),
    ...(causationId === undefined ? {} : { causationId }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  };
}

function text(from: MsgHdrs | undefined, name: string): string | undefined {
  const value = from?.get(name);
  return value === undefined || value === '' ? undefined : value;
}

// An id is only for finding log lines again: what a header cannot hold is cut out.
function printable(id: string): string {
  return id.replace(NOT_PRINTABLE, '').slice(0, MAX_ID_LENGTH);
}

// A key decides whether two writes are one: it is refused rather than changed.
function idempotencyKey(key: string): string {
  if (key.length > MAX_ID_LENGTH || key.search(NOT_PRINTABLE) >= 0) {
    const errors = [{ field: 'Idempotency-Key', code: 'FIELD.INVALID' as const }];
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
  }
  return key;
}
