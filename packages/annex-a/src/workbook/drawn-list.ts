import type { FilledList } from './annex-a-workbook.ts';

/** A list as the graph tells it: workers and authorities by number and code, with their names beside them. */
export interface DrawnList {
  readonly number: number;
  readonly whyEmpty: string | null;
  readonly columns: FilledList['columns'];
  readonly rows: readonly {
    readonly worker: { readonly id: string; readonly name: string | null } | null;
    readonly placedIn: { readonly name: string } | null;
    readonly cells: readonly (string | null)[];
  }[];
}

/** The list as it goes into the workbook: the names of workers and authorities in the place of numbers and codes. */
export function filledList({ number, whyEmpty, columns, rows }: DrawnList): FilledList {
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
        return index === placedIn && row.placedIn ? row.placedIn.name : cell;
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
      rows { worker { id name } placedIn { name } cells }
    }
  }
}`;
