// What lists of faults and pages of one child show, whether the faults come from the platform or from a check of files in
// the browser.

/** A rule as it is shown. */
export interface ShownRule {
  readonly code: string;
  readonly message: string;
}

/** How often one rule is broken. */
export interface RuleLine {
  readonly rule: ShownRule;
  readonly count: number;
  readonly accepted: number;
  readonly rows: number;
  readonly children: number;
  /** Titles of figures that hang on the tables of the rule. */
  readonly figures: readonly string[];
}

/** How many faults one child has. */
export interface ChildLine {
  readonly childLocalId: string;
  readonly count: number;
  readonly accepted: number;
  readonly rules: readonly string[];
}

/** A row as it is shown. */
export interface ShownRow {
  readonly key: string;
  /** Null for a row that cannot be changed here. */
  readonly rowId: string | null;
  readonly cells: readonly string[];
}

/** One table of a child's return, this year's rows and last year's. */
export interface ShownTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly ShownRow[];
  readonly previousRows: readonly ShownRow[];
}

/** A cell to write. */
export interface ShownCell {
  readonly column: string;
  readonly value: string;
}

/** A change of a row that was tried and puts a fault right. */
export interface ShownSuggestion {
  readonly cells: readonly ShownCell[];
  readonly source: string;
  readonly fixes: readonly string[];
  readonly brings: readonly string[];
}

/** A fault in its context. */
export interface ShownFault {
  readonly id: string;
  readonly rule: ShownRule;
  readonly table: string;
  readonly rowKey: string;
  readonly fields: readonly string[];
  readonly whatToDo: string;
  readonly isPreviousYear: boolean;
  readonly acceptance: { readonly reason: string } | null;
  readonly suggestions: readonly ShownSuggestion[];
}

const SOURCES: Readonly<Record<string, string>> = {
  PROVIDER_LIST: 'from Ofsted’s list of providers',
  HEADER: 'from the child’s row in Header',
  ROW_BEFORE: 'from the row before',
  ROW_AFTER: 'from the row after',
  LAST_YEAR: 'from last year’s return',
  CODE_RENAMED: 'the code has another name this year',
  DATES_SWAPPED: 'the dates may have been swapped',
  BLANK: 'left blank',
};

/** `URN: SC012345, from Ofsted’s list of providers`. */
export function suggestionInWords({ cells, source }: Pick<ShownSuggestion, 'cells' | 'source'>): string {
  const written = cells.map(({ column, value }) => `${column}: ${value === '' ? 'blank' : value}`).join(', ');
  return `${written} (${SOURCES[source] ?? 'suggested'})`;
}

/** `Puts right 354 and 388. Then 435 would be broken.` */
export function effectInWords({ fixes, brings }: Pick<ShownSuggestion, 'fixes' | 'brings'>): string {
  const right = `Puts right ${fixes.join(', ')}.`;
  return brings.length === 0 ? right : `${right} Then ${brings.join(', ')} would be broken.`;
}
