import type { NumberedEvent, OutboxStore } from './outbox-store.js';
import type { SqlSession } from './sql-session.js';

interface OutboxRecord {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: string;
  readonly recorded_at: Date;
  readonly correlation: string | null;
  readonly epoch: string;
  readonly seq: number;
}

const COLUMNS = `o.id, o.type, o.subject, o.payload, o.recorded_at, o.headers ->> 'correlationId' as correlation, o.epoch, o.seq`;

const UNPUBLISHED = `select ${COLUMNS} from outbox_origin g join outbox o on o.epoch = g.epoch and o.seq > g.published_seq
  where g.origin = $1 order by o.seq limit $2`;

const LOCK_ORIGIN = `select epoch, next_seq from outbox_origin where origin = $1 for update`;

// Only rows without a number, whatever their position: a later position may be visible first (reliability-security.md D5).
const NUMBER = `with picked as (
    select p.position, row_number() over (order by p.position) as place
    from (select position from outbox where seq is null order by position limit $1) as p
  ), numbered as (
    update outbox o set epoch = $2, seq = $3::bigint + picked.place - 1 from picked where o.position = picked.position
    returning ${COLUMNS}
  ), counted as (
    update outbox_origin set next_seq = next_seq + (select count(*) from picked) where origin = $4
  )
  select * from numbered order by seq`;

// A lost mark only means that events are sent once more, so this commit need not wait for the disk. The mark never passes over
// what another relay has numbered and perhaps not sent.
const MARK = `with lazy as (select set_config('synchronous_commit', 'off', true) as setting)
  update outbox_origin set published_seq = $4::bigint from lazy
  where lazy.setting is not null and origin = $1 and epoch = $2 and published_seq between $3::bigint - 1 and $4::bigint - 1`;

const RANGE = `select ${COLUMNS} from outbox o where o.epoch = $1 and o.seq between $2 and $3 order by o.seq limit $4`;

/** The outbox table of one service, worked on through the relay's own connection. */
export class PgOutboxStore implements OutboxStore {
  constructor(
    private readonly session: SqlSession,
    private readonly origin: string,
  ) {}

  async unpublished(limit: number): Promise<NumberedEvent[]> {
    return this.events(await this.session.rows<OutboxRecord>(UNPUBLISHED, [this.origin, limit]));
  }

  async number(limit: number): Promise<NumberedEvent[]> {
    const [waiting] = await this.session.rows('select 1 from outbox where seq is null limit 1');
    if (waiting === undefined) return [];
    // Two statements: the second one sees what whoever held the lock before has numbered.
    return this.session.transaction(async () => {
      const [head] = await this.session.rows<{ epoch: string; next_seq: number }>(LOCK_ORIGIN, [this.origin]);
      if (head === undefined) throw new Error(`outbox_origin has no row for ${this.origin}`);
      const rows = await this.session.rows<OutboxRecord>(NUMBER, [limit, head.epoch, head.next_seq, this.origin]);
      return this.events(rows);
    });
  }

  async markPublished(events: readonly NumberedEvent[]): Promise<void> {
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) return;
    await this.session.rows(MARK, [this.origin, first.epoch, String(first.seq), String(last.seq)]);
  }

  /** Events with these numbers that are still kept. */
  async range(epoch: string, from: bigint, to: bigint, limit: number): Promise<NumberedEvent[]> {
    return this.events(await this.session.rows<OutboxRecord>(RANGE, [epoch, String(from), String(to), limit]));
  }

  private events(records: readonly OutboxRecord[]): NumberedEvent[] {
    return records.map((record) => ({
      origin: this.origin,
      epoch: record.epoch,
      seq: BigInt(record.seq),
      eventId: record.id,
      type: record.type,
      subject: record.subject,
      payload: record.payload,
      recordedAt: record.recorded_at.toISOString(),
      ...(record.correlation === null ? {} : { correlationId: record.correlation }),
    }));
  }
}
