import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import { FollowUpRecordedSchema } from '#contracts';
import { EventProjector, MessagingModule, type ReceivedEvent } from '#messaging';
import { systemCaller } from '#observability';
import { PersistenceModule, UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { startService, type TestNode } from '#testing';
import pg from 'pg';
import { createMessagingNode } from './messaging-node.js';

/** The case whose event the projector refuses, until `projection.mended`. */
export const POISON = 'poison';

/** The unit every event belongs to. */
export const EVENT_AREA = '990101001001';

/** A service that has been started. */
export type Running = INestApplicationContext;

export const projection = { mended: false };

/** Notes every event it is given, so that a second effect shows. */
@Injectable()
class VisitProjector extends EventProjector {
  override readonly consumer = 'kpi__smi';
  override readonly events = [FollowUpRecordedSchema];

  constructor(@Inject(SERVICE_SETTINGS) readonly settings: ServiceSettings) {
    super();
  }

  override areasOf({ message }: ReceivedEvent): readonly string[] {
    return [(message as unknown as { org: string }).org];
  }

  override async applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void> {
    const cases = events.map((event) => (event.message as unknown as { caseId: string }).caseId);
    const ids = events.map((event) => event.eventId);
    await tx.query('insert into effect (event_id, case_id) select * from unnest($1::uuid[], $2::text[])', [ids, cases]);
    if (!projection.mended && cases.includes(POISON)) throw new TypeError('cannot digest this');
  }
}

/** A node with `smi`, which emits, and `kpi`, which projects; and a look into everything between them. */
export class EventFlowNode {
  private readonly running = new Set<Running>();

  private constructor(
    readonly node: TestNode,
    readonly bus: NatsConnection,
    readonly streams: JetStreamManager,
    readonly database: pg.Client,
  ) {}

  static async create(): Promise<EventFlowNode> {
    projection.mended = false;
    const node = await createMessagingNode(['smi', 'kpi']);
    const bus = await connect({ servers: node.settings('smi').natsUrl });
    const database = new pg.Client({ connectionString: node.adminUrl });
    await database.connect();
    return new EventFlowNode(node, bus, await jetstreamManager(bus), database);
  }

  async close(): Promise<void> {
    for (const service of this.running) await service.close();
    await this.database.end();
    await this.bus.close();
    await this.node.close();
  }

  async start(service: 'smi' | 'kpi', changed: Partial<ServiceSettings> = {}): Promise<Running> {
    const settings = { ...this.node.settings(service), ...changed };
    const consumers: Type<EventProjector>[] = service === 'kpi' ? [VisitProjector] : [];
    @Module({
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: [] }),
        MessagingModule.forService(settings, { consumers, gaps: { lookMs: 500, patienceMs: 300 } }),
      ],
    })
    class ServiceModule {}
    const app = await startService(ServiceModule, settings);
    this.running.add(app);
    return app;
  }

  async stop(service: Running): Promise<void> {
    this.running.delete(service);
    await service.close();
  }

  async emit(from: Running, cases: readonly string[]): Promise<void> {
    const context = { caller: systemCaller('test'), correlationId: randomUUID(), locale: 'zh-CN' as const };
    await from.get(UnitOfWork).write({ context, operation: 'test' }, (tx) => {
      for (const caseId of cases) {
        const key = { aggregateId: caseId, aggregateVersion: 1 };
        tx.emit(FollowUpRecordedSchema, { followUpId: caseId, caseId, version: 1, org: EVENT_AREA }, key);
      }
      return Promise.resolve();
    });
  }

  /** Cases in the order of their effects. */
  async effects(): Promise<string[]> {
    return this.column('select case_id from kpi.effect order by place');
  }

  async watermarks(): Promise<number[]> {
    return (await this.column('select watermark from kpi.inbox_watermark')).map(Number);
  }

  async deadLetters(): Promise<string[]> {
    return (await this.column('select error_code from kpi.dead_letter')).sort();
  }

  async unpublished(): Promise<number> {
    const unsent = `(select count(*) from smi.outbox where seq is null)`;
    return Number((await this.column(`select next_seq - 1 - published_seq + ${unsent} from smi.outbox_origin`))[0]);
  }

  get stream(): string {
    return this.node.settings('smi').eventStream;
  }

  async lastStreamSeq(): Promise<number> {
    return (await this.streams.streams.info(this.stream)).state.last_seq;
  }

  /** Puts a stored message on the stream once more; under an id, if one is given. Answers whether the stream knew that id. */
  async republish(seq: number, msgID = ''): Promise<boolean> {
    const stored = await this.streams.streams.getMessage(this.stream, { seq });
    const again = headers();
    for (const [name, [value]] of stored?.header ?? []) if (!name.startsWith('Nats-')) again.set(name, value ?? '');
    const options = { headers: again, ...(msgID === '' ? {} : { msgID }) };
    return (await jetstream(this.bus).publish(stored?.subject ?? '', stored?.data, options)).duplicate;
  }

  /** Until the stream has forgotten the ids of all it got so far: it does so by a clock of its own. */
  async forgetIds(): Promise<void> {
    await this.republish(1, 'last');
    await this.streams.streams.update(this.stream, { duplicate_window: 100_000_000 });
    await until(() => this.republish(1, 'last').then((known) => !known));
  }

  /** Puts anything at all on the stream. */
  async publishRaw(head: Readonly<Record<string, string>>, body: string): Promise<void> {
    const out = headers();
    for (const [name, value] of Object.entries(head)) out.set(name, value);
    const subject = `evt.${this.node.identity.id}.${FollowUpRecordedSchema.typeName}`;
    await jetstream(this.bus).publish(subject, body, { headers: out });
  }

  private async column(sql: string): Promise<string[]> {
    const { rows } = await this.database.query<string[]>({ text: sql, rowMode: 'array' });
    return rows.map(([value]) => value ?? '');
  }
}

/** Waits for something that happens soon by itself. */
export async function until(condition: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
