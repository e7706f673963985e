import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `alter table outbox_origin add column published_seq bigint not null default 0`,
  `update outbox_origin g set published_seq = coalesce(
    (select min(o.seq) - 1 from outbox o where o.epoch = g.epoch and o.published_at is null), g.next_seq - 1)`,
  // Of epochs before the present one, what was never sent is sent in the present one.
  `update outbox o set epoch = null, seq = null where o.published_at is null and o.seq is not null
    and not exists (select from outbox_origin g where g.epoch = o.epoch)`,
  `drop index outbox_unpublished`,
  `alter table outbox drop column published_at`,
  `alter table outbox_origin add constraint outbox_origin_published check (published_seq between 0 and next_seq - 1)`,
];

const DOWN = [
  `alter table outbox add column published_at timestamptz`,
  `update outbox o set published_at = o.recorded_at where o.seq is not null
    and not exists (select from outbox_origin g where g.epoch = o.epoch and g.published_seq < o.seq)`,
  `alter table outbox add constraint outbox_published_after_sent check (published_at is null or seq is not null)`,
  `create index outbox_unpublished on outbox (seq) where published_at is null and seq is not null`,
  `alter table outbox_origin drop column published_seq`,
];

/**
 * One mark for all events sent instead of one on each row: a row of the outbox is written twice in its life, not three times,
 * and stands in one index less. Each service's migration extends it and gives the name.
 */
export abstract class PublishedMarkMigration implements MigrationInterface {
  /** Class name with the 13-digit timestamp, as TypeORM wants it. */
  abstract readonly name: string;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
