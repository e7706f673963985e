import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { v4 } from 'uuid';
import { ServiceTokenIssuer } from '#auth';
import { DomainError, type ErrorCode } from '#contracts';
import { NoticeBoard } from '#messaging';
import { systemCaller, type CallContext } from '#observability';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { REGISTRY_OPTIONS, type RegistryOptions } from '../registry-options.js';
import { callerOf, ImportFailure, LeaseLost, type ImportJobState } from './import-job.js';
import { ImportJobRepository } from './import-job.repository.js';
import { ImportRunner } from './import-runner.js';
import type { ImportRun } from './importer.js';
import { RejectionRepository } from './rejection.repository.js';
import { UploadRepository } from './upload.repository.js';

const IDLE_MS = 1_000;
const TOKEN_MS = 5 * 60_000;
const HOUSEKEEPING_MS = 60 * 60_000;
const RETRY_SECONDS = 2;
/** Times a job may be taken up without getting one batch further. */
const FRUITLESS_ATTEMPTS = 5;

/** Takes one job after the other. Any number of instances may run: a job belongs to whoever holds its lease. */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('imports');
  private readonly id = v4();
  private readonly stopping = new AbortController();
  private readonly tokens: ServiceTokenIssuer;
  private wake: AbortController = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private cleanedAt = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: ImportJobRepository,
    private readonly uploads: UploadRepository,
    private readonly rejections: RejectionRepository,
    private readonly runner: ImportRunner,
    private readonly notices: NoticeBoard,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    @Inject(REGISTRY_OPTIONS) private readonly options: RegistryOptions,
  ) {
    this.tokens = new ServiceTokenIssuer(settings);
  }

  onApplicationBootstrap(): void {
    this.loop = this.work();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** A job was just started here: do not wait for the next look. */
  kick(): void {
    this.wake.abort();
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const job = await this.claim();
        if (job === undefined) await this.idle();
        else await this.take(job);
      } catch (error) {
        this.log.warn(`looking for work failed: ${String(error)}`);
        await this.idle();
      }
    }
  }

  private async idle(): Promise<void> {
    await this.housekeep();
    this.wake = new AbortController();
    const signal = AbortSignal.any([this.wake.signal, this.stopping.signal]);
    await sleep(IDLE_MS, undefined, { signal }).catch(() => undefined);
  }

  private claim(): Promise<ImportJobState | undefined> {
    return this.unitOfWork.write(ownCall('import.claim'), (tx) =>
      this.jobs.claim(tx, this.id, this.options.importLeaseSeconds),
    );
  }

  private async take(job: ImportJobState): Promise<void> {
    const lost = new AbortController();
    const heart = setInterval(() => void this.beat(job.id, lost), (this.options.importLeaseSeconds * 1_000) / 3);
    try {
      if (job.attempts > FRUITLESS_ATTEMPTS) throw new ImportFailure('REGISTRY.IMPORT.INTERRUPTED');
      await this.runner.run(this.runOf(job, AbortSignal.any([lost.signal, this.stopping.signal])), this.id);
      await this.finish(job, { status: 'done' });
    } catch (error) {
      await this.fail(job, error);
    } finally {
      clearInterval(heart);
    }
  }

  private async fail(job: ImportJobState, error: unknown): Promise<void> {
    if (error instanceof ImportFailure) {
      await this.finish(job, { status: 'failed', code: error.code, detail: error.detail });
    } else if (this.stopping.signal.aborted) {
      await this.release(job, 0);
    } else if (!(error instanceof LeaseLost)) {
      const what = error instanceof DomainError ? error.code : error instanceof Error ? error.stack : String(error);
      this.log.warn(`import ${job.id} was interrupted and goes on in a moment: ${String(what)}`);
      await this.release(job, RETRY_SECONDS);
    }
  }

  private async release(job: ImportJobState, seconds: number): Promise<void> {
    await this.unitOfWork.write(ownCall('import.release'), (tx) =>
      this.jobs.release(tx, job.id, this.id, this.options.importLeaseSeconds, seconds),
    );
  }

  private async finish(
    job: ImportJobState,
    end: { status: 'done' | 'failed'; code?: ErrorCode; detail?: string | undefined },
  ): Promise<void> {
    const context = this.contextOf(job, '');
    const ended = await this.unitOfWork.write({ context, operation: 'import.finish' }, async (tx) => {
      if (!(await this.jobs.finish(tx, job.id, this.id, end))) return false;
      await this.uploads.remove(tx, job.uploadId);
      const details = { kind: job.kind, mode: job.mode, status: end.status, ...(end.code && { code: end.code }) };
      tx.audit({ action: 'import.finish', subjectKind: 'import', subjectId: job.id, details });
      return true;
    });
    if (ended) this.notices.post({ type: 'import.finished', userId: job.startedBy, subjectId: job.id });
  }

  private async beat(id: string, lost: AbortController): Promise<void> {
    try {
      const held = await this.unitOfWork.write(ownCall('import.beat'), (tx) => this.jobs.beat(tx, id, this.id));
      if (!held) lost.abort(new LeaseLost());
    } catch {
      // The database is away; the lease runs out by itself if it stays so.
    }
  }

  private runOf(job: ImportJobState, signal: AbortSignal): ImportRun {
    let token = this.tokens.delegate(callerOf(job));
    let issuedAt = Date.now();
    return {
      job,
      signal,
      context: () => {
        if (Date.now() - issuedAt > TOKEN_MS) {
          token = this.tokens.delegate(callerOf(job));
          issuedAt = Date.now();
        }
        return this.contextOf(job, token);
      },
    };
  }

  private contextOf(job: ImportJobState, token: string): CallContext {
    return { caller: callerOf(job), token, correlationId: job.correlationId, locale: job.locale };
  }

  private async housekeep(): Promise<void> {
    const now = this.settings.clock.now().getTime();
    if (now - this.cleanedAt < HOUSEKEEPING_MS) return;
    this.cleanedAt = now;
    await this.unitOfWork.write(ownCall('import.housekeeping'), async (tx) => {
      await this.uploads.removeAbandoned(tx);
      await this.rejections.removeOld(tx);
    });
  }
}

function ownCall(operation: string): WriteCall {
  const caller = systemCaller('imports');
  return { context: { caller, correlationId: v4(), locale: 'zh-CN' }, operation };
}
