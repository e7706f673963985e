import { Inject } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  DomainError,
  OutboxService,
  type HeadRequest,
  type HeadResponseSchema,
  type ReportWatermarkRequest,
  type ReportWatermarkResponseSchema,
  type ResendRequest,
  type ResendResponseSchema,
} from '#contracts';
import { systemCaller } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { isUuid } from '../events/event-headers.js';
import { unavailable } from '../rpc/problem-codec.js';
import type { RpcCall } from '../rpc/rpc-call.js';
import { RpcController, RpcMethod } from '../rpc/rpc-method.decorator.js';
import { closedEpochs } from './closed-epochs.js';
import { EventPublisher } from './event-publisher.js';
import { originOf, OutboxRelay } from './outbox-relay.js';
import { PgOutboxStore } from './pg-outbox.store.js';

/** Most events sent again for one request; who misses more asks again. */
const RESEND_LIMIT = 1_000;
const RESEND_CALLER = systemCaller('outbox');

/** What this service, as an origin of events, answers to its subscribers. */
@RpcController()
export class OutboxHandler {
  private readonly origin: string;
  private resending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publisher: EventPublisher,
    private readonly relay: OutboxRelay,
    @Inject(SERVICE_SETTINGS) settings: ServiceSettings,
  ) {
    this.origin = originOf(settings);
  }

  @RpcMethod(OutboxService.method.head, { permission: 'service', targeted: true })
  async head(_request: HeadRequest): Promise<MessageInitShape<typeof HeadResponseSchema>> {
    const { head, ended } = await this.unitOfWork.read(RESEND_CALLER, async (tx) => ({
      head: await this.current(tx),
      ended: await closedEpochs(tx),
    }));
    const closed = ended.map(({ epoch, last }) => ({ epoch, lastSeq: BigInt(last) }));
    return { origin: this.origin, epoch: head.epoch, seq: head.nextSeq - 1n, closed };
  }

  /** One at a time: several subscribers that miss the same events must not multiply the load. */
  @RpcMethod(OutboxService.method.resend, { permission: 'service', targeted: true })
  resend(request: ResendRequest): Promise<MessageInitShape<typeof ResendResponseSchema>> {
    const answer = this.resending.then(() => this.sendAgain(request));
    this.resending = answer.catch(() => undefined);
    return answer;
  }

  @RpcMethod(OutboxService.method.reportWatermark, { permission: 'service', targeted: true })
  async reportWatermark(
    request: ReportWatermarkRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ReportWatermarkResponseSchema>> {
    assertEpoch(request.epoch);
    await this.unitOfWork.write({ context: call.context, operation: call.operation }, async (tx) => {
      const head = await this.current(tx);
      if (head.epoch === request.epoch && request.seq >= head.nextSeq) this.relay.doubtEpoch(request.seq);
      await tx.query(
        `insert into outbox_subscriber as s (subscriber, epoch, watermark) values ($1, $2, $3)
         on conflict (subscriber, epoch) do update
           set watermark = greatest(s.watermark, excluded.watermark), reported_at = now()`,
        [request.subscriber, request.epoch, String(request.seq)],
      );
    });
    return {};
  }

  private async sendAgain(request: ResendRequest): Promise<MessageInitShape<typeof ResendResponseSchema>> {
    assertEpoch(request.epoch);
    const { events, floor, closed } = await this.unitOfWork.read(RESEND_CALLER, async (tx) => {
      const store = new PgOutboxStore(
        { rows: (sql, params) => tx.query(sql, params), transaction: (work) => work() },
        this.origin,
      );
      const [kept] = await tx.query<{ floor: number | null }>('select min(seq) as floor from outbox where epoch = $1', [
        request.epoch,
      ]);
      const events = await store.range(request.epoch, request.fromSeq, request.toSeq, RESEND_LIMIT);
      const head = await this.current(tx);
      return { events, floor: BigInt(kept?.floor ?? 0), closed: head.epoch !== request.epoch };
    });
    for (const event of events) await this.publisher.resend(event);
    return { resent: events.length, floorSeq: floor, closed };
  }

  private async current(tx: Tx): Promise<{ epoch: string; nextSeq: bigint }> {
    const [head] = await tx.query<{ epoch: string; next_seq: number }>(
      'select epoch, next_seq from outbox_origin where origin = $1',
      [this.origin],
    );
    if (head === undefined) throw unavailable('the relay has not started yet');
    return { epoch: head.epoch, nextSeq: BigInt(head.next_seq) };
  }
}

function assertEpoch(epoch: string): void {
  if (!isUuid(epoch)) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'epoch', code: 'FIELD.INVALID' }] });
  }
}
