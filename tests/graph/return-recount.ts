import type { World } from '@mainstay/demonstration';
import {
  comingsAndGoingsOf,
  homesOf,
  leaversOf,
  outcomesOf,
  reviewsOnTimeOf,
  workersOf,
  type CountedReturns,
} from './return-recount.further.ts';

/** A figure counted by hand. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
}

/** A row of a file, by column. */
export type Row = Readonly<Record<string, string>>;
/** The files that are counted. */
export type Table = 'header' | 'episodes' | 'reviews' | 'oc2' | 'oc3' | 'missing' | 'sw_episodes';

/** An episode as all files together have it. */
export interface Episode {
  readonly from: string;
  /** The day it ceased; null while it lasts. */
  readonly to: string | null;
  readonly row: Row;
}

const legalStatuses = /^(C1|C2|D1|E1|V2|V3|V4|J1|J2|J3|L1|L2|L3)$/;
const isShortBreak = ({ row }: Episode): boolean => row['LS'] === 'V3' || row['LS'] === 'V4';
const isTemporary = ({ row }: Episode): boolean => /^(T[0-4]|Z1)/.test(row['PLACE'] ?? '');
const isOpenOn = (day: string) => (span: { from: string; to: string | null }) =>
  span.from <= day && (span.to === null || span.to > day);

/**
 * The indicators of an authority, counted from the text of its returns by the published definitions, in plain loops
 * and without a database: what the platform answers must agree.
 */
export class ReturnRecount implements CountedReturns {
  readonly #tables = new Map<string, Row[]>();
  readonly years: number[];
  readonly episodes: Map<string, Episode[]>;
  readonly #born: Map<string, string>;
  readonly #postcodes: ReadonlyMap<string, { easting: number; northing: number; laCode: string }>;
  readonly #laCode: string;

