import { OutboxService } from '#contracts';
import type { RpcClient } from '../rpc/rpc-client.js';
import type { ServiceContext } from '../rpc/service-context.js';
import type { OriginAnswer, Origins, ResendAnswer } from './gap-healer.js';
import type { NumberRange } from './gap-ranges.js';
import type { Numbering } from './inbox-store.js';

const RESEND_TIMEOUT_MS = 20_000;

/** Asks origins over rpc; `<node>.<service>` is the address. */
export class RpcOrigins implements Origins {
  constructor(
    private readonly rpc: RpcClient,
    private readonly context: ServiceContext,
    private readonly subscriber: string,
  ) {}

  async head(origin: string): Promise<OriginAnswer> {
    const answer = await this.rpc.call(OutboxService.method.head, {}, this.context.get(), addressOf(origin));
    const closed = answer.closed.map(({ epoch, lastSeq }) => ({ epoch, last: lastSeq }));
    return { epoch: answer.epoch, head: answer.seq, closed };
  }

  async resend({ origin, epoch }: Numbering, range: NumberRange): Promise<ResendAnswer> {
    const answer = await this.rpc.call(
      OutboxService.method.resend,
      { epoch, fromSeq: range.from, toSeq: range.to },
      this.context.get(),
      { ...addressOf(origin), timeoutMs: RESEND_TIMEOUT_MS },
    );
    return { resent: answer.resent, floor: answer.floorSeq, closed: answer.closed };
  }

  async report({ origin, epoch }: Numbering, watermark: bigint): Promise<void> {
    await this.rpc.call(
      OutboxService.method.reportWatermark,
      { subscriber: this.subscriber, epoch, seq: watermark },
      this.context.get(),
      addressOf(origin),
    );
  }
}

function addressOf(origin: string): { node: string; target: string } {
  const dot = origin.indexOf('.');
  return { node: origin.slice(0, dot), target: origin.slice(dot + 1) };
}
