/** So many people or more are told of together. */
export const FEWEST_PEOPLE = 10;

/** A practice and how many of its people kept a diary. */
export interface PracticePeople {
  readonly id: string;
  readonly people: number;
}

/**
 * The practices of an authority that may be told of each alone, where all of them together are told of as well: those of
 * enough people, less the smallest of them where what is left over would be so few that their figures could be worked out by
 * subtraction.
 */
export function tellablePractices(practices: readonly PracticePeople[]): ReadonlySet<string> {
  const bySize = practices.toSorted((one, other) => one.people - other.people || (one.id < other.id ? -1 : 1));
  const told = bySize.filter(({ people }) => people >= FEWEST_PEOPLE);
  const leftOver = bySize.filter(({ people }) => people < FEWEST_PEOPLE).reduce((sum, { people }) => sum + people, 0);
  const isSafe = leftOver === 0 || leftOver >= FEWEST_PEOPLE;
  return new Set((isSafe ? told : told.slice(1)).map(({ id }) => id));
}
