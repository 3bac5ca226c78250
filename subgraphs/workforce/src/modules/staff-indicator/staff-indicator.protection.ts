/** Counts of people from 1 to this are small: a figure could be traced to a person. */
const largestSmallNumber = 5;

/** Whom the figures of one employer and collection year are about, by the workers' ids. */
export interface StaffOfYear {
  /** The year's last. */
  readonly collectionYear: number;
  /** Those in post at its end, and agency workers at its end. */
  readonly inPost: ReadonlySet<string>;
  readonly agency: ReadonlySet<string>;
  /** How many left in the year. */
  readonly leavers: number;
}

/** True for 1 to 5 people. Nobody is no small number. */
export function isSmall(people: number): boolean {
  return people >= 1 && people <= largestSmallNumber;
}

/**
 * The years of which all figures of an employer's staff can be told, given all its years up to them, oldest first.
 *
 * A year's figures are told together or not at all, for those in post and agency workers make up one denominator. They
 * are kept back if any number in them is small. And the same people come back every year: whoever is told how many there
 * were at the end of two years and how many left between them is told how many came. So a year is kept back as well if
 * few came or few left, of those in post or of agency workers, since the last year that is told. What is told of a year
 * follows from that year and earlier ones alone, so nothing told once is taken back later.
 */
export function tellableYears(years: readonly StaffOfYear[]): ReadonlySet<number> {
  const told = new Set<number>();
  let last: StaffOfYear | null = null;
  for (const year of years) {
    if (!isSafe(year) || (last && hasSmallMoves(last, year))) continue;
    told.add(year.collectionYear);
    last = year;
  }
  return told;
}

function isSafe({ inPost, agency, leavers }: StaffOfYear): boolean {
  return ![inPost.size, agency.size, leavers].some(isSmall);
}

function hasSmallMoves(one: StaffOfYear, other: StaffOfYear): boolean {
  const moves = (['inPost', 'agency'] as const).flatMap((group) => [
    one[group].difference(other[group]).size,
    other[group].difference(one[group]).size,
  ]);
  return moves.some(isSmall);
}
