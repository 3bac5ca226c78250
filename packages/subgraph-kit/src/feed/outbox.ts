import type { QueryRunner } from 'typeorm';
import type { Database, Db } from '../database/database.ts';
import { guardBy } from '../database/row-security.ts';
import { BadInputError, ForbiddenError } from '../errors.ts';
import type { Internal } from '../graph/subgraph.ts';

/** Something that happened in one subgraph and that others must be told. */
export interface FeedEvent {
  /** Grows from event to event, with gaps, in the order in which they were committed. */
  readonly position: number;
  readonly topic: string;
  readonly payload: unknown;
  /** ISO 8601 instant. */
  readonly recordedAt: string;
}

/**
 * Table of the events that a subgraph's own transactions leave for others.
 *
 * The trigger lets one transaction append at a time, to its end: positions are given in the order of commits, so a
 * reader that has seen position 7 will never find a 6 that came later.
 */
export const OUTBOX_SQL = `
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_outbox PRIMARY KEY (position)
);
CREATE FUNCTION outbox_in_order() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(6620915833);
  RETURN NULL;
END $$;
CREATE TRIGGER tr_outbox_in_order BEFORE INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_in_order()`;

/** Table of how far this subgraph has read the feeds of others. */
export const FEED_CURSOR_SQL = `
CREATE TABLE feed_cursor (
  name text NOT NULL,
  position bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_feed_cursor PRIMARY KEY (name)
)`;

const MOST_EVENTS = 500;

/** In a migration: the outbox and its guard. Everybody who writes may append; only the platform itself reads. */
export async function createOutbox(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(OUTBOX_SQL);
  await guardBy(queryRunner, 'outbox', [
    { audience: 'la', access: 'append', condition: 'true' },
    { audience: 'practice', access: 'append', condition: 'true' },
    { audience: 'service', access: 'write', condition: 'true' },
  ]);
}

/** In a migration: the cursors of the feeds this subgraph reads, and their guard. */
export async function createFeedCursor(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(FEED_CURSOR_SQL);
  await guardBy(queryRunner, 'feed_cursor', [{ audience: 'service', access: 'write', condition: 'true' }]);
}

/** Leaves an event in the outbox, in the transaction that makes it true. */
export async function appendToOutbox(db: Db, topic: string, payload: unknown): Promise<void> {
  await db.query('INSERT INTO outbox (topic, payload) VALUES ($1, $2)', [topic, JSON.stringify(payload)]);
}

/** Leaves many events of one topic, in this order, in one statement. */
export async function appendAllToOutbox(db: Db, topic: string, payloads: readonly unknown[]): Promise<void> {
  if (payloads.length === 0) return;
  await db.query(
    `INSERT INTO outbox (topic, payload)
     SELECT $1, payload::jsonb FROM unnest($2::text[]) WITH ORDINALITY AS p (payload, ordinal) ORDER BY ordinal`,
    [topic, payloads.map((payload) => JSON.stringify(payload))],
  );
}

/** The events after a position, oldest first, `limit` of them at most. Only the platform itself may read them. */
export async function readOutbox(db: Db, after: number, limit = MOST_EVENTS): Promise<FeedEvent[]> {
  const rows = await db.query<{ position: string; topic: string; payload: unknown; recordedAt: Date }>(
    `SELECT position, topic, payload, recorded_at AS "recordedAt" FROM outbox
     WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, Math.min(limit, MOST_EVENTS)],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position), recordedAt: row.recordedAt.toISOString() }));
}

/** An internal route that answers the events after `params.after`, for services of the platform. */
export function outboxRoute(database: Database): Internal {
  return async ({ caller, params }) => {
    if (caller.kind !== 'service') throw new ForbiddenError('The feed is for services of the platform.');
    const after = Number(params['after'] ?? '0');
    if (!Number.isSafeInteger(after) || after < 0) throw new BadInputError('`after` is a position of the feed.');
    return database.service((db) => readOutbox(db, after));
  };
}
