/**
 * Outbox, inbox and dead letters. A row of the outbox is written by the use case's transaction with `seq` null; the relay gives
 * `(epoch, seq)` without gaps when it sends (mark-as-sent, never a cursor `position > last`), and sets `published_at` at the
 * broker's acknowledgement. It is removed only below every subscriber's watermark.
 */
export const MESSAGING_UP = [
  `create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null,
    type text not null,
    subject text not null,
    aggregate_id text not null,
    aggregate_version bigint not null,
    payload text not null,
    headers jsonb not null default '{}',
    recorded_at timestamptz not null,
    epoch uuid,
    seq bigint,
    published_at timestamptz,
    constraint outbox_sent_whole check ((epoch is null) = (seq is null)),
    constraint outbox_published_after_sent check (published_at is null or seq is not null)
  ) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000)`,
  `create index outbox_unsent on outbox (position) where seq is null`,
  `create index outbox_unpublished on outbox (seq) where published_at is null and seq is not null`,
  `create unique index outbox_seq on outbox (epoch, seq) where seq is not null`,
  `create table outbox_origin (
    origin text primary key,
    epoch uuid not null,
    next_seq bigint not null default 1 check (next_seq > 0),
    -- Which database the numbers were given in: a restored copy has another mark and takes a new epoch.
    database_mark text not null default '',
    started_at timestamptz not null default now()
  )`,
  `create table outbox_subscriber (
    subscriber text not null,
    epoch uuid not null,
    watermark bigint not null default 0,
    reported_at timestamptz not null default now(),
    primary key (subscriber, epoch)
  )`,
  // Above the watermark the inbox is sparse: one row for each event that came out of order or is part of the running batch.
  `create table inbox (
    consumer text not null,
    origin text not null,
    epoch uuid not null,
    seq bigint not null,
    event_id uuid not null,
    received_at timestamptz not null default now(),
    primary key (consumer, origin, epoch, seq)
  ) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000)`,
  `create table inbox_watermark (
    consumer text not null,
    origin text not null,
    epoch uuid not null,
    watermark bigint not null default 0,
    updated_at timestamptz not null default now(),
    primary key (consumer, origin, epoch)
  )`,
  // What could not even be read has no origin, epoch or number.
  `create table dead_letter (
    id uuid primary key,
    consumer text not null,
    origin text,
    epoch uuid,
    seq bigint,
    event_id text,
    event_type text,
    subject text not null,
    headers jsonb not null default '{}',
    payload text not null,
    error_code text not null,
    error_detail text,
    attempts integer not null default 1,
    recorded_at timestamptz not null default now(),
    replayed_at timestamptz,
    constraint dead_letter_once unique (consumer, origin, epoch, seq)
  )`,
  `create index dead_letter_open on dead_letter (id) where replayed_at is null`,
];

export const MESSAGING_DOWN = [
  'drop table dead_letter',
  'drop table inbox_watermark',
  'drop table inbox',
  'drop table outbox_subscriber',
  'drop table outbox_origin',
  'drop table outbox',
];
