import type { DescMessage, DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import type { CallContext } from '#observability';

export interface RpcCallOptions {
  /** Name behind the subject, for methods that every service answers. */
  readonly target?: string;
  /** Node that is asked; default this node. */
  readonly node?: string;
  /** Milliseconds until `COMMON.TIMEOUT`; default 5,000. Sent along as a deadline that the server keeps too. */
  readonly timeoutMs?: number;
}

/** Calls methods of other services over NATS. A refusal arrives as the same `DomainError` the other side threw. */
@Injectable()
export class RpcClient {
  call<I extends DescMessage, O extends DescMessage>(
    _method: DescMethodUnary<I, O>,
    _request: MessageInitShape<I>,
    _context: CallContext,
    _options: RpcCallOptions = {},
  ): Promise<MessageShape<O>> {
    return Promise.reject(new Error('not connected'));
  }
}
