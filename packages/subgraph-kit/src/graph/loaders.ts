import DataLoader from 'dataloader';
import type { Db } from '../database/database.ts';
import type { Moment } from '../database/signed-context.ts';
import type { TouchLog } from '../touched.ts';
import type { Viewer } from '../viewer.ts';

/** What the loaders and services of one request work with. */
export interface Loading {
  readonly viewer: Viewer;
  /** The request's own transaction. */
  readonly db: Db;
  /** When the request is answered. */
  readonly moment: Moment;
  /** Takes down what the request touches, for the audit. */
  readonly touched: TouchLog;
}

/** Fetches the rows of many keys at once, in any order. One call is one statement. */
export type FetchRows<Row> = (keys: readonly string[]) => Promise<readonly Row[]>;

/** A loader of the one row of a key, or null; one fetch for all keys asked for at a time. Make one per request. */
export function oneByKey<Row>(fetch: FetchRows<Row>, keyOf: (row: Row) => string): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const found = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** A loader of all rows of a key, in the order fetched; one fetch for all keys asked for at a time. Make one per request. */
export function manyByKey<Row>(fetch: FetchRows<Row>, keyOf: (row: Row) => string): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const found = Map.groupBy(await fetch(keys), keyOf);
    return keys.map((key) => found.get(key) ?? []);
  });
}
