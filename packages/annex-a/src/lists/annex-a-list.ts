/** What the cells of a column are. Dates go into the workbook as dates, never as text. */
export type AnnexAKind = 'text' | 'date' | 'number';

/** A column of a list. */
export interface AnnexAColumn {
  /** The template's own words. */
  readonly name: string;
  readonly kind: AnnexAKind;
}

/** A list of the workbook. */
export interface AnnexAList {
  /** 1 to 11. */
  readonly number: number;
  readonly title: string;
  readonly columns: readonly AnnexAColumn[];
}
