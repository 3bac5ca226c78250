import { formatBritishDate, parseBritishDate } from '@mainstay/primitives';
import { codeSet, isValidCode } from '../code-sets/code-set.ts';
import type { CheckedRow } from '../checking/return-to-check.ts';
import type { ColumnSpec } from '../tables/table-spec.ts';
import { tableSpec, type TableName } from '../tables/tables.ts';
import { cellIn, differing, type FaultToMend } from './fault-to-mend.ts';
import { providerCandidates } from './provider-candidates.ts';
import type { Candidate, SuggestionSource } from './suggestion.ts';

/** Tables whose rows follow one another, with the column they are ordered by and the one they end with. */
const spells: Partial<Record<TableName, { readonly start: string; readonly end: string }>> = {
  Episodes: { start: 'DECOM', end: 'DEC' },
  SWEpisodes: { start: 'SW_DECOM', end: 'SW_DEC' },
  Missing: { start: 'MIS_START', end: 'MIS_END' },
  PlacedAdoption: { start: 'DATE_PLACED', end: 'DATE_PLACED_CEASED' },
};

/** What a code was called before or is called since; of several, what the row may mean. */
const renamed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SEX: { '1': ['M'], '2': ['F'], M: ['1'], F: ['2'] },
  PLACE: { H5: ['K3'], K3: ['H5'], P2: ['K3', 'Z14'], Z1: ['Z11', 'Z12', 'Z13', 'Z14'] },
  REC: { E43: ['E45', 'E46'], E44: ['E47', 'E48'] },
  ACTIV: { F3: ['F4', 'F5'], P3: ['P4', 'P5'] },
};

/** Changes of the row that may put the fault right, the likeliest first. None of them was tried. */
export function candidatesFor(mend: FaultToMend): Candidate[] {
  const { fault } = mend;
  const columns = tableSpec(fault.table).columns.filter(({ name }) => name !== 'CHILD' && fault.fields.includes(name));
  return [
    ...columns.flatMap((column) => renamedCandidates(mend, column)),
    ...(fault.table === 'Episodes' ? providerCandidates(mend) : []),
    ...columns.flatMap((column) => headerCandidates(mend, column)),
    ...neighbourCandidates(mend, columns),
    ...columns.flatMap((column) => lastYearCandidates(mend, column)),
    ...dateCandidates(mend, columns),
    ...columns.flatMap((column) => blankCandidates(mend, column)),
  ];
}

function renamedCandidates({ fault, row, input }: FaultToMend, column: ColumnSpec): Candidate[] {
  if (column.kind !== 'code') return [];
  const cell = cellIn(fault.table, row.cells, column.name);
  if (cell === '' || isValidCode(column.codeSet, cell, input.year)) return [];
  const known = renamed[column.codeSet]?.[cell] ?? [];
  // A code may lack or have a nought: `N01` for `N1`, `1` for `01`.
  const bare = cell.replaceAll(/(?<=\D|^)0+(?=\d)/g, '');
  const alike = codeSet(column.codeSet).codes.flatMap(({ code }) =>
    code !== cell && code.replaceAll(/(?<=\D|^)0+(?=\d)/g, '') === bare ? [code] : [],
  );
  return [...known, ...alike]
    .filter((code) => isValidCode(column.codeSet, code, input.year))
    .map((code) => ({ patch: { [column.name]: code }, source: 'CODE_RENAMED' }));
}

function headerCandidates({ fault, row, input }: FaultToMend, { name }: ColumnSpec): Candidate[] {
  if (fault.table === 'Header') return [];
  const [header] = input.tables.get('Header') ?? [];
  return header ? differing(fault.table, row, { [name]: cellIn('Header', header.cells, name) }, 'HEADER') : [];
}

/** Values of the rows before and after: a neighbour's own value, or the day on which it begins or ends. */
function neighbourCandidates({ fault, row, input }: FaultToMend, columns: readonly ColumnSpec[]): Candidate[] {
  const { table } = fault;
  const spell = spells[table];
  if (!spell) return [];
  const rows = (input.tables.get(table) ?? []).toSorted((one, other) => compare(dayOf(one), dayOf(other)));
  function dayOf({ cells }: CheckedRow): string {
    return parseBritishDate(cellIn(table, cells, spell?.start ?? '')) ?? '';
  }
  const at = rows.findIndex(({ ref }) => ref === row.ref);
  const [before, after] = [rows[at - 1], rows[at + 1]];
  const from = (neighbour: CheckedRow | undefined, source: SuggestionSource) =>
    neighbour === undefined
      ? []
      : columns.flatMap(({ name, kind }) =>
          kind === 'date' ? [] : differing(table, row, { [name]: cellIn(table, neighbour.cells, name) }, source),
        );
  const dates = [
    ...(after ? differing(table, row, { [spell.end]: cellIn(table, after.cells, spell.start) }, 'ROW_AFTER') : []),
    ...(after && table === 'Episodes'
      ? differing(table, row, { DEC: cellIn(table, after.cells, 'DECOM'), REC: 'X1' }, 'ROW_AFTER')
      : []),
    ...(before ? differing(table, row, { [spell.start]: cellIn(table, before.cells, spell.end) }, 'ROW_BEFORE') : []),
  ];
  return [...dates, ...from(before, 'ROW_BEFORE'), ...from(after, 'ROW_AFTER')];
}

/** The value that the same row had in last year's return. */
function lastYearCandidates({ fault, row, input }: FaultToMend, { name }: ColumnSpec): Candidate[] {
  const { table } = fault;
  const start = spells[table]?.start;
  const rows = input.previous?.get(table) ?? [];
  const same = start
    ? rows.filter(({ cells }) => cellIn(table, cells, start) === cellIn(table, row.cells, start))
    : rows.slice(0, 1);
  return same.flatMap(({ cells }) => differing(table, row, { [name]: cellIn(table, cells, name) }, 'LAST_YEAR'));
}

/** Day and month swapped; and the first day swapped with the last. */
function dateCandidates({ fault, row }: FaultToMend, columns: readonly ColumnSpec[]): Candidate[] {
  const { table } = fault;
  const dates = columns.filter(({ kind }) => kind === 'date');
  const turned = dates.flatMap(({ name }) => {
    const [day = '', month = '', year = ''] = cellIn(table, row.cells, name).split('/');
    const swapped = parseBritishDate(`${month}/${day}/${year}`);
    return swapped ? differing(table, row, { [name]: formatBritishDate(swapped) }, 'DATES_SWAPPED') : [];
  });
  const spell = spells[table];
  if (!spell || !dates.some(({ name }) => name === spell.start)) return turned;
  const [start, end] = [cellIn(table, row.cells, spell.start), cellIn(table, row.cells, spell.end)];
  const exchanged = start !== '' && end !== '' && start !== end;
  return exchanged
    ? [{ patch: { [spell.start]: end, [spell.end]: start }, source: 'DATES_SWAPPED' }, ...turned]
    : turned;
}

function blankCandidates({ fault, row }: FaultToMend, { name, need }: ColumnSpec): Candidate[] {
  return need === 'conditional' ? differing(fault.table, row, { [name]: '' }, 'BLANK') : [];
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
