import { randomUUID } from 'node:crypto';
import { systemCaller, type CallContext } from '#observability';
import type { Tx, UnitOfWork } from '#persistence';
import { v7 as uuidv7 } from 'uuid';
import type { DeadLetterDraft } from './dead-letter.js';
import { isUuid } from './event-headers.js';
import type { EventProjector } from './event-projector.js';
import type { InboxSession, InboxStore, Numbering, NumberingChange } from './inbox-store.js';
import type { ReceivedEvent } from './received-event.js';
import type { SeenNumbers } from './watermark.js';

const INTRODUCE = `insert into inbox_watermark (consumer, origin, epoch)
  select $1, t.origin, t.epoch from unnest($2::text[], $3::uuid[]) as t(origin, epoch) on conflict do nothing`;

const LOCK = `select w.origin, w.epoch, w.watermark from inbox_watermark w
  join unnest($2::text[], $3::uuid[]) as t(origin, epoch) on t.origin = w.origin and t.epoch = w.epoch
  where w.consumer = $1 order by w.origin, w.epoch for update of w`;

// A statement of its own: it sees what whoever held the lock before has committed.
const HELD = `select i.origin, i.epoch, array_agg(i.seq) as held from inbox i
  join unnest($2::text[], $3::uuid[]) as t(origin, epoch) on t.origin = i.origin and t.epoch = i.epoch
  where i.consumer = $1 group by i.origin, i.epoch`;

const SAVE = `with moved as (
    update inbox_watermark w set watermark = t.watermark, updated_at = now()
    from unnest($2::text[], $3::uuid[], $4::bigint[]) as t(origin, epoch, watermark)
    where w.consumer = $1 and w.origin = t.origin and w.epoch = t.epoch
  ), held as (
    insert into inbox (consumer, origin, epoch, seq, event_id)
    select $1, t.* from unnest($5::text[], $6::uuid[], $7::bigint[], $8::uuid[]) as t
  )
  delete from inbox i using unnest($9::text[], $10::uuid[], $11::bigint[]) as t(origin, epoch, seq)
  where i.consumer = $1 and i.origin = t.origin and i.epoch = t.epoch and i.seq = t.seq`;

const BURY = `insert into dead_letter
  (id, consumer, origin, epoch, seq, event_id, event_type, subject, headers, payload, error_code, error_detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (consumer, origin, epoch, seq) do nothing`;

/** The inbox of one consumer in its service's database: the projector's effect and these rows are one transaction. */
export class PgInboxStore implements InboxStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projector: EventProjector,
  ) {}

  transaction(work: (session: InboxSession) => Promise<void>): Promise<void> {
    const { consumer } = this.projector;
    return this.unitOfWork.write({ context: projectorContext(consumer), operation: consumer }, (tx) =>
      work(new PgInboxSession(tx, this.projector)),
    );
  }
}

/** On whose behalf a projector works. */
export function projectorContext(consumer: string): CallContext {
  return { caller: systemCaller(`projector:${consumer}`), correlationId: randomUUID(), locale: 'zh-CN' };
}

class PgInboxSession implements InboxSession {
  constructor(
    private readonly tx: Tx,
    private readonly projector: EventProjector,
  ) {}

  async lock(numberings: readonly Numbering[]): Promise<SeenNumbers[]> {
    const params = [this.projector.consumer, numberings.map((n) => n.origin), numberings.map((n) => n.epoch)];
    let locked = await this.tx.prepared<Numbering & { watermark: number }>(LOCK, params);
    if (locked.length < numberings.length) {
      await this.tx.prepared(INTRODUCE, params);
      locked = await this.tx.prepared(LOCK, params);
    }
    const held = await this.tx.prepared<Numbering & { held: number[] }>(HELD, params);
    return numberings.map((numbering) => ({
      watermark: BigInt(locked.find(same(numbering))?.watermark ?? 0),
      held: (held.find(same(numbering))?.held ?? []).map(BigInt),
    }));
  }

  apply(events: readonly ReceivedEvent[]): Promise<void> {
    return this.projector.applyBatch(this.tx, events);
  }

  async save(changes: readonly NumberingChange[], letters: readonly DeadLetterDraft[]): Promise<void> {
    if (changes.length > 0) await this.tx.prepared(SAVE, [this.projector.consumer, ...saveColumns(changes)]);
    for (const letter of letters) await this.tx.prepared(BURY, letterRow(this.projector.consumer, letter));
  }
}

function same(wanted: Numbering): (row: Numbering) => boolean {
  return (row) => row.origin === wanted.origin && row.epoch === wanted.epoch;
}

function saveColumns(changes: readonly NumberingChange[]): unknown[] {
  const hold = changes.flatMap(({ origin, epoch, hold }) => hold.map((row) => ({ ...row, origin, epoch })));
  const release = changes.flatMap(({ origin, epoch, release }) => release.map((seq) => ({ origin, epoch, seq })));
  return [
    ...[changes.map((c) => c.origin), changes.map((c) => c.epoch), changes.map((c) => String(c.watermark))],
    ...[
      hold.map((h) => h.origin),
      hold.map((h) => h.epoch),
      hold.map((h) => String(h.seq)),
      hold.map((h) => h.eventId),
    ],
    ...[release.map((r) => r.origin), release.map((r) => r.epoch), release.map((r) => String(r.seq))],
  ];
}

function letterRow(consumer: string, letter: DeadLetterDraft): unknown[] {
  const { position } = letter;
  return [
    uuidv7(),
    consumer,
    position?.origin ?? null,
    position?.epoch ?? null,
    position === undefined ? null : String(position.seq),
    letter.eventId !== undefined && isUuid(letter.eventId) ? letter.eventId : null,
    letter.type ?? null,
    letter.subject,
    JSON.stringify(letter.headers),
    letter.payload,
    letter.code,
    letter.detail,
  ];
}
