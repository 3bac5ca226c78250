import { keyOfCursor, cursorOf, pageOf, pageSize, type Connection, type TouchLog } from '@mainstay/subgraph-kit';
import type { ChildRow } from './child.repository.ts';

/** Which page of a list of children is wanted. */
export interface PageWanted {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of children; how many there are on all pages is counted only when asked. */
export interface ChildConnection extends Omit<Connection<ChildRow>, 'totalCount'> {
  readonly countAll: () => Promise<number>;
}

/**
 * The id of the child before the page, and how many rows to fetch: one more than wanted tells whether there is a next
 * page. A cursor holds nothing of the child but the id, so it may stand in an address.
 *
 * @throws BadInputError when more than 100 children are wanted, or the cursor is not one of a list of children.
 */
export function childPageStart({ first, after }: PageWanted): { after: string | null; limit: number } {
  const [id] = keyOfCursor(after) ?? [null];
  return { after: id === null || id === undefined ? null : String(id), limit: pageSize(first) + 1 };
}

/** A list as it was read: its name in the graph and the rows fetched, one more than wanted when there is a next page. */
export interface ListedChildren {
  readonly name: string;
  readonly rows: readonly ChildRow[];
  readonly countAll: () => Promise<number>;
  /** Takes the list down, for the audit. */
  readonly touched: TouchLog;
}

/** The page that a list's rows make. */
export function childConnection(
  { name, rows, countAll, touched }: ListedChildren,
  { first, after }: PageWanted,
): ChildConnection {
  const { edges, pageInfo } = pageOf({ rows, first, after, totalCount: 0, cursorOf: (child) => cursorOf(child.id) });
  touched.list(
    name,
    edges.map(({ node }) => node.id),
  );
  return { edges, pageInfo, countAll };
}
