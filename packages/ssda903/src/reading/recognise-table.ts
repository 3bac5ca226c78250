import type { NamedTableSpec } from '../tables/tables.ts';
import { tables } from '../tables/tables.ts';

/** What the column names of a file say about it. */
export type Recognition =
  | {
      readonly kind: 'table';
      readonly table: NamedTableSpec;
      /** For each column of the table, its place in the file. */
      readonly positions: readonly number[];
      /** Names of the file's columns that the table does not have. */
      readonly extra: readonly string[];
    }
  | { readonly kind: 'repeated'; readonly columns: readonly string[] }
  | { readonly kind: 'incomplete'; readonly table: NamedTableSpec; readonly missing: readonly string[] }
  | { readonly kind: 'unknown' };

/** Columns nearly every table has: they say nothing about which table it is. */
const telling = (column: string) => column !== 'CHILD' && column !== 'DOB';

/** Finds the table a file holds by the names of its columns, in any order and any case, extra ones allowed. */
export function recogniseTable(headings: readonly string[]): Recognition {
  const names = headings.map((heading) => heading.trim().toUpperCase());
  const found = new Set(names);

  const complete = tables.filter((table) => table.columns.every((column) => found.has(column.name)));
  const table = complete.toSorted((one, other) => other.columns.length - one.columns.length)[0];
  if (!table) return nearest(found);

  const wanted = new Set(table.columns.map((column) => column.name));
  const repeated = names.filter((name, index) => wanted.has(name) && names.indexOf(name) !== index);
  if (repeated.length > 0) return { kind: 'repeated', columns: [...new Set(repeated)] };
  return {
    kind: 'table',
    table,
    positions: table.columns.map((column) => names.indexOf(column.name)),
    extra: names.filter((name) => name !== '' && !wanted.has(name)),
  };
}

function nearest(found: ReadonlySet<string>): Recognition {
  const judged = tables.map((table) => {
    const own = table.columns.map((column) => column.name).filter(telling);
    const present = own.filter((name) => found.has(name)).length;
    return { table, share: present / own.length };
  });
  const best = judged.reduce((one, other) => (other.share > one.share ? other : one));
  if (best.share === 0) return { kind: 'unknown' };
  const missing = best.table.columns.map((column) => column.name).filter((name) => !found.has(name));
  return { kind: 'incomplete', table: best.table, missing };
}
