import { caredCte, ofChild, shortBreak, shortBreakRows } from './membership-sql.ts';

/** What is asked of what people record about children in care. */
export interface RecordedAsked {
  /** SQL over `cared`, a boolean: in the numerator. */
  readonly counted: string;
  /** SQL over `cared`, a boolean: nothing is on record that would say. */
  readonly notKnown: string;
  /** SQL over `cared`: who is asked about; everybody when left out. */
  readonly among?: string;
  /** SQL over `cared`: those left out as `not-asked`. */
  readonly notAsked?: string;
}

/** SQL: what is on record now of the child of `cared`, in one table, as `said`. */
export function saidOf(table: string, condition: string): string {
  return `EXISTS (
    SELECT FROM ${table} AS said
    WHERE ${ofChild('said', 'cared')} AND said.superseded_at IS NULL AND NOT said.is_withdrawn AND ${condition}
  )`;
}

/** SQL: a day of the period. */
export const inPeriod = (column: string): string => `${column} BETWEEN cared.from_on AND cared.to_on`;

/** SQL: the membership of an indicator of children in care on the last day, by what people record of them. */
export function recordedMembership({ counted, notKnown, among, notAsked }: RecordedAsked): string {
  return `
    WITH ${caredCte}
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      coalesce(${counted}, false) AS is_counted, coalesce(${notKnown}, false) AS is_not_known,
      ${notAsked === undefined ? 'NULL::text' : `CASE WHEN ${notAsked} THEN 'not-asked' END`} AS left_out
    FROM cared
    WHERE ${among ?? 'true'}
    UNION ALL ${shortBreakRows}`;
}

/** What these indicators say in common. */
export const ofRecords = {
  excluded: ['Children in a series of short-term breaks (legal status V3 or V4).'],
  unit: 'SHARE',
  owner: 'The parties to the contract',
  population: 'looked-after',
  tables: [],
  collectedSince: null,
  looksAt: 'period',
  leftOut: { 'short-break': shortBreak },
} as const;

/** Where these definitions come from. */
export const recordedSource = (article: number, what: string): string =>
  `The model contract’s Article ${article}: ${what}. Worked out from what is on record in the platform; no return asks for it.`;
