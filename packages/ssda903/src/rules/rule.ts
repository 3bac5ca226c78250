import type { PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import type { ReturnFacts } from '../checking/return-facts.ts';
import type { PostcodeDirectory } from '../reference/postcodes.ts';
import type { ProviderList } from '../reference/providers.ts';
import type { TableName } from '../tables/tables.ts';

/** What kind of thing a rule looks at. `reading` rules are the platform's own; `dropped` ones ended in a past year. */
export type RuleGroup =
  | 'reading'
  | 'structural'
  | 'formats'
  | 'completeness'
  | 'episode-sequence'
  | 'age-and-duration'
  | 'health'
  | 'care-leavers'
  | 'header'
  | 'placement'
  | 'year-on-year'
  | 'adoption'
  | 'missing'
  | 'deprivation-of-liberty'
  | 'social-workers'
  | 'dropped';

/** Something a rule needs besides the rows: Ofsted's list, a directory of postcodes, or whose return it is. */
export type RuleNeed = 'providers' | 'postcodes' | 'authority';

/** A row that breaks a rule. */
export interface Finding {
  readonly row: ReturnRow;
  /** The columns at fault, when they are fewer than the rule's. */
  readonly fields?: readonly string[];
  /** True when the row is not to be loaded. Structural and reading rules always keep a row out unless told otherwise. */
  readonly keepsRowOut?: boolean;
  /** What to do, when it is more particular than the rule's. */
  readonly whatToDo?: string;
}

/** What a rule may know besides the child. */
export interface CheckContext {
  readonly year: number;
  /** 1 April with which the collection year begins. */
  readonly start: PlainDate;
  /** 31 March with which the collection year ends. */
  readonly end: PlainDate;
  /** The ONS code of the authority whose return it is; null when unknown. */
  readonly laCode: string | null;
  /** Ofsted's list; null when none is loaded. Rules that look in it say so in `needs`, and then it is there. */
  readonly providers: ProviderList | null;
  /** The directory of postcodes; null when none is loaded. As with `providers`. */
  readonly postcodes: PostcodeDirectory | null;
  /** What lies between children. */
  readonly facts: ReturnFacts;
}

/** One validation rule: a small unit that judges everything the return says about one child. */
export interface Rule {
  /**
   * The published code, or `MS…` for the platform's own. Two rules may share a code when they are forms of it in
   * different years.
   */
  readonly code: string;
  readonly group: RuleGroup;
  /**
   * The tables the rule speaks of; it runs when all of them are loaded, for children who have rows in one of them.
   * None, for a rule on rows of any table.
   */
  readonly tables: readonly TableName[];
  /** The only table whose rows the rule objects to, if there is one: children without rows there are passed over. */
  readonly judges?: TableName;
  /** Tables that must be loaded besides, to tell which children the rule is about. */
  readonly alsoNeeds?: readonly TableName[];
  readonly fields: readonly string[];
  /** The published words. */
  readonly message: string;
  readonly whatToDo: string;
  /** The first collection year the rule belongs to, besides those of its tables. */
  readonly from?: number;
  /** The last collection year the rule belongs to. */
  readonly to?: number;
  /**
   * The table or tables of last year's return the rule compares with; it runs when all are loaded. Such a rule also
   * judges children who are in last year's return only, and may then point at last year's row.
   */
  readonly needsPrevious?: TableName | readonly TableName[];
  /** What must be loaded besides tables; the rule is not run without it. */
  readonly needs?: readonly RuleNeed[];
  /** Why the rule can never be judged from CSV files. */
  readonly cannotRun?: string;
  /** True when it can be judged all the same where rows of Header say what the XML form says in `UASC`. */
  readonly readsUascFlag?: boolean;
  /** True for the platform's own rules, which nobody publishes. */
  readonly isOwn?: boolean;
  /** The rows of the child that break the rule. */
  check(child: ChildRows, context: CheckContext): Iterable<Finding>;
}
