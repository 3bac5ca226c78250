import { useId, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useOverflow } from './use-overflow.ts';

/** Which way a column is sorted. */
export type Direction = 'ascending' | 'descending';

/** The column a table is sorted by. */
export interface Sorting {
  readonly column: string;
  readonly direction: Direction;
}

/** One column. */
export interface Column<Row> {
  /** Names the column in the code and in addresses. */
  readonly key: string;
  /** Its head. */
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** True sets figures flush right. */
  readonly isNumeric?: boolean;
  /** What the rows are sorted by; a column without it has no sort button. Null goes last either way. */
  readonly sortBy?: (row: Row) => string | number | null;
}

/** A table of rows, all in sight: longer lists come page by page. */
export interface TableProps<Row> {
  /** Says what the table holds and how much of it, e.g. `Children, 1 to 25 of 210`. */
  readonly caption: ReactNode;
  readonly captionSize?: 's' | 'm' | 'l';
  /** True keeps the caption for screen readers only, where a heading right above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** True makes the first cell of a row its head. */
  readonly hasRowHeads?: boolean;
  /** Sorts at first by this. */
  readonly sortedBy?: Sorting;
  /** Given when the rows are sorted elsewhere, by the graph say: told which column was asked for. */
  readonly onSort?: (sorting: Sorting) => void;
  /** True draws narrow rows. */
  readonly isDense?: boolean;
}

/** GOV.UK's table, with sortable heads, in a frame that scrolls sideways on a narrow screen. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, caption, captionSize = 'm' } = props;
  const [own, setOwn] = useState(props.sortedBy);
  const id = useId();
  const { ref, isOverflowing } = useOverflow<HTMLDivElement>();
  const sorting = props.onSort ? props.sortedBy : own;
  const sort = props.onSort ?? setOwn;
  const shown = props.onSort ? rows : sortRows(rows, columns, sorting);
  const hasHeads = columns.some((column) => column.head !== undefined);
  return (
    <div
      ref={ref}
      className="mainstay-table-frame"
      {...(isOverflowing ? { tabIndex: 0, role: 'region', 'aria-labelledby': id } : {})}
    >
      <table
        className={classNames(
          'govuk-table',
          props.isDense && 'govuk-table--small-text-until-tablet mainstay-table--dense',
        )}
      >
        <caption
          id={id}
          className={classNames(
            'govuk-table__caption',
            props.isCaptionHidden ? 'govuk-visually-hidden' : `govuk-table__caption--${captionSize}`,
          )}
        >
          <span className="mainstay-table__caption">{caption}</span>
        </caption>
        {hasHeads && (
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {columns.map((column) => (
                <Head key={column.key} column={column} sorting={sorting} onSort={sort} />
              ))}
            </tr>
          </thead>
        )}
        <tbody className="govuk-table__body">
          {shown.map((row) => (
            <tr className="govuk-table__row" key={props.rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} isHead={index === 0 && (props.hasRowHeads ?? false)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>(props: { column: Column<Row>; sorting: Sorting | undefined; onSort: (sorting: Sorting) => void }) {
  const { column, sorting, onSort } = props;
  const classes = classNames('govuk-table__header', column.isNumeric && 'govuk-table__header--numeric');
  if (!column.sortBy) {
    return (
      <th scope="col" className={classes}>
        {column.head}
      </th>
    );
  }
  const direction = sorting?.column === column.key ? sorting.direction : undefined;
  const next: Direction = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={classes} aria-sort={direction ?? 'none'}>
      <button type="button" className="mainstay-sort" onClick={() => onSort({ column: column.key, direction: next })}>
        {column.head}
        <span className="mainstay-sort__arrow" aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '▲▼'}
        </span>
      </button>
    </th>
  );
}

function Cell<Row>({ column, row, isHead }: { column: Column<Row>; row: Row; isHead: boolean }) {
  if (isHead) {
    return (
      <th scope="row" className="govuk-table__header">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={classNames('govuk-table__cell', column.isNumeric && 'govuk-table__cell--numeric')}>
      {column.cell(row)}
    </td>
  );
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/** The rows in the order asked for; rows that compare alike keep theirs. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const sortBy = columns.find((column) => column.key === sorting?.column)?.sortBy;
  if (!sortBy || !sorting) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [left, right] = [sortBy(one), sortBy(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}
