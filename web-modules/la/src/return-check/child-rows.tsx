import { Details, formatCount, formatNumber, Table, Tag } from '@mainstay/web-kit';
import type { ShownFault, ShownRow, ShownTable } from './faults-shown.ts';

/** One child's rows, table by table: cells at fault are marked in words, last year's rows stand below this year's. */
export function ChildRows({
  tables,
  faults,
  year,
}: {
  readonly tables: readonly ShownTable[];
  readonly faults: readonly ShownFault[];
  readonly year: number;
}) {
  const faulty = tables.filter(({ table }) => faults.some((fault) => fault.table === table));
  const sound = tables.filter((table) => !faulty.includes(table));
  return (
    <>
      {faulty.map((table) => (
        <RowsOfTable key={table.table} table={table} faults={faults} year={year} />
      ))}
      {sound.length > 0 && (
        <Details summary={`Tables without a fault: ${sound.map(({ table }) => table).join(', ')}`}>
          {sound.map((table) => (
            <RowsOfTable key={table.table} table={table} faults={faults} year={year} />
          ))}
        </Details>
      )}
    </>
  );
}

interface RowShown extends ShownRow {
  readonly label: string;
  readonly isPreviousYear: boolean;
}

function RowsOfTable(props: {
  readonly table: ShownTable;
  readonly faults: readonly ShownFault[];
  readonly year: number;
}) {
  const { year } = props;
  const { table, columns, rows, previousRows } = props.table;
  const faults = props.faults.filter((fault) => fault.table === table);
  const all: RowShown[] = [
    ...rows.map((row) => ({ ...row, label: String(year), isPreviousYear: false })),
    ...previousRows.map((row) => ({ ...row, label: String(year - 1), isPreviousYear: true })),
  ];
  // The child's own number and columns that are blank throughout say nothing.
  const says = (name: string, index: number) =>
    name !== 'CHILD' &&
    (all.some(({ cells }) => cells[index] !== '') || faults.some(({ fields }) => fields.includes(name)));
  return (
    <Table
      caption={`${table}: ${formatCount(rows.length, 'row')}, and ${formatNumber(previousRows.length)} of last year`}
      captionSize="s"
      isDense
      hasRowHeads
      rows={all}
      rowKey={({ label, key }) => `${label} ${key}`}
      columns={[
        { key: 'return', head: 'Return', cell: ({ label }) => label },
        ...columns.flatMap((name, index) =>
          says(name, index)
            ? [
                {
                  key: name,
                  head: name,
                  cell: (row: RowShown) => <Cell text={row.cells[index] ?? ''} codes={codesAt(faults, row, name)} />,
                },
              ]
            : [],
        ),
      ]}
    />
  );
}

/** What a cell holds, and in words which rules object to it. */
function Cell({ text, codes }: { readonly text: string; readonly codes: readonly string[] }) {
  if (codes.length === 0) return text;
  return (
    <>
      {text} <Tag colour="red">Fault {codes.join(', ')}</Tag>
    </>
  );
}

function codesAt(faults: readonly ShownFault[], { key, isPreviousYear }: RowShown, name: string): string[] {
  const wrong = faults.filter(
    (fault) => fault.rowKey === key && fault.isPreviousYear === isPreviousYear && fault.fields.includes(name),
  );
  return [...new Set(wrong.map(({ rule }) => rule.code))];
}
