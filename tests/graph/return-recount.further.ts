import { addWorkingDays, plainDate } from '@mainstay/primitives';
import type { Count, Episode, Row, Table } from './return-recount.ts';

/** What the further counts are made from: an authority's returns and the histories read from them. */
export interface CountedReturns {
  readonly years: readonly number[];
  readonly episodes: ReadonlyMap<string, readonly Episode[]>;
  rows(year: number, table: Table): readonly Row[];
  /** The children looked after on 31 March, short breaks left out, and since when without a break. */
  lookedAfter(year: number): readonly LookedAfter[];
  age(child: string, on: string): number;
}

export interface LookedAfter {
  readonly child: string;
  readonly since: string;
  readonly episodes: readonly Episode[];
}

const isShortBreak = ({ row }: Episode): boolean => /^V[34]$/.test(row['LS'] ?? '');
const isInferred = ({ row, to }: Episode): boolean => row['DEC'] === '' && to !== null;

/** The day an episode ceased; where only a later return's silence says so, the last of the year before it. */
function ended(episode: Episode): string {
  if (episode.to === null) return '9999-12-31';
  return isInferred(episode) ? addDays(episode.to, -1) : episode.to;
}

/** The figures of health and offending of a collection year. */
export function outcomesOf(returns: CountedReturns, year: number): Record<string, Count> {
  const last = `${year}-03-31`;
  const rows = new Map(returns.rows(year, 'oc2').map((row) => [row['CHILD'] ?? '', row]));
  const all = returns
    .lookedAfter(year)
    .filter(({ since }) => since <= `${year - 1}-04-01`)
    .map(({ child }) => ({ age: returns.age(child, last), row: rows.get(child) ?? {} }));
  const share = (column: string, isAsked: (age: number) => boolean = () => true): Count => {
    const asked = all.filter(({ age }) => isAsked(age));
    return { numerator: asked.filter(({ row }) => row[column] === '1').length, denominator: asked.length };
  };
  const pupils = all.filter(({ age }) => age >= 5 && age <= 16);
  const scores = pupils.map(({ row }) => row['SDQ_SCORE'] ?? '').flatMap((cell) => (cell === '' ? [] : [Number(cell)]));
  return {
    'health-assessment': share('HEALTH_ASSESSMENT'),
    'dental-check': share('TEETH_CHECK'),
    immunised: share('IMMUNISATIONS'),
    'development-check': share('HEALTH_CHECK', (age) => age < 5),
    convicted: share('CONVICTED', (age) => age >= 10),
    'substance-misuse': share('SUBSTANCE_MISUSE'),
    'sdq-returned': { numerator: scores.length, denominator: pupils.length },
    'sdq-average': { numerator: scores.reduce((sum, score) => sum + score, 0), denominator: scores.length },
    'sdq-concern': { numerator: scores.filter((score) => score > 16).length, denominator: scores.length },
  };
}

/** The figures of care leavers of a collection year, but those in education, employment or training at 19 to 21. */
export function leaversOf(returns: CountedReturns, year: number): Record<string, Count> {
  const last = `${year}-03-31`;
  const all = returns
    .rows(year, 'oc3')
    .filter(({ IN_TOUCH }) => IN_TOUCH !== 'DIED' && IN_TOUCH !== 'RHOM')
    .map((row) => ({ child: row['CHILD'] ?? '', row, age: returns.age(row['CHILD'] ?? '', last) }));
  const aged = (from: number, to: number) => all.filter(({ age }) => age >= from && age <= to);
  const stays = ({ child }: { child: string }): boolean => lastOf(child)?.row['REC'] !== 'E3';
  const lastOf = (child: string): Episode | undefined => returns.episodes.get(child)?.at(-1);
  const count = (of: typeof all, column: string, codes: RegExp): Count => ({
    numerator: of.filter(({ row }) => codes.test(row[column] ?? '')).length,
    denominator: of.length,
  });
  const lost = aged(19, 21).filter(({ row }) => row['IN_TOUCH'] === 'NO' && !/^[FGP]/.test(row['ACTIV'] ?? ''));
  return {
    'leavers-17-to-18-in-education-employment-training': count(aged(17, 18), 'ACTIV', /^[FP]/),
    'leavers-not-in-education-employment-training': count(aged(19, 21).filter(stays), 'ACTIV', /^G/),
    'leavers-suitable-accommodation': count(
      aged(19, 21).filter(({ row }) => !/^[GHR]/.test(row['ACCOM'] ?? '')),
      'ACCOM',
      /1$/,
    ),
    'leavers-not-in-touch': { numerator: lost.length, denominator: aged(19, 21).length },
    'staying-put': count(
      aged(18, 20).filter((one) => stays(one) && cameOfAgeInFosterCare(returns, one.child)),
      'ACCOM',
      /^Z/,
    ),
  };
}

