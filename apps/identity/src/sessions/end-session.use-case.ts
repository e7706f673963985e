import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { SessionRepository } from './session.repository.js';
import { unrepeated } from './unrepeated-call.js';

/** Signs out: the session's refresh and access tokens are refused from now on. */
@Injectable()
export class EndSessionUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(call: WriteCall): Promise<void> {
    const { sessionId } = call.context.caller;
    if (sessionId === undefined) return;
    await this.work.write(unrepeated(call), async (tx) => {
      const ended = await this.sessions.end(tx, sessionId, 'logout', this.settings.clock.now());
      if (ended) tx.audit({ action: 'identity.sign_out', subjectKind: 'session', subjectId: sessionId });
    });
  }
}
