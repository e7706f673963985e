import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { EventFlowResponseSchema } from '#contracts';
import type { Caller } from '#observability';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { closedEpochs } from '../outbox/closed-epochs.js';

interface FlowRow {
  readonly epoch: string | null;
  readonly head: number;
  readonly unsent: number;
  readonly oldest: number;
  readonly dead: number;
}

// What has no number yet has its own small index.
const FLOW = `select
  (select epoch from outbox_origin limit 1) as epoch,
  coalesce((select next_seq - 1 from outbox_origin limit 1), 0) as head,
  (select count(*) from outbox where seq is null)
    + coalesce((select next_seq - 1 - published_seq from outbox_origin limit 1), 0) as unsent,
  coalesce(extract(epoch from now() - least(
    (select recorded_at from outbox where seq is null order by position limit 1),
    (select o.recorded_at from outbox_origin g join outbox o on o.epoch = g.epoch and o.seq = g.published_seq + 1 limit 1))), 0)::float8
    as oldest,
  (select count(*) from dead_letter where replayed_at is null) as dead`;

const CONSUMERS = `select w.consumer, w.origin, w.epoch, w.watermark,
    (select count(*) from inbox i where i.consumer = w.consumer and i.origin = w.origin and i.epoch = w.epoch) as held
  from inbox_watermark w order by w.consumer, w.origin, w.epoch limit 1000`;

/** How far this service's events are sent, and how far it has applied those of others. */
@Injectable()
export class EventFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'service'>,
  ) {}

  read(caller: Caller): Promise<MessageInitShape<typeof EventFlowResponseSchema>> {
    return this.unitOfWork.read(caller, async (tx) => {
      const [flow] = await tx.query<FlowRow>(FLOW);
      const consumers = await tx.query<{
        consumer: string;
        origin: string;
        epoch: string;
        watermark: number;
        held: number;
      }>(CONSUMERS);
      return {
        service: this.settings.service,
        epoch: flow?.epoch ?? '',
        headSeq: flow?.head ?? 0,
        unsent: flow?.unsent ?? 0,
        oldestUnsentSeconds: flow?.oldest ?? 0,
        deadLetters: flow?.dead ?? 0,
        consumers,
        closed: (await closedEpochs(tx)).map(({ epoch, last }) => ({ epoch, lastSeq: last })),
      };
    });
  }
}
