import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { AuditSignal } from '../platform/commit-signal.js';
import { Lease } from '../transaction/lease.js';
import { anchorFile, writeAnchor, type AuditAnchor } from './audit-anchor.js';

const BATCH = 500;
/** After a commit: long enough to seal a burst together, short enough that a row is open to changes for a moment only. */
const AFTER_COMMIT_MS = 400;
const AT_LEAST_EVERY_MS = 5_000;
const ANCHOR_EVERY_MS = 1_000;

interface SealAnswer {
  readonly sealed: number;
  readonly head_seq: number;
  readonly head_hash: Buffer;
}

/** Moves audit rows into the hash chain soon after they are committed. Any number of processes may run one: the database lets one work. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private unsubscribe: (() => void) | undefined;
  private interval: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private anchoredAt = 0;
  private anchorFails = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: AuditSignal,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.signal.subscribe(() => this.wakeSoon());
    this.interval = setInterval(() => this.wakeSoon(), AT_LEAST_EVERY_MS);
    this.interval.unref();
    this.wakeSoon();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    clearInterval(this.interval);
    clearTimeout(this.soon);
    await this.running;
  }

  /** Seals everything committed so far. Answers the number of rows sealed by this process. */
  async sealAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const answer = await this.sealBatch();
      total += answer?.sealed ?? 0;
      if (answer) await this.anchor({ seq: answer.head_seq, hash: answer.head_hash.toString('hex') });
      if (!answer || answer.sealed < BATCH) return total;
    }
  }

  private wakeSoon(): void {
    if (this.stopped || this.soon) return;
    this.soon = setTimeout(() => {
      this.running = this.running.then(() => this.runOnce());
    }, AFTER_COMMIT_MS);
    this.soon.unref();
  }

  private async runOnce(): Promise<void> {
    this.soon = undefined;
    if (this.stopped) return;
    try {
      await this.sealAll();
    } catch (error) {
      // The rows stay where they are; the next turn takes them.
      this.logger.debug(`audit rows wait to be sealed: ${String(error)}`);
    }
  }

  /** Undefined while another process seals. */
  private async sealBatch(): Promise<SealAnswer | undefined> {
    const lease = await Lease.take(this.dataSource);
    try {
      const { rows } = await lease.send({ text: 'select * from seal_audit($1)', values: [BATCH] });
      return rows[0] as SealAnswer | undefined;
    } finally {
      await lease.giveBack();
    }
  }

  private async anchor(head: AuditAnchor): Promise<void> {
    if (head.seq === 0 || Date.now() - this.anchoredAt < ANCHOR_EVERY_MS) return;
    this.anchoredAt = Date.now();
    try {
      await writeAnchor(anchorFile(this.settings), head);
      this.anchorFails = false;
    } catch (error) {
      if (!this.anchorFails) this.logger.warn(`the head of the audit chain cannot be kept in a file: ${String(error)}`);
      this.anchorFails = true;
    }
  }
}