  constructor(world: World, laCode: string) {
    this.#laCode = laCode;
    this.#postcodes = new Map(world.children.postcodes.map((place) => [place.postcode.replace(' ', ''), place]));
    const returns = world.children.returns.filter((one) => one.laCode === laCode);
    this.years = returns.map(({ year }) => year).toSorted((one, other) => one - other);
    for (const { year, files } of returns) {
      for (const { name, text } of files) this.#tables.set(`${year} ${name.replace('.csv', '')}`, rowsOf(text));
    }
    this.#born = new Map(
      this.years.flatMap((year) => this.rows(year, 'header').map((row) => [row['CHILD'] ?? '', iso(row['DOB']) ?? ''])),
    );
    this.episodes = this.#history();
  }

  /** The figures of a collection year, by the indicator's code. */
  figures(year: number): Record<string, Count> {
    return {
      'three-or-more-placements': this.#placements(year),
      'same-placement-two-years': this.#samePlacement(year),
      'three-or-more-social-workers': this.#socialWorkers(year),
      'reviews-took-part': this.#reviews(year),
      'placed-over-20-miles': this.#farAway(year),
      'leavers-in-education-employment-training': this.#leavers(year),
      ...(this.years.includes(year - 1) ? { 'three-or-more-placements-in-two-years': this.#twoYears(year) } : {}),
      'reviews-on-time': reviewsOnTimeOf(this, year),
      ...outcomesOf(this, year),
      ...leaversOf(this, year),
      ...comingsAndGoingsOf(this, year),
      ...homesOf(this, year),
      ...workersOf(this, year),
    };
  }

  /** The rows of one file. */
  rows(year: number, table: Table): Row[] {
    return this.#tables.get(`${year} ${table}`) ?? [];
  }

  /**
   * Each child's episodes: of several returns that hold one, the newest. One that no later return goes on with has ended
   * with the year whose return left it open: it was still open on the last day.
   */
  #history(): Map<string, Episode[]> {
    const newest = new Map<string, { year: number; row: Row }>();
    for (const year of this.years) {
      for (const row of this.rows(year, 'episodes')) {
        if (legalStatuses.test(row['LS'] ?? '')) newest.set(`${row['CHILD']} ${iso(row['DECOM'])}`, { year, row });
      }
    }
    const histories = new Map<string, Episode[]>();
    for (const { year, row } of [...newest.values()].toSorted((a, b) => (day(a) < day(b) ? -1 : 1))) {
      const child = row['CHILD'] ?? '';
      const history = histories.get(child) ?? [];
      const before = history.at(-1);
      if (before && (before.to === null || before.to > day({ row })))
        history[history.length - 1] = { ...before, to: day({ row }) };
      const isLeftOpen = row['DEC'] === '' && year < (this.years.at(-1) ?? year);
      history.push({ from: day({ row }), to: isLeftOpen ? `${year}-04-01` : iso(row['DEC']), row });
      histories.set(child, history);
    }
    for (const history of histories.values()) joinWhatWasInferred(history);
    return histories;
  }

  /** The children looked after on 31 March, short breaks left out, and since when without a break. */
  lookedAfter(year: number): { child: string; since: string; episodes: Episode[] }[] {
    const last = `${year}-03-31`;
    return [...this.episodes].flatMap(([child, all]) => {
      const episodes = all.filter((episode) => !isShortBreak(episode));
      const at = episodes.findIndex(isOpenOn(last));
      if (at < 0) return [];
      let first = at;
      while (first > 0 && episodes[first]?.row['RNE'] !== 'S' && episodes[first - 1]?.to === episodes[first]?.from)
        first -= 1;
      return [{ child, since: episodes[first]?.from ?? '', episodes }];
    });
  }

  #placements(year: number): Count {
    const children = this.lookedAfter(year);
    const [first, last] = [`${year - 1}-04-01`, `${year}-03-31`];
    const numerator = children.filter(
      ({ episodes }) =>
        staysOf(episodes, /^[SPTBU]$/).filter(({ from, to }) => from <= last && (to === null || to >= first)).length >=
        3,
    ).length;
    return { numerator, denominator: children.length };
  }

  #twoYears(year: number): Count {
    const [first, last] = [`${year - 2}-04-01`, `${year}-03-31`];
    const children = this.lookedAfter(year).filter(({ since }) => since <= first);
    const numerator = children.filter(
      ({ episodes }) =>
        staysOf(episodes, /^[SPTBU]$/).filter(({ from, to }) => from <= last && (to === null || to >= first)).length >=
        3,
    ).length;
    return { numerator, denominator: children.length };
  }

  #samePlacement(year: number): Count {
    const last = `${year}-03-31`;
    const children = this.lookedAfter(year).filter(
      ({ child, since }) => this.age(child, last) < 16 && since <= `${year - 3}-09-30`,
    );
    const settled = children.filter(({ episodes }) => {
      const runs = staysOf(episodes, /^[SPB]$/);
      const now = runs.findLastIndex(isOpenOn(last));
      const isForAdoption = runs[now]?.lastPlace.startsWith('A') ?? false;
      const run = isForAdoption && runs[now - 1]?.to === runs[now]?.from ? runs[now - 1] : runs[now];
      return run !== undefined && run.from <= `${year - 2}-03-31`;
    });
    return { numerator: settled.length, denominator: children.length };
  }

  #socialWorkers(year: number): Count {
    const workers = new Map<string, Set<string>>();
    for (const row of this.rows(year, 'sw_episodes')) {
      const child = row['CHILD'] ?? '';
      workers.set(child, (workers.get(child) ?? new Set()).add(row['SW_ID'] ?? ''));
    }
    const children = this.lookedAfter(year);
    return {
      numerator: children.filter(({ child }) => (workers.get(child)?.size ?? 0) >= 3).length,
      denominator: children.length,
    };
  }

  #reviews(year: number): Count {
    const held = this.rows(year, 'reviews').filter(
      (row) =>
        /^PN[1-7]$/.test(row['REVIEW_CODE'] ?? '') && this.age(row['CHILD'] ?? '', iso(row['REVIEW']) ?? '') >= 4,
    );
    return { numerator: held.filter((row) => row['REVIEW_CODE'] !== 'PN7').length, denominator: held.length };
  }

  #farAway(year: number): Count {
    const children = this.lookedAfter(year);
    const far = children.filter(({ episodes }) => {
      const row = episodes.findLast(isOpenOn(`${year}-03-31`))?.row;
      const home = this.#postcodes.get((row?.['HOME_POST'] ?? '').replace(' ', ''));
      const placed = this.#postcodes.get((row?.['PL_POST'] ?? '').replace(' ', ''));
      if (!home || !placed) return false;
      const miles = Math.hypot(home.easting - placed.easting, home.northing - placed.northing) / 1000 / 1.6093;
      return Math.round(miles * 10) / 10 > 20 && placed.laCode !== this.#laCode;
    });
    return { numerator: far.length, denominator: children.length };
  }

  #leavers(year: number): Count {
    const leavers = this.rows(year, 'oc3').filter((row) => {
      const age = this.age(row['CHILD'] ?? '', `${year}-03-31`);
      return age >= 19 && age <= 21 && !/^(DIED|RHOM)$/.test(row['IN_TOUCH'] ?? '');
    });
    return { numerator: leavers.filter((row) => /^[FP]/.test(row['ACTIV'] ?? '')).length, denominator: leavers.length };
  }

  /** In completed years. */
  age(child: string, on: string): number {
    const born = this.#born.get(child) ?? '';
    return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  }
}

