import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import { AnswerStore } from './answer-store.js';
import { commit } from './commit.js';
import { FEW, finalStatement } from './final-rows.js';
import { Lease } from './lease.js';
import { WriteTransaction } from './open-transaction.js';
import { runWork } from './run-work.js';
import type { AnswerCodec, WriteCall, WriteTx } from './transaction.js';

/** A write that may travel with others; its types are its caller's affair. */
export interface SharedWrite {
  readonly call: WriteCall;
  /** What it reads, locks and changes. */
  readonly about: string;
  readonly work: (tx: WriteTx) => Promise<unknown>;
  readonly codec: AnswerCodec<unknown>;
}

interface Rider<W> {
  readonly write: W;
  readonly tx: WriteTransaction;
}

/** A write that is done, with what it left behind. */
export interface Carried<W> extends Rider<W> {
  readonly answer: unknown;
}

/**
 * Several writes under one scope in one transaction: one BEGIN, one COMMIT, one flush, their rows stored together (ADR 0003).
 * Only what goes smoothly is done here. A refused work leaves no trace and the others go on; a failed statement undoes all. Either
 * way those not carried are answered for by whoever runs them again, alone.
 */
@Injectable()
export class SharedTransaction {
  constructor(
    private readonly dataSource: DataSource,
    private readonly answers: AnswerStore,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** Answers those it carried, committed. Throws only when nobody knows whether they are: their callers repeat under their keys. */
  async carry<W extends SharedWrite>(writes: readonly W[]): Promise<readonly Carried<W>[]> {
    const lease = await Lease.take(this.dataSource);
    try {
      const carried = await this.work(lease, writes);
      if (carried.length > 0) await this.store(lease, carried);
      else await lease.rollBack();
      return carried;
    } catch (error) {
      await lease.rollBack();
      if (lease.isBroken) throw error;
      return [];
    } finally {
      await lease.giveBack();
    }
  }

  /** Opens the transaction; the first statements of all works travel in the packet that begins. None when a statement failed. */
  private async work<W extends SharedWrite>(lease: Lease, writes: readonly W[]): Promise<Carried<W>[]> {
    const [first] = writes;
    if (first === undefined) return [];
    const { caller } = first.call.context;
    const now = this.settings.clock.now();
    const riders = writes.map((write) => ({
      write,
      tx: new WriteTransaction(lease, write.call.context, this.settings.node.id, now),
    }));
    const calls = writes.map((write) => write.call);
    const [, ...worked] = await Promise.allSettled(
      lease.together(
        () =>
          [this.answers.open(lease, caller, calls), ...riders.map(({ write, tx }) => runWork(write.work, tx))] as const,
      ),
    );
    for (const { tx } of riders) tx.close();
    if (lease.hasFailed) return [];
    return riders.flatMap((rider, place) => {
      const outcome = worked[place];
      return outcome?.status === 'fulfilled' ? [{ ...rider, answer: outcome.value }] : [];
    });
  }

  private async store(lease: Lease, carried: readonly Carried<SharedWrite>[]): Promise<void> {
    const last = carried.flatMap(({ tx }) => tx.last);
    const final = portions(carried).map((part) => this.finalOf(part));
    await commit(lease, [...last, ...final]);
  }

  private finalOf(carried: readonly Carried<SharedWrite>[]): QueryConfig | undefined {
    const kept = carried.flatMap(
      ({ write, answer }) => this.answers.row(write.call, () => write.codec.encode(answer)) ?? [],
    );
    const outbox = carried.flatMap(({ tx }) => tx.outbox);
    const audits = carried.flatMap(({ tx }) => tx.audits);
    return finalStatement(outbox, audits, kept);
  }
}

/** Of a size at which the rows of most are still listed by VALUES. */
function portions<T>(list: readonly T[]): T[][] {
  const count = Math.ceil(list.length / FEW);
  return Array.from({ length: count }, (_, part) => list.slice(part * FEW, (part + 1) * FEW));
}
