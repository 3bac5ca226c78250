import type { PlainDate } from '@mainstay/primitives';
import { writeXlsx } from 'hucre/xlsx';
import type { AnnexAColumn } from '../lists/annex-a-list.ts';
import { annexALists } from '../lists/annex-a-lists.ts';

/** A list as it goes into the workbook. */
export interface FilledList {
  readonly number: number;
  /** Why the list has no rows; null when it has some. */
  readonly whyEmpty: string | null;
  /** What each column of the template was filled from, and why nothing was where nothing is recorded. */
  readonly columns: readonly {
    readonly name: string;
    readonly source: string | null;
    readonly whyBlank: string | null;
  }[];
  /** The cells, in the order of the template's columns: days as `YYYY-MM-DD`, numbers as text, null for none. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What the workbook is of. */
export interface AnnexA {
  /** The authority's name. */
  readonly authority: string;
  readonly asAt: PlainDate;
  /** True when the data is made up. */
  readonly isDemonstration?: boolean;
  readonly lists: readonly FilledList[];
}

const MOST_ROWS = 1_048_574;

/**
 * The workbook of the child-level lists: a front sheet, a sheet that says what each list holds and why what is blank is
 * blank, and a sheet for each list as the template has it, headings in the second row.
 *
 * @throws Error when a list has more rows than a sheet can hold.
 */
export function annexAWorkbook(annex: AnnexA): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [frontSheet(annex), contents(annex), ...annexALists.map((list) => listSheet(list.number, annex))],
  });
}

type Cell = string | number | Date | null;
type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number];

function frontSheet({ authority, asAt, isDemonstration }: AnnexA): Sheet {
  const rows: Cell[][] = [
    ['Annex A - Child level data'],
    ['Lists 1 - 11'],
    [null],
    ['Local authority', authority],
    ['As at', toDate(asAt)],
    ...(isDemonstration ? [['Every child, worker and figure in this workbook is made up.']] : []),
  ];
  return { name: 'Front_Sheet', rows, columns: [{ width: 28 }, { width: 40, numFmt: 'dd/mm/yyyy' }] };
}

/** In the place of the template's guidance: what is in each list, and from where. */
function contents({ lists }: AnnexA): Sheet {
  const rows: Cell[][] = [['List', 'Rows', 'Column', 'Filled from', 'Why it is blank']];
  for (const { number, title } of annexALists) {
    const list = lists.find((one) => one.number === number);
    const name = `List ${number}: ${title}`;
    rows.push([name, list?.rows.length ?? 0, null, null, list ? list.whyEmpty : 'It was not asked for.']);
    for (const column of list?.columns ?? []) rows.push([name, null, column.name, column.source, column.whyBlank]);
  }
  const widths = [34, 8, 50, 60, 80];
  return { name: 'What_this_holds', rows, columns: widths.map((width) => ({ width })), freezePane: { rows: 1 } };
}

function listSheet(number: number, { lists }: AnnexA): Sheet {
  const template = annexALists.find((list) => list.number === number);
  if (!template) throw new Error(`Annex A has no list ${number}.`);
  const list = lists.find((one) => one.number === number);
  const found = list?.rows ?? [];
  if (found.length > MOST_ROWS) throw new Error(`List ${number} has more rows than a sheet can hold.`);
  return {
    name: `List_${number}`,
    rows: [
      [`List ${number}: ${template.title}`],
      template.columns.map(({ name }) => name),
      ...found.map((cells) => template.columns.map((column, index) => cellOf(column, cells[index] ?? null))),
    ],
    columns: template.columns.map(({ kind }) =>
      kind === 'date' ? { width: 16, numFmt: 'dd/mm/yyyy' } : { width: kind === 'number' ? 10 : 24 },
    ),
    freezePane: { rows: 2 },
  };
}

function cellOf({ kind }: AnnexAColumn, cell: string | null): Cell {
  if (cell === null) return null;
  if (kind === 'date') return toDate(cell as PlainDate);
  return kind === 'number' ? Number(cell) : cell;
}

/** Workbooks know days as instants: midnight in UTC is the day itself, whatever the reader's clock says. */
function toDate(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
