import type { Tx } from '#persistence';

/** An earlier epoch of which events are kept, and the highest number among them. */
export interface ClosedEpoch {
  readonly epoch: string;
  readonly last: number;
}

// From one epoch to the next along the index: the table is large, the epochs are few.
const CLOSED = `with recursive known as (
    (select epoch from outbox where seq is not null order by epoch limit 1)
    union all
    select (select o.epoch from outbox o where o.seq is not null and o.epoch > k.epoch order by o.epoch limit 1)
    from known k where k.epoch is not null
  )
  select k.epoch,
    (select o.seq from outbox o where o.seq is not null and o.epoch = k.epoch order by o.seq desc limit 1) as last
  from known k where k.epoch is not null and k.epoch not in (select epoch from outbox_origin)`;

/** What an origin keeps of the epochs before the present one. */
export function closedEpochs(tx: Tx): Promise<ClosedEpoch[]> {
  return tx.query<ClosedEpoch>(CLOSED);
}
