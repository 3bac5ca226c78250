import {
  checkOneChild,
  checkReturnInSteps,
  columnIndex,
  compared,
  isTableName,
  patchedCells,
  postcodeDirectoryOf,
  readPostcodeFile,
  readProviderFile,
  readSentFile,
  refuseMixedForms,
  returnFacts,
  rulesFor,
  rulesNotRun,
  suggestFixes,
  tables as allTables,
  tableSpec,
  writeFaultList,
  writeReturnTable,
  writeXmlReturn,
  providerListOf,
  type CheckedRow,
  type Fault,
  type ReturnFile,
  type ReturnToCheck,
  type TableName,
} from '@mainstay/ssda903';
import type { ChildLine, RuleLine, ShownCell, ShownFault, ShownRow, ShownTable } from './faults-shown.ts';

/** A file as it was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is checked. */
export interface FilesToCheck {
  readonly year: number;
  /** The ONS code of the authority whose return it is; null when unknown. */
  readonly laCode: string | null;
  readonly files: readonly ChosenFile[];
  /** Last year's files; none when they were not chosen. */
  readonly previous: readonly ChosenFile[];
  readonly providers: ChosenFile | null;
  readonly postcodes: ChosenFile | null;
}

/** What was made of one file. */
export interface FileRead {
  readonly name: string;
  /** What it was taken for; why nothing of it could be used. */
  readonly what: string;
  readonly rows: number;
}

/** What the rules found in files. */
export interface FilesChecked {
  readonly year: number;
  readonly files: readonly FileRead[];
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly faultCount: number;
  readonly rules: readonly RuleLine[];
  readonly children: readonly ChildLine[];
  readonly rulesNotRun: readonly {
    readonly rule: { readonly code: string; readonly message: string };
    readonly reason: string;
  }[];
}

/** A change of a row, and what it put right. */
export interface FilesChanged {
  readonly checked: FilesChecked;
  readonly fixed: readonly string[];
  readonly appeared: readonly string[];
}

type Rows = Map<TableName, CheckedRow[]>;

/** The return in the files; its rows change where somebody changes them. */
type ReturnInFiles = Omit<ReturnToCheck, 'tables'> & { readonly tables: Rows };

/** A return in files that never leave this machine, judged by the rules that an import is judged by. */
export class FileCheck {
  readonly #input: ReturnInFiles;
  readonly #files: readonly FileRead[];
  readonly #faults: Map<string, readonly Fault[]>;

  private constructor(input: ReturnInFiles, files: readonly FileRead[], faults: Map<string, readonly Fault[]>) {
    this.#input = input;
    this.#files = files;
    this.#faults = faults;
  }

  /**
   * Reads files and judges what is in them.
   *
   * @param onProgress told what is under way, and the share of it that is done.
   */
  static async of(chosen: FilesToCheck, onProgress: (label: string, share: number) => void): Promise<FileCheck> {
    const { year, laCode } = chosen;
    onProgress('Reading the files', 0);
    const read = await readAll(chosen.files, year);
    const last = await readAll(chosen.previous, year - 1);
    const reference = await readReference(chosen);
    const previous = rowsIn(last);
    const input = {
      year,
      tables: rowsIn(read),
      ...(previous.size > 0 ? { previous } : {}),
      ...(laCode ? { laCode } : {}),
      ...reference.loaded,
    };
    const found: Fault[] = [];
    for (const { childrenChecked, childrenTotal, faults } of checkReturnInSteps(input)) {
      for (const fault of faults) found.push(fault);
      onProgress('Checking the rows', childrenTotal === 0 ? 1 : childrenChecked / childrenTotal);
    }
    const files = [...read, ...last].map(fileRead);
    return new FileCheck(
      input,
      [...files, ...reference.files],
      Map.groupBy(found, ({ childLocalId }) => childLocalId),
    );
  }

