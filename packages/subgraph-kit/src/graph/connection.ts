import { BadInputError } from '../errors.ts';

/** Where one page stands in the whole. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page of a list (Relay connections). */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The most entries a page may hold. */
export const LARGEST_PAGE = 100;

const LAST_PLACE = 2 ** 31 - 2;

/**
 * The number of entries asked for.
 *
 * @throws BadInputError unless it is a whole number from 1 to 100.
 */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE) return first;
  throw new BadInputError(`Ask for 1 to ${LARGEST_PAGE} entries a page.`);
}

/** A cursor that stands for `key`: what the list is ordered by, of one entry. Opaque to clients. */
export function cursorOf(key: string | number | readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(Array.isArray(key) ? key : [key])).toString('base64url');
}

/**
 * The values a cursor of `length` values stands for; null when there is no cursor.
 *
 * @throws BadInputError when the text is not such a cursor.
 */
export function keyOfCursor(after: string | null | undefined, length = 1): (string | number | null)[] | null {
  if (after === null || after === undefined) return null;
  const values = parsed(after);
  if (Array.isArray(values) && values.length === length && values.every(isKeyPart)) return values;
  throw new BadInputError('The cursor `after` is not one this list gave. Start again without it.');
}

/**
 * The offset a cursor made by an `offset` page stands for: the number of entries before the page; 0 without a cursor.
 *
 * @throws BadInputError when the text is not such a cursor.
 */
export function offsetOf(after: string | null | undefined): number {
  const [position] = keyOfCursor(after) ?? [-1];
  if (typeof position === 'number' && Number.isInteger(position) && position >= -1) return position + 1;
  throw new BadInputError('The cursor `after` is not one this list gave. Start again without it.');
}

/**
 * One page of a list.
 *
 * `rows` holds one more than `first` when there is a next page: fetch `first + 1`. Cursors are made by `cursorOf`, or
 * from `offset`, the number of entries before the page.
 */
export function pageOf<T>(page: {
  rows: readonly T[];
  first: number;
  totalCount: number;
  /** The cursor this page begins after, as the client gave it. */
  after?: string | null | undefined;
  offset?: number;
  cursorOf?: (row: T, index: number) => string;
}): Connection<T> {
  const first = pageSize(page.first);
  const offset = page.offset ?? 0;
  const cursor = page.cursorOf ?? ((_row: T, index: number) => cursorOf(offset + index));
  const edges = page.rows.slice(0, first).map((node, index) => ({ cursor: cursor(node, index), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.rows.length > first,
      hasPreviousPage: offset > 0 || Boolean(page.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not a cursor of ours: the caller refuses it.
    return null;
  }
}

/** Nothing that a database would choke on: every number in a cursor is a place in a list. */
function isKeyPart(value: unknown): value is string | number | null {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= LAST_PLACE;
  return value === null || (typeof value === 'string' && !value.includes('\0'));
}