function cameOfAgeInFosterCare(returns: CountedReturns, child: string): boolean {
  return (returns.episodes.get(child) ?? []).some(
    ({ row, to }) =>
      (row['PLACE'] ?? '').startsWith('U') &&
      (row['REC'] ?? '').startsWith('E') &&
      to !== null &&
      returns.age(child, to) === 18 &&
      returns.age(child, addDays(to, -1)) === 17,
  );
}

/** The figures of those who went missing, came into care or left it in a collection year. */
export function comingsAndGoingsOf(returns: CountedReturns, year: number): Record<string, Count> {
  const [first, last] = [`${year - 1}-04-01`, `${year}-03-31`];
  const histories = [...returns.episodes].map(([child, all]) => ({
    child,
    episodes: all.filter((one) => !isShortBreak(one)),
  }));
  const cared = histories.filter(({ episodes }) => episodes.some((one) => one.from <= last && ended(one) >= first));
  const absent = (kind: string): Count => ({
    numerator: cared.filter(({ child }) =>
      incidents(returns, child, kind).some(([from, to]) => from <= last && to >= first),
    ).length,
    denominator: cared.length,
  });
  const gone = histories.flatMap(({ episodes }) => {
    const exits = episodes.filter(
      (one, index) =>
        !isInferred(one) && ended(one) >= first && ended(one) <= last && !isContinued(one, episodes[index + 1]),
    );
    return exits.slice(-1);
  });
  const left = (codes: RegExp): Count => ({
    numerator: gone.filter(({ row }) => codes.test(row['REC'] ?? '')).length,
    denominator: gone.length,
  });
  const come = histories.filter(({ episodes }) => startsIn(episodes, first, last).length > 0);
  const back = come.filter(({ episodes }) =>
    startsIn(episodes, first, last).some((index) => {
      const before = episodes[index - 1];
      const start = episodes[index]?.from ?? '';
      return before !== undefined && ended(before) <= start && start <= addYear(ended(before));
    }),
  );
  return {
    missing: absent('M'),
    away: absent('A'),
    adopted: left(/^E1[12]$/),
    'special-guardianship': left(/^E4[3-8]$/),
    'returned-home': left(/^E4[AB]$/),
    're-entered-within-a-year': { numerator: back.length, denominator: come.length },
  };
}

function startsIn(episodes: readonly Episode[], first: string, last: string): number[] {
  return episodes.flatMap(({ row, from }, index) =>
    row['RNE'] === 'S' && from >= first && from <= last ? [index] : [],
  );
}

function isContinued({ to }: Episode, next: Episode | undefined): boolean {
  return next !== undefined && next.from === to && next.row['RNE'] !== 'S';
}

function incidents(returns: CountedReturns, child: string, kind: string): [from: string, to: string][] {
  const newest = new Map<string, Row>();
  for (const year of returns.years) {
    for (const row of returns.rows(year, 'missing')) {
      if (row['CHILD'] === child) newest.set(row['MIS_START'] ?? '', row);
    }
  }
  return [...newest.values()]
    .filter(({ MISSING }) => MISSING === kind)
    .map((row) => [iso(row['MIS_START']) ?? '', iso(row['MIS_END']) ?? '9999-12-31']);
}

const places: Readonly<Record<string, RegExp>> = {
  'placed-in-foster-care': /^U[1-6]$/,
  'placed-for-adoption': /^A[3-6]$/,
  'placed-with-parents': /^P1$/,
  'placed-in-childrens-home': /^K[12]$/,
  'placed-in-supported-accommodation': /^(K3|H5|P2)$/,
  'placed-in-other-residential': /^(R[1-5]|S1)$/,
  'placed-elsewhere': /^(T[0-4]|Z1[1-4]?|P3)$/,
};

