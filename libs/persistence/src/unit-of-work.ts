import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { CallContext, Caller } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { beginSql, scopeSetting } from './platform/area-scope.js';
import { AuditSignal, OutboxSignal } from './platform/commit-signal.js';
import {
  databaseUnavailable,
  isUnavailable,
  TransactionCollision,
  UniqueViolation,
} from './platform/database-error.js';
import { AnswerStore, keyOf } from './transaction/answer-store.js';
import { jsonCodec } from './transaction/answer-codec.js';
import { commit } from './transaction/commit.js';
import { finalStatement } from './transaction/final-rows.js';
import { Lease } from './transaction/lease.js';
import { ReadTransaction, WriteTransaction } from './transaction/open-transaction.js';
import { runWork } from './transaction/run-work.js';
import { SharedTransaction, type SharedWrite } from './transaction/shared-transaction.js';
import { SharingQueue } from './transaction/sharing-queue.js';
import type { AnswerCodec, AuditedTx, Tx, WriteCall, WriteTx } from './transaction/transaction.js';

/** A shared write and who waits for it. */
interface Waiting extends SharedWrite {
  readonly settled: PromiseWithResolvers<unknown>;
}

/** How often a transaction that collided with another is tried in all. */
const ATTEMPTS = 6;

/**
 * The only way to people. Every statement runs in a transaction under the caller's area scope. Do not open one inside
 * another's work: it would wait for a second connection while holding the first.
 */
