import type { FilledList } from './annex-a-workbook.ts';

/** A list as the graph tells it: workers and authorities by number and code, with their names beside them. */
export interface DrawnList {
  readonly number: number;
  readonly whyEmpty: string | null;
  readonly columns: FilledList['columns'];
  readonly rows: readonly {
    readonly worker: { readonly id: string; readonly name: string | null } | null;
    readonly cells: readonly (string | null)[];
  }[];
}

/**
 * The list as it goes into the workbook: the names of workers and authorities in the place of numbers and codes.
 *
 * @param authorities names by ONS code; a code without a name stays as it is.
 */
export function filledList(
  { number, whyEmpty, columns, rows }: DrawnList,
  authorities: ReadonlyMap<string, string>,
): FilledList {
  const [worker, placedIn] = ['Allocated Worker', 'LA of Placement'].map((name) =>
    columns.findIndex((column) => column.name === name),
  );
  return {
    number,
    whyEmpty,
    columns,
    rows: rows.map((row) =>
      row.cells.map((cell, index) => {
        if (cell === null) return null;
        if (index === worker && row.worker?.name) return `${row.worker.name} (${row.worker.id})`;
        return index === placedIn ? (authorities.get(cell) ?? cell) : cell;
      }),
    ),
  };
}

/** The words of the query that draws a list, for whoever asks the graph by itself. */
export const drawListQuery = `query AnnexAList($la: ID!, $list: Int!, $asAt: Date) {
  localAuthority(id: $la) {
    name
    annexA(list: $list, asAt: $asAt) {
      number
      whyEmpty
      columns { name source whyBlank }
      rows { worker { id name } cells }
    }
  }
}`;

/** The words of the query for the names of England's authorities, a page at a time. */
export const authoritiesQuery = `query Authorities($after: String) {
  localAuthorities(first: 100, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } }
}`;