  /** Every fault, child by child. */
  faults(): readonly Fault[] {
    return [...this.#faults.values()].flat();
  }

  /** What was found, counted. */
  summary(): FilesChecked {
    const { year, tables } = this.#input;
    const faults = this.faults();
    const messages = new Map(rulesFor(year).map(({ code, message }) => [code, message]));
    return {
      year,
      files: this.#files,
      tables: [...tables].map(([table, rows]) => ({ table, rows: rows.length })),
      faultCount: faults.length,
      rules: ruleLines(faults),
      children: childLines(this.#faults),
      rulesNotRun: rulesNotRun(this.#input).map(({ rule, reason }) => ({
        rule: { code: rule, message: messages.get(rule) ?? '' },
        reason,
      })),
    };
  }

  /** One child's rows and faults, with changes that were tried. */
  ofChild(localId: string): { readonly tables: readonly ShownTable[]; readonly faults: readonly ShownFault[] } {
    const input = this.#ofChild(localId);
    const found = this.#faults.get(localId) ?? [];
    return {
      tables: shownTables(input),
      faults: found.map((fault, index) => ({
        id: `${fault.ruleCode} ${index}`,
        rule: { code: fault.ruleCode, message: fault.message },
        table: fault.table,
        rowKey: String(fault.rowRef),
        fields: fault.fields,
        whatToDo: fault.whatToDo,
        isPreviousYear: fault.isPreviousYear,
        acceptance: null,
        suggestions: suggestFixes(input, { localId, fault, found }).map(({ patch, source, fixes, brings }) => ({
          cells: Object.entries(patch).map(([column, value]) => ({ column, value })),
          source,
          fixes: codesOf(fixes),
          brings: codesOf(brings),
        })),
      })),
    };
  }

