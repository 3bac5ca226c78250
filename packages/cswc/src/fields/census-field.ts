import type { CensusCodeSet } from '../code-sets/code-sets.ts';

/** What a field's text must look like. */
export type FieldForm =
  | { readonly kind: 'number'; readonly largest: number; readonly decimals: number }
  | { readonly kind: 'code'; readonly set: CensusCodeSet }
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'swe-number' };

/** Of whom a field is asked. */
export type AskedOf = 'everybody' | 'employed' | 'leavers' | 'all-but-leavers' | 'nobody';

/** One tag of the census. */
export interface CensusField<Tag extends string = string> {
  readonly tag: Tag;
  /** What it says, for people: the beginning of a sentence. */
  readonly title: string;
  readonly form: FieldForm;
  readonly askedOf: AskedOf;
  /** The first census year that has the tag; all when left out. */
  readonly from?: number;
  /** The last census year that has the tag. */
  readonly to?: number;
  /** The first year in which it must be there; `from` when left out. */
  readonly askedFrom?: number;
  /** The tag to use in years that do not have this one. */
  readonly instead?: string;
}

/** True when the census of a year has the tag. */
export function isCollectedIn({ from, to }: Pick<CensusField, 'from' | 'to'>, year: number): boolean {
  return (from ?? year) <= year && year <= (to ?? year);
}

/** What the elements of one worker or of the authority say, by tag: text without spaces around it, never blank. */
export type CensusCells<Tag extends string = string> = Readonly<Partial<Record<Tag, string>>>;