/** How many of the children looked after on 31 March were living in each kind of place. */
export function homesOf(returns: CountedReturns, year: number): Record<string, Count> {
  const last = `${year}-03-31`;
  const living = returns
    .lookedAfter(year)
    .map(({ episodes }) => episodes.findLast(({ from, to }) => from <= last && (to === null || to > last)));
  return Object.fromEntries(
    Object.entries(places).map(([code, kind]) => [
      code,
      { numerator: living.filter((one) => kind.test(one?.row['PLACE'] ?? '')).length, denominator: living.length },
    ]),
  );
}

/** How long children had the same social worker in a collection year, counted day by day. */
export function workersOf(returns: CountedReturns, year: number): Record<string, Count> {
  const [first, last] = [`${year - 1}-04-01`, `${year}-03-31`];
  const held = Map.groupBy(returns.rows(year, 'sw_episodes'), (row) => row['CHILD'] ?? '');
  const children = returns.lookedAfter(year).map(({ child, since }) => {
    const spans = (held.get(child) ?? []).map((row) => ({
      id: row['SW_ID'] ?? '',
      from: iso(row['SW_DECOM']) ?? '',
      to: iso(row['SW_DEC']) ?? '9999-12-31',
    }));
    const days = daysFrom(since > first ? since : first, last).map((day) =>
      spans.filter(({ from, to }) => from <= day && to >= day).map(({ id }) => id),
    );
    const most = Math.max(0, ...new Set(spans.map(({ id }) => days.filter((ids) => ids.includes(id)).length)));
    return {
      isWhole: since <= first,
      isSame: new Set(spans.map(({ id }) => id)).size === 1 && days.every((ids) => ids.length > 0),
      days: days.length,
      most,
      without: days.filter((ids) => ids.length === 0).length,
    };
  });
  const sum = (of: (child: (typeof children)[number]) => number): number =>
    children.reduce((total, child) => total + of(child), 0);
  const whole = children.filter(({ isWhole }) => isWhole);
  return {
    'same-worker-all-year': { numerator: whole.filter(({ isSame }) => isSame).length, denominator: whole.length },
    'worker-continuity': { numerator: sum(({ most }) => most), denominator: sum(({ days }) => days) },
    'without-a-worker': { numerator: sum(({ without }) => without), denominator: sum(({ days }) => days) },
  };
}

/** How many children had all reviews on time, by the days the regulations set. */
export function reviewsOnTimeOf(returns: CountedReturns, year: number): Count {
  const [first, last] = [`${year - 1}-04-01`, `${year}-03-31`];
  const since = `${(returns.years[0] ?? year) - 1}-04-01`;
  const held = new Map<string, Set<string>>();
  for (const row of returns.years.flatMap((one) => returns.rows(one, 'reviews'))) {
    const child = row['CHILD'] ?? '';
    held.set(child, (held.get(child) ?? new Set()).add(iso(row['REVIEW']) ?? ''));
  }
  const asked = returns.lookedAfter(year).flatMap((child) => {
    const reviews = [...(held.get(child.child) ?? [])].filter((on) => on >= child.since).toSorted();
    const isWhole =
      child.since >= since && child.episodes.some(({ from, row }) => from === child.since && row['RNE'] === 'S');
    const due = [
      ...(isWhole ? [[addWorkingDays(plainDate(child.since), 20) as string, reviews[0]] as const] : []),
      ...reviews.map((on, index) => [addMonths(on, isWhole && index === 0 ? 3 : 6), reviews[index + 1]] as const),
    ];
    const inYear = due.filter(
      ([by, on]) => by <= last && (by >= first || on === undefined || (on > by && on >= first)),
    );
    return inYear.length === 0 ? [] : [inYear.every(([by, on]) => on !== undefined && on <= by)];
  });
  return { numerator: asked.filter(Boolean).length, denominator: asked.length };
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

function addYear(day: string): string {
  return day.startsWith('9999') ? day : addMonths(day, 12);
}

/** `31/03/2026` as `2026-03-31`; null when blank. */
function iso(british = ''): string | null {
  return british === '' ? null : british.split('/').toReversed().join('-');
}
