import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { Lease } from './lease.js';

/** A station may be cut off for days and repeat its writes afterwards. */
const KEPT_DAYS = 14;
const EVERY_MS = 60 * 60 * 1000;
const BATCH = 2_000;

const REMOVE = `delete from idempotency where ctid = any (array(
  select ctid from idempotency where created_at < $1 limit ${BATCH.toString()}))`;

/** Removes kept answers that are older than anybody's repeat. */
@Injectable()
export class AnswerHousekeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AnswerHousekeeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Answers how many rows went. */
  async removeOld(): Promise<number> {
    const before = new Date(this.settings.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    let removed = 0;
    for (;;) {
      const lease = await Lease.take(this.dataSource);
      try {
        const { rowCount } = await lease.send({ text: REMOVE, values: [before] });
        removed += rowCount ?? 0;
        if ((rowCount ?? 0) < BATCH) return removed;
      } finally {
        await lease.giveBack();
      }
    }
  }

  private async run(): Promise<void> {
    try {
      await this.removeOld();
    } catch (error) {
      this.logger.warn(`kept answers were not cleared: ${String(error)}`);
    }
  }
}
