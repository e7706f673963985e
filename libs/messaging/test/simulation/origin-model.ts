import { FollowUpRecordedSchema } from '#contracts';
import type { NumberedEvent, OutboxStore } from '../../src/outbox/outbox-store.js';

export interface OutboxRow {
  readonly position: number;
  readonly id: string;
  readonly poison: boolean;
  seq: bigint | null;
}

export const ORIGIN = 'n1.smi';
export const EPOCH = '00000000-0000-7000-8000-000000000001';

/** PostgreSQL of the service that writes: positions are taken before the commit, so a later one may be visible first. */
export class OriginDatabase {
  readonly rows: OutboxRow[] = [];
  private readonly uncommitted: OutboxRow[] = [];
  /** Up to this number the stream is known to have everything. */
  publishedThrough = 0n;
  private nextPosition = 1;
  private nextSeq = 1n;

  begin(poison: boolean): void {
    const position = this.nextPosition++;
    const id = `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`;
    this.uncommitted.push({ position, id, poison, seq: null });
  }

  /** Commits one open transaction, not always the oldest. */
  commit(pick: number): void {
    const [row] = this.uncommitted.splice(pick % Math.max(1, this.uncommitted.length), 1);
    if (row !== undefined) this.rows.push(row);
  }

  commitAll(): void {
    while (this.uncommitted.length > 0) this.commit(0);
  }

  get head(): bigint {
    return this.nextSeq - 1n;
  }

  give(rows: readonly OutboxRow[]): NumberedEvent[] {
    for (const row of rows) row.seq = this.nextSeq++;
    return rows.map(eventOf);
  }

  visible(): OutboxRow[] {
    return [...this.rows].sort((a, b) => a.position - b.position);
  }

  numbered(from: bigint, to: bigint): NumberedEvent[] {
    return this.rows
      .filter((row) => row.seq !== null && row.seq >= from && row.seq <= to)
      .sort((a, b) => Number((a.seq ?? 0n) - (b.seq ?? 0n)))
      .map(eventOf);
  }
}

/** What a run may do between and inside the steps of a component. */
export interface Steps {
  /** Who acts now. */
  readonly process: object;
  /** Between two steps: others may act, the process may be killed. */
  between(): Promise<void>;
  /** A statement or message whose fate the sender never learns: it may fail before, or succeed and seem to fail. */
  uncertain<T>(effect: () => T): Promise<T>;
}

/** The outbox as the real relay uses it. */
export class SimulatedOutbox implements OutboxStore {
  constructor(
    protected readonly database: OriginDatabase,
    protected readonly steps: Steps,
  ) {}

  unpublished(limit: number): Promise<NumberedEvent[]> {
    return this.steps.uncertain(() =>
      this.database.numbered(this.database.publishedThrough + 1n, this.database.head).slice(0, limit),
    );
  }

  number(limit: number): Promise<NumberedEvent[]> {
    return this.steps.uncertain(() => this.database.give(this.pick().slice(0, limit)));
  }

  markPublished(events: readonly NumberedEvent[]): Promise<void> {
    return this.steps.uncertain(() => {
      const [first, last] = [events[0]?.seq ?? 0n, events.at(-1)?.seq ?? 0n];
      const { publishedThrough } = this.database;
      if (publishedThrough >= first - 1n && publishedThrough < last) this.database.publishedThrough = last;
    });
  }

  protected pick(): OutboxRow[] {
    return this.database.visible().filter((row) => row.seq === null);
  }
}

function eventOf(row: OutboxRow): NumberedEvent {
  return {
    origin: ORIGIN,
    epoch: EPOCH,
    seq: row.seq ?? 0n,
    eventId: row.id,
    type: FollowUpRecordedSchema.typeName,
    subject: `evt.n1.${FollowUpRecordedSchema.typeName}`,
    payload: JSON.stringify({ caseId: row.poison ? 'poison' : row.id, version: 1 }),
    recordedAt: '2026-11-23T00:00:00.000Z',
  };
}
