import type { SqlSession } from './sql-session.js';

/** Days an event is kept after it was recorded, even when every known subscriber has it. */
export const OUTBOX_RETENTION_DAYS = 30;

const PORTION = 5_000;

// Below the watermark of every subscriber that ever reported, in each epoch; without subscribers nothing goes. The oldest
// portion is looked at first and only then its age, so that the search never walks over the whole table.
const REMOVE = `with safe as (
    select e.epoch, min(coalesce(s.watermark, 0)) as upto
    from (select distinct epoch from outbox_subscriber) e
    cross join (select distinct subscriber from outbox_subscriber) d
    left join outbox_subscriber s on s.epoch = e.epoch and s.subscriber = d.subscriber
    group by e.epoch
  ), oldest as (
    select o.position, o.recorded_at from safe cross join lateral (
      select position, recorded_at from outbox where epoch = safe.epoch and seq <= safe.upto order by seq limit $2
    ) o
  )
  delete from outbox using oldest
  where outbox.position = oldest.position and oldest.recorded_at < now() - make_interval(days => $1)`;

/** Removes what every subscriber has and nobody will ask for again. */
export async function removeCovered(session: SqlSession, days: number = OUTBOX_RETENTION_DAYS): Promise<void> {
  await session.rows(REMOVE, [days, PORTION]);
}