  /** Changes cells of a row and judges the child again, with those who share a pupil number. */
  change(
    localId: string,
    { table, rowKey, cells }: { table: string; rowKey: string; cells: readonly ShownCell[] },
  ): FilesChanged {
    const rows = isTableName(table) ? this.#input.tables.get(table) : undefined;
    const at = rows?.findIndex(({ ref }) => String(ref) === rowKey) ?? -1;
    const row = rows?.[at];
    if (!isTableName(table) || !rows || !row) throw new Error('There is no such row any more. Open the child again.');
    const patch = Object.fromEntries(cells.map(({ column, value }) => [column, value.trim().toUpperCase()]));
    rows[at] = { ...row, cells: patchedCells(table, row.cells, patch) };
    const before = this.#faults.get(localId) ?? [];
    for (const other of new Set([localId, ...this.#sharing()])) {
      const found = checkOneChild(this.#ofChild(other), other);
      if (found.length > 0) this.#faults.set(other, found);
      else this.#faults.delete(other);
    }
    const { fixes, brings } = compared(before, this.#faults.get(localId) ?? []);
    return { checked: this.summary(), fixed: codesOf(fixes), appeared: codesOf(brings) };
  }

  /** A table as the text of a CSV file, with the changes. */
  csv(table: string): string {
    const rows = isTableName(table) ? this.#input.tables.get(table) : undefined;
    return isTableName(table) && rows
      ? writeReturnTable(
          table,
          rows.map(({ cells }) => cells),
        )
      : '';
  }

  /** The whole return as the text of an XML file, with the changes. */
  xml(): string {
    const cells = [...this.#input.tables].map(([table, rows]) => [table, rows.map((row) => row.cells)] as const);
    return writeXmlReturn(new Map(cells)).text;
  }

  /** The faults as the text of a CSV file. */
  faultsCsv(): string {
    return writeFaultList(this.faults().map((fault) => ({ ...fault, state: 'open', reason: '' })));
  }

  /** Children who have, or had, a pupil number that another child has. */
  #sharing(): string[] {
    const { upnHolders } = returnFacts(this.#input.tables);
    const now = [...upnHolders.values()].filter(({ length }) => length > 1).flat();
    const before = [...this.#faults].flatMap(([child, faults]) =>
      faults.some(({ ruleCode }) => ruleCode === '444') ? [child] : [],
    );
    return [...now, ...before];
  }

  #ofChild(localId: string): ReturnInFiles {
    const own = (tables: ReadonlyMap<TableName, readonly CheckedRow[]>): Rows =>
      new Map(
        [...tables].map(([table, rows]) => {
          const at = columnIndex(table, 'CHILD');
          return [table, rows.filter(({ cells }) => cells[at] === localId)];
        }),
      );
    const { previous } = this.#input;
    return {
      ...this.#input,
      tables: own(this.#input.tables),
      ...(previous ? { previous: own(previous) } : {}),
      facts: returnFacts(this.#input.tables),
    };
  }
}

async function readAll(chosen: readonly ChosenFile[], year: number): Promise<ReturnFile[]> {
  const read: (readonly ReturnFile[])[] = [];
  for (const { name, bytes } of chosen) read.push(await readSentFile({ name, bytes, year }));
  return refuseMixedForms(read).flat();
}

/** The rows by table; an XML return is the whole return, its empty tables included. */
function rowsIn(files: readonly ReturnFile[]): Rows {
  const found: Rows = new Map();
  let ref = 0;
  for (const { table, form, name, rows } of files) {
    if (table === null || (rows.length === 0 && form !== 'xml')) continue;
    const all = found.get(table) ?? [];
    found.set(table, all);
    for (const row of rows) all.push({ ref: `${table} ${ref++}`, file: name, ...row });
  }
  return new Map(allTables.flatMap(({ name }) => (found.has(name) ? [[name, found.get(name) ?? []] as const] : [])));
}

async function readReference({ providers, postcodes }: FilesToCheck): Promise<{
  loaded: Pick<ReturnToCheck, 'providers' | 'postcodes'>;
  files: FileRead[];
}> {
  const files: FileRead[] = [];
  const list = providers ? await readProviderFile(providers) : null;
  if (providers && list) {
    files.push({ name: providers.name, what: list.refusal ?? 'List of providers', rows: list.providers.length });
  }
  const directory = postcodes ? readPostcodeFile(postcodes.bytes) : null;
  const places = directory ? [...directory.postcodes] : null;
  if (postcodes) {
    const what = places ? 'Directory of postcodes' : 'The file is no directory of postcodes.';
    files.push({ name: postcodes.name, what, rows: places?.length ?? 0 });
  }
  return {
    files,
    loaded: {
      ...(list && list.refusal === null ? { providers: providerListOf(list.providers, list.asAt) } : {}),
      ...(places ? { postcodes: postcodeDirectoryOf(places) } : {}),
    },
  };
}

function fileRead({ name, table, rows, refusal }: ReturnFile): FileRead {
  return { name, what: refusal ?? table ?? '', rows: rows.length };
}

function ruleLines(faults: readonly Fault[]): RuleLine[] {
  return [...Map.groupBy(faults, ({ ruleCode }) => ruleCode)]
    .map(([code, of]) => ({
      rule: { code, message: of[0]?.message ?? '' },
      count: of.length,
      accepted: 0,
      rows: new Set(of.map(({ table, rowRef }) => `${table} ${rowRef}`)).size,
      children: new Set(of.map(({ childLocalId }) => childLocalId)).size,
      figures: [],
    }))
    .toSorted((one, other) => other.count - one.count);
}

function childLines(byChild: ReadonlyMap<string, readonly Fault[]>): ChildLine[] {
  return [...byChild]
    .map(([childLocalId, faults]) => ({ childLocalId, count: faults.length, accepted: 0, rules: codesOf(faults) }))
    .toSorted((one, other) => other.count - one.count);
}

function codesOf(faults: readonly Fault[]): string[] {
  return [...new Set(faults.map(({ ruleCode }) => ruleCode))];
}

function shownTables({ tables, previous }: ReturnToCheck): ShownTable[] {
  return allTables.flatMap(({ name }) => {
    const rows = (tables.get(name) ?? []).map(shownRow);
    const previousRows = (previous?.get(name) ?? []).map(shownRow);
    if (rows.length + previousRows.length === 0) return [];
    return [{ table: name, columns: tableSpec(name).columns.map((column) => column.name), rows, previousRows }];
  });
}

function shownRow({ ref, cells }: CheckedRow): ShownRow {
  return { key: String(ref), rowId: String(ref), cells };
}
