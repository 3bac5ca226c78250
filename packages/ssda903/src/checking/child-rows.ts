import type { PlainDate } from '@mainstay/primitives';
import { placementPlace, type PlaceContext, type PlacementPlace } from '../reference/placement-place.ts';
import type { TableName } from '../tables/tables.ts';
import type { ReturnRow } from './return-row.ts';

/** Rows of one child, by table. */
export type RowsByTable = ReadonlyMap<TableName, readonly ReturnRow[]>;

/** All rows of one child. */
export interface RowsOfChild {
  readonly all: RowsByTable;
  /** Those of last year's return. */
  readonly previous: RowsByTable;
  /** Those of returns before last year's, of which episodes only are held. */
  readonly earlier?: RowsByTable;
}

/** An episode together with the one before it. */
export interface Succession<T extends 'Episodes' | 'SWEpisodes'> {
  readonly earlier: ReturnRow<T>;
  readonly later: ReturnRow<T>;
}

const noRows: readonly ReturnRow[] = [];
const noneLeft: ReadonlySet<ReturnRow> = new Set();

/** Everything the return says about one child; what a rule judges. */
export class ChildRows {
  /** The child's local identifier; an empty string for rows that have none. */
  readonly localId: string;
  readonly #all: RowsByTable;
  readonly #left: ReadonlySet<ReturnRow>;
  readonly #previous: RowsByTable;
  readonly #earlier: readonly ReturnRow<'Episodes'>[];
  #episodes: readonly ReturnRow<'Episodes'>[] | null = null;
  #socialWorkers: readonly ReturnRow<'SWEpisodes'>[] | null = null;
  #previousEpisodes: readonly ReturnRow<'Episodes'>[] | null = null;
  #moves: readonly Succession<'Episodes'>[] | null = null;
  #handOvers: readonly Succession<'SWEpisodes'>[] | null = null;
  #seen: Map<TableName, readonly ReturnRow[]> | null = null;
  #facts: Map<unknown, unknown> | null = null;
  #places: Map<ReturnRow<'Episodes'>, PlacementPlace> | null = null;

  /** @param left rows that are out already, which rules other than the structural ones no longer see. */
  constructor(localId: string, { all, previous, earlier }: RowsOfChild, left: ReadonlySet<ReturnRow> = noneLeft) {
    this.localId = localId;
    this.#all = all;
    this.#previous = previous;
    this.#earlier = (earlier?.get('Episodes') ?? noRows) as readonly ReturnRow<'Episodes'>[];
    this.#left = left;
  }

  /** The child's rows of a table that can still be judged, in the order of the files. */
  rows<T extends TableName>(table: T): readonly ReturnRow<T>[] {
    const rows = this.allRows(table);
    if (this.#left.size === 0 || rows.length === 0) return rows;
    this.#seen ??= new Map();
    const known = this.#seen.get(table) ?? rows.filter((row) => !this.#left.has(row as ReturnRow));
    this.#seen.set(table, known as readonly ReturnRow[]);
    return known as readonly ReturnRow<T>[];
  }

  /** The child's rows of a table, those that are out already included. */
  allRows<T extends TableName>(table: T): readonly ReturnRow<T>[] {
    return (this.#all.get(table) ?? noRows) as readonly ReturnRow<T>[];
  }

  /** Tables in which the child has rows. */
  tables(): Iterable<TableName> {
    return this.#all.keys();
  }

  /** The child's rows of a table in last year's return. */
  previousRows<T extends TableName>(table: T): readonly ReturnRow<T>[] {
    return (this.#previous.get(table) ?? noRows) as readonly ReturnRow<T>[];
  }

  /** The child's header row. */
  header(): ReturnRow<'Header'> | null {
    return this.rows('Header')[0] ?? null;
  }

  /** The child's date of birth, from the header. */
  dateOfBirth(): PlainDate | null {
    return this.header()?.date('DOB') ?? null;
  }

  /** The episodes whose first day can be read, earliest first. */
  episodes(): readonly ReturnRow<'Episodes'>[] {
    this.#episodes ??= inOrder(this.rows('Episodes'), 'DECOM', 'DEC');
    return this.#episodes;
  }

  /** The episodes of last year's return whose first day can be read, earliest first. */
  previousEpisodes(): readonly ReturnRow<'Episodes'>[] {
    this.#previousEpisodes ??= inOrder(this.previousRows('Episodes'), 'DECOM', 'DEC');
    return this.#previousEpisodes;
  }

  /** The episodes of returns before last year's, as many as are held, in no order. */
  earlierEpisodes(): readonly ReturnRow<'Episodes'>[] {
    return this.#earlier;
  }

  /** The social workers of last year's return whose first day can be read, earliest first. */
  previousSocialWorkers(): readonly ReturnRow<'SWEpisodes'>[] {
    return inOrder(this.previousRows('SWEpisodes'), 'SW_DECOM', 'SW_DEC');
  }

  /** Where the placement of an episode of the child lies, of this year or last; worked out once. */
  placeOf(episode: ReturnRow<'Episodes'>, context: PlaceContext): PlacementPlace {
    this.#places ??= new Map();
    const known = this.#places.get(episode);
    if (known) return known;
    const place = placementPlace(episode, context);
    this.#places.set(episode, place);
    return place;
  }

  /** Each episode, or social worker, with the one that follows it. */
  successions<T extends 'Episodes' | 'SWEpisodes'>(table: T): readonly Succession<T>[];
  successions(table: 'Episodes' | 'SWEpisodes'): readonly Succession<'Episodes' | 'SWEpisodes'>[] {
    if (table === 'SWEpisodes') return (this.#handOvers ??= successions(this.socialWorkers()));
    return (this.#moves ??= successions(this.episodes()));
  }

  /**
   * What `work` makes of the child, worked out once however often it is asked for.
   *
   * @param work always the same function for the same fact, and the context always that of the check.
   */
  once<Known, Context>(work: (child: ChildRows, context: Context) => Known, context: Context): Known {
    this.#facts ??= new Map();
    if (!this.#facts.has(work)) this.#facts.set(work, work(this, context));
    return this.#facts.get(work) as Known;
  }

  /** The social workers whose first day can be read, earliest first. */
  socialWorkers(): readonly ReturnRow<'SWEpisodes'>[] {
    this.#socialWorkers ??= inOrder(this.rows('SWEpisodes'), 'SW_DECOM', 'SW_DEC');
    return this.#socialWorkers;
  }
}

/** Each row with the one that follows it. */
export function successions<T extends 'Episodes' | 'SWEpisodes'>(rows: readonly ReturnRow<T>[]): Succession<T>[] {
  const pairs: Succession<T>[] = [];
  for (let at = 1; at < rows.length; at++) {
    const [earlier, later] = [rows[at - 1], rows[at]];
    if (earlier && later) pairs.push({ earlier, later });
  }
  return pairs;
}

type DateColumns<T extends TableName> = Parameters<ReturnRow<T>['date']>[0];

/** The rows whose `start` can be read, earliest first. */
export function inOrder<T extends TableName>(
  rows: readonly ReturnRow<T>[],
  start: DateColumns<T>,
  end: DateColumns<T>,
): readonly ReturnRow<T>[] {
  const dated = rows.filter((row) => row.date(start) !== null);
  if (dated.length < 2) return dated;
  // An open row is the latest of those that begin on its day.
  return dated
    .map((row) => ({ row, key: `${row.date(start)} ${row.date(end) ?? '9999-12-31'}` }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row);
}