@Injectable()
export class UnitOfWork {
  private readonly queues = new Map<string, SharingQueue<Waiting>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly answers: AnswerStore,
    private readonly shared: SharedTransaction,
    private readonly outboxSignal: OutboxSignal,
    private readonly auditSignal: AuditSignal,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** Reads under the caller's scope in a READ ONLY transaction. BEGIN travels with the first statement. */
  async read<T>(caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T> {
    const begin = beginSql(caller, 'read only');
    const lease = await Lease.take(this.dataSource);
    const tx = new ReadTransaction(lease, caller);
    const [opened, result] = await Promise.allSettled(
      lease.together(() => [lease.send(begin), runWork(work, tx)] as const),
    );
    tx.close();
    // Nothing depends on how a reading transaction ends; the connection goes back when it has.
    void lease.rollBack().finally(() => lease.giveBack());
    if (opened.status === 'rejected') throw opened.reason;
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  }

  /** A read of people: its audit rows are committed before the answer leaves. Refused when they cannot be written. */
  readAudited<T>(context: CallContext, work: (tx: AuditedTx) => Promise<T>): Promise<T> {
    const { idempotencyKey: _, ...withoutKey } = context;
    return this.write({ context: withoutKey, operation: 'read' }, work);
  }

  /**
   * Work, then outbox, audit and idempotency rows in one statement, then COMMIT, then the relay is woken. The whole is tried
   * again when it collides with another transaction. Under an idempotency key a repeat that overlaps the first waits for it, and
   * every repeat fails, at the latest at the key it finds taken; it is rolled back and gets the first answer when operation and
   * digest are the same. So `work` must keep no state outside.
   */
  async write<T>(
    call: WriteCall,
    work: (tx: WriteTx) => Promise<T>,
    codec: AnswerCodec<T> = jsonCodec<T>(),
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(call, work, codec);
      } catch (error) {
        if (!isCollision(error)) throw error;
        if (attempt === ATTEMPTS) throw databaseUnavailable(error);
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  /**
   * The first answer, when the call is a repeat. For whoever checks much before `write`: read what the checks need, then ask here,
   * then check. Nothing kept then means that what was read is not yet changed by the first call, so a repeat passes them too.
   */
  async firstAnswer<T>(call: WriteCall, codec: AnswerCodec<T> = jsonCodec<T>()): Promise<T | undefined> {
    if (keyOf(call) === undefined) return undefined;
    const lease = await Lease.take(this.dataSource);
    try {
      const kept = await this.answers.find(lease, call);
      return kept === undefined ? undefined : codec.decode(kept);
    } finally {
      await lease.giveBack();
    }
  }

  /**
   * As `write`, for work that many do at once: those that arrive together under one scope share a transaction, and its costs. `work`
   * may lock and read what belongs to `about`, and leaves its rows to `atCommit`, `emit` and `audit`; it writes nothing itself.
   */
  writeShared<T>(
    call: WriteCall,
    about: string,
    work: (tx: WriteTx) => Promise<T>,
    codec: AnswerCodec<T> = jsonCodec<T>(),
  ): Promise<T> {
    const settled = Promise.withResolvers<unknown>();
    this.queueOf(call.context.caller).add({ call, about, work, codec, settled });
    return settled.promise as Promise<T>;
  }

  private queueOf(caller: Caller): SharingQueue<Waiting> {
    const scope = scopeSetting(caller);
    let queue = this.queues.get(scope);
    if (queue === undefined) {
      queue = new SharingQueue(
        (batch) => this.carry(batch),
        keysOf,
        () => this.queues.delete(scope),
      );
      this.queues.set(scope, queue);
    }
    return queue;
  }

  /** Together as far as it goes smoothly; everything else is done, and answered for, one by one. */
  private async carry(batch: readonly Waiting[]): Promise<void> {
    let alone = batch;
    if (batch.length > 1) {
      try {
        const carried = await this.shared.carry(batch);
        alone = batch.filter((write) => !carried.some((done) => done.write === write));
        for (const { tx } of carried) this.wake(tx);
        for (const { write, answer } of carried) write.settled.resolve(answer);
      } catch (error) {
        for (const { settled } of batch) settled.reject(error);
        return;
      }
    }
    await Promise.all(alone.map((write) => this.goAlone(write)));
  }

  private async goAlone({ call, work, codec, settled }: Waiting): Promise<void> {
    await this.write(call, work, codec).then(settled.resolve, settled.reject);
  }

  private async attempt<T>(call: WriteCall, work: (tx: WriteTx) => Promise<T>, codec: AnswerCodec<T>): Promise<T> {
    const lease = await Lease.take(this.dataSource);
    const tx = new WriteTransaction(lease, call.context, this.settings.node.id, this.settings.clock.now());
    try {
      const answer = await this.begin(lease, tx, call, work);
      const row = this.answers.row(call, () => codec.encode(answer));
      await commit(lease, [...tx.last, finalStatement(tx.outbox, tx.audits, row ? [row] : [])]);
      this.wake(tx);
      return answer;
    } catch (error) {
      await lease.rollBack();
      const kept = isUnavailable(error) ? undefined : await this.answers.find(lease, call);
      if (kept !== undefined) return codec.decode(kept);
      if (error instanceof DomainError) await this.keepRefusals(lease, tx);
      throw error;
    } finally {
      await lease.giveBack();
    }
  }

  /** Opens the transaction and starts the work at once: its first statement travels in the packet that begins. */
  private async begin<T>(
    lease: Lease,
    tx: WriteTransaction,
    call: WriteCall,
    work: (tx: WriteTx) => Promise<T>,
  ): Promise<T> {
    const [opened, worked] = await Promise.allSettled(
      lease.together(() => [this.answers.open(lease, call.context.caller, [call]), runWork(work, tx)] as const),
    );
    tx.close();
    if (opened.status === 'rejected') throw opened.reason;
    if (worked.status === 'rejected') throw worked.reason;
    return worked.value;
  }

  /** A refusal is rolled back with the work that noticed it, its audit row must not be. */
  private async keepRefusals(lease: Lease, tx: WriteTransaction): Promise<void> {
    const refused = tx.audits.filter((row) => row.outcome === 'refused');
    const statement = finalStatement([], refused, []);
    if (!statement) return;
    await lease.send(statement);
    this.auditSignal.notify();
  }

  private wake(tx: WriteTransaction): void {
    if (tx.outbox.length > 0) this.outboxSignal.notify();
    if (tx.audits.length > 0) this.auditSignal.notify();
  }
}

/** Two writes about the same, or repeats of one write, cannot share a transaction. */
function keysOf({ call, about }: Waiting): string[] {
  const key = keyOf(call);
  return [`about ${about}`, ...(key === undefined ? [] : [`key ${call.context.caller.id} ${key}`])];
}

function isCollision(error: unknown): boolean {
  if (error instanceof TransactionCollision) return true;
  // Two first requests under one key, should the lock ever fail to keep them apart.
  return error instanceof UniqueViolation && error.constraint === 'idempotency_pkey';
}
