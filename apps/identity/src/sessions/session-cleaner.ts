import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { v7 } from 'uuid';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { SessionRepository } from './session.repository.js';

const EVERY_MS = 15 * 60_000;

/** Removes ended sessions, old revocations and forgotten failures now and then. */
@Injectable()
export class SessionCleaner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SessionCleaner.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.clean(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async clean(): Promise<void> {
    const context = { caller: systemCaller('session-cleaner'), correlationId: v7(), locale: 'zh-CN' as const };
    try {
      await this.work.write({ context, operation: 'identity.clean' }, (tx) =>
        this.sessions.prune(tx, this.settings.clock.now()),
      );
    } catch (error) {
      this.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'clean-up of sessions failed');
    }
  }
}
