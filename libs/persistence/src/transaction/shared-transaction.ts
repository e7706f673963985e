import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { isUnavailable } from '../platform/database-error.js';
import { AnswerStore } from './answer-store.js';
import { commit } from './commit.js';
import { finalStatement } from './final-rows.js';
import { Lease } from './lease.js';
import { WriteTransaction } from './open-transaction.js';
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
 * Several writes under one scope in one transaction: one BEGIN, one COMMIT, one flush, their rows stored together (ADR 0011).
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
      if (isUnavailable(error)) throw error;
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
    const [opened, ...worked] = await Promise.allSettled(
      lease.together(() => [this.answers.open(lease, caller, calls), ...riders.map((rider) => run(rider))] as const),
    );
    for (const { tx } of riders) tx.close();
    if (opened.status === 'rejected' || lease.hasFailed) return [];
    return riders.flatMap((rider, place) => {
      const outcome = worked[place];
      return outcome?.status === 'fulfilled' ? [{ ...rider, answer: outcome.value }] : [];
    });
  }

  private async store(lease: Lease, carried: readonly Carried<SharedWrite>[]): Promise<void> {
    const kept = carried.flatMap(
      ({ write, answer }) => this.answers.row(write.call, () => write.codec.encode(answer)) ?? [],
    );
    const outbox = carried.flatMap(({ tx }) => tx.outbox);
    const audits = carried.flatMap(({ tx }) => tx.audits);
    await commit(lease, [...carried.flatMap(({ tx }) => tx.last), finalStatement(outbox, audits, kept)]);
  }
}

/** Turns a throw outside the promise into a rejection. */
async function run({ write, tx }: Rider<SharedWrite>): Promise<unknown> {
  return write.work(tx);
}