interface Stay {
  readonly from: string;
  to: string | null;
  lastPlace: string;
}

/**
 * Runs of episodes that `breaks` does not break. A temporary placement is no part of any, and does not end the one that
 * the child returns to; adoption by the carers the child is with is no move.
 */
function staysOf(episodes: readonly Episode[], breaks: RegExp): Stay[] {
  const stays: (Stay & { where: string })[] = [];
  let isAfterTemporary = false;
  for (const episode of episodes) {
    const stay = stays.at(-1);
    if (isTemporary(episode)) {
      isAfterTemporary = true;
      if (stay) stay.to = episode.to;
      continue;
    }
    const { row } = episode;
    const where = [row['PLACE'], row['PL_POST'], row['URN'], row['PLACE_PROVIDER']].join();
    const isReturn = isAfterTemporary && stay?.where === where && row['RNE'] !== 'S';
    const isAdoptionAtHome = /^A[35]$/.test(row['PLACE'] ?? '') && /^[TU]$/.test(row['RNE'] ?? '');
    const isBroken = breaks.test(row['RNE'] ?? '') && !isReturn && !isAdoptionAtHome;
    const hasLeft = stay !== undefined && stay.to !== episode.from;
    if (stay && !isBroken && !hasLeft) Object.assign(stay, { to: episode.to, where, lastPlace: row['PLACE'] ?? '' });
    else stays.push({ from: episode.from, to: episode.to, where, lastPlace: row['PLACE'] ?? '' });
    isAfterTemporary = false;
  }
  return stays;
}

/** An episode that a later return no longer holds ends where the child's next one begins, if the child never left. */
function joinWhatWasInferred(history: Episode[]): void {
  for (const [index, episode] of history.entries()) {
    const next = history[index + 1];
    const isInferred = episode.row['DEC'] === '' && episode.to !== null;
    if (next && isInferred && next.row['RNE'] !== 'S') history[index] = { ...episode, to: next.from };
  }
}

function rowsOf(text: string): Row[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.split(',');
  return [...new Set(lines)].map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function day({ row }: { row: Row }): string {
  return iso(row['DECOM']) ?? '';
}

/** `31/03/2026` as `2026-03-31`; null when blank. */
function iso(british = ''): string | null {
  return british === '' ? null : british.split('/').toReversed().join('-');
}
