import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { OutboxSignal } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { Backoff } from '../bus/backoff.js';
import { Doorbell } from '../bus/doorbell.js';
import { EventPublisher } from './event-publisher.js';
import { openOrigin, startEpoch } from './outbox-origin.js';
import { removeCovered } from './outbox-retention.js';
import { PgOutboxStore } from './pg-outbox.store.js';
import { RELAY_LIMITS, RelayRounds } from './relay-rounds.js';
import { LockedSession } from './sql-session.js';

const LOCK = 'outbox-relay';
const POLL_MS = 200;
/**
 * Under load a round begins this long after the one before: events gather and share its commits, flushes and statements further
 * down. After a pause the first event leaves at once.
 */
const ROUND_MS = 200;
const TAKE_OVER_MS = 1_000;
const HOUSEKEEPING_MS = 30_000;

/** Name of a service's numbering. */
export function originOf(settings: Pick<ServiceSettings, 'node' | 'service'>): string {
  return `${settings.node.id}.${settings.service}`;
}

/**
 * Sends the service's events, one process at a time: right after a commit in this process, else within 200 ms. It outlives
 * the absence of NATS and of PostgreSQL; rows wait in the outbox meanwhile.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly origin: string;
  private readonly bell = new Doorbell();
  private readonly backoff = new Backoff(100, 3_000);
  private stopping = false;
  private running: Promise<void> | undefined;
  private doubt: bigint | undefined;
  private startedAt = 0n;
  private nextHousekeeping = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: OutboxSignal,
    private readonly publisher: EventPublisher,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {
    this.origin = originOf(settings);
    this.logger = new Logger(`relay ${this.origin}`);
  }

  onApplicationBootstrap(): void {
    this.signal.subscribe(() => this.bell.ring());
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    this.backoff.cancel();
    await this.running;
  }

  /**
   * A subscriber has seen a number of the current epoch that was never given here: this database has forgotten some. The
   * relay takes a new epoch before it sends anything else. Ignored where another process relays.
   */
  doubtEpoch(seen: bigint): void {
    this.doubt = seen;
    this.bell.ring();
  }

  private async run(): Promise<void> {
    while (!this.stopped()) {
      let session: LockedSession | undefined;
      try {
        session = await LockedSession.acquire(this.dataSource, LOCK);
        if (session === undefined) await this.bell.wait(TAKE_OVER_MS);
        else await this.relay(session);
      } catch (error) {
        await this.pauseAfter(error);
      } finally {
        await session?.close();
      }
    }
  }

  private async relay(session: LockedSession): Promise<void> {
    this.startedAt = (await openOrigin(session, this.origin)).nextSeq;
    const rounds = new RelayRounds(new PgOutboxStore(session, this.origin), this.publisher);
    while (!this.stopped()) {
      try {
        if (this.doubt !== undefined) await this.takeNewEpoch(session);
        const began = performance.now();
        const sent = await rounds.next();
        this.backoff.reset();
        if (sent === 0) await this.rest(session, rounds);
        else if (sent < RELAY_LIMITS.batch) await this.gather(began + ROUND_MS - performance.now());
      } catch (error) {
        if (session.failed) throw error;
        await this.pauseAfter(error);
      }
    }
  }

  private async rest(session: LockedSession, rounds: RelayRounds): Promise<void> {
    if (Date.now() >= this.nextHousekeeping) {
      this.nextHousekeeping = Date.now() + HOUSEKEEPING_MS;
      await removeCovered(session);
      rounds.recheck();
    }
    await this.bell.wait(POLL_MS);
  }

  private async gather(ms: number): Promise<void> {
    if (ms > 0 && !this.stopped()) await sleep(ms);
  }

  private async takeNewEpoch(session: LockedSession): Promise<void> {
    this.logger.error(`a subscriber has seen number ${String(this.doubt)}, which was not given here: new epoch`);
    this.startedAt = (await startEpoch(session, this.origin, this.startedAt)).nextSeq;
    this.doubt = undefined;
  }

  private async pauseAfter(error: unknown): Promise<void> {
    if (this.stopped()) return;
    if (this.backoff.isFirst)
      this.logger.warn(`events wait: ${error instanceof Error ? error.message : String(error)}`);
    await this.backoff.wait();
  }

  private stopped(): boolean {
    return this.stopping;
  }
}
