import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ACCESS_TOKEN_SECONDS, RevocationList, type Revocation } from '#auth';
import { AuthService, type Revocation as RevocationMessage } from '#contracts';
import { RpcClient } from '#messaging';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { ServiceContext } from './service-context.js';

const EVERY_MS = 1_000;

/** Revocations are stamped before they are committed: each poll looks back a little. */
const OVERLAP_MS = 30_000;

/** Brings identity's revocations here, so that a right taken away ends within two seconds. */
@Injectable()
export class RevocationPoller implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RevocationPoller.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private since: Date;
  private failing = false;

  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly rpc: RpcClient,
    private readonly service: ServiceContext,
    private readonly revocations: RevocationList,
  ) {
    // A token made before this process started may have been revoked before that, too.
    this.since = new Date(settings.clock.now().getTime() - ACCESS_TOKEN_SECONDS * 1_000);
  }

  onApplicationBootstrap(): void {
    void this.loop();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Asks at once; used after a call that is known to have revoked something. Never fails. */
  async refresh(): Promise<void> {
    const now = this.settings.clock.now();
    try {
      const request = { since: new Date(this.since.getTime() - OVERLAP_MS).toISOString() };
      const answer = await this.rpc.call(AuthService.method.listRevocations, request, this.service.context(), {
        timeoutMs: 2_000,
      });
      this.revocations.add(answer.items.map(plain));
      this.revocations.prune(now);
      this.since = now;
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.log.warn(`no revocations: ${error instanceof Error ? error.message : 'unknown'}`);
      this.failing = true;
    }
  }

  private async loop(): Promise<void> {
    await this.refresh();
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.loop(), EVERY_MS);
    this.timer.unref();
  }
}

function plain({ sessionId, userId, notBefore }: RevocationMessage): Revocation {
  return {
    notBefore,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(userId === undefined ? {} : { userId }),
  };
}
