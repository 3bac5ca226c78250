import type { QueryRunner } from 'typeorm';
import type { Db } from '../database/database.ts';

/** Something that happened in one subgraph and that others must be told. */
export interface FeedEvent {
  /** Grows from event to event, with gaps; the order in which they were committed. */
  readonly position: number;
  readonly topic: string;
  readonly payload: unknown;
  /** ISO 8601 instant. */
  readonly recordedAt: string;
}

/** Table of the events that a subgraph's own transactions leave for others. Run it in a migration, or use `createOutbox`. */
export const OUTBOX_SQL = `CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
)`;

/** Table of how far this subgraph has read the feeds of others. */
export const FEED_CURSOR_SQL = `CREATE TABLE feed_cursor (
  name text CONSTRAINT pk_feed_cursor PRIMARY KEY,
  position bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
)`;

/** In a migration: the outbox, its ordering and its guard. */
export async function createOutbox(_queryRunner: QueryRunner): Promise<void> {
  throw new Error('not built yet');
}

/** In a migration: the cursors of the feeds this subgraph reads, and their guard. */
export async function createFeedCursor(_queryRunner: QueryRunner): Promise<void> {
  throw new Error('not built yet');
}

/** Leaves an event in the outbox, in the transaction that makes it true. */
export async function appendToOutbox(db: Db, topic: string, payload: unknown): Promise<void> {
  await db.query('INSERT INTO outbox (topic, payload) VALUES ($1, $2)', [topic, JSON.stringify(payload)]);
}

/** The events after a position, oldest first. */
export async function readOutbox(_db: Db, _after: number, _limit = 500): Promise<FeedEvent[]> {
  throw new Error('not built yet');
}
