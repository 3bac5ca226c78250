import { childCodeSets } from './child.code-sets.ts';
import { episodeCodeSets } from './episode.code-sets.ts';
import { otherCodeSets } from './other.code-sets.ts';

/** One code, and the collection years it belongs to; open where `from` or `to` is left out. */
export interface Code {
  readonly code: string;
  readonly meaning: string;
  /** The first collection year in which the code may be used. */
  readonly from?: number;
  /** The last collection year in which the code may be used. */
  readonly to?: number;
}

/** A closed list of codes with the years each is valid in. */
export interface CodeSet {
  readonly title: string;
  readonly codes: readonly Code[];
  /** Codes that follow a pattern rather than a list (the numbers of local authorities), besides those listed. */
  readonly pattern?: { readonly form: RegExp; readonly meaning: string };
}

const sets = { ...childCodeSets, ...episodeCodeSets, ...otherCodeSets };

/** The code sets of the return, named after the column that uses them. */
export type CodeSetName = keyof typeof sets;

const byCode = new Map<CodeSet, ReadonlyMap<string, Code>>(
  Object.values(sets).map((set) => [set, new Map(set.codes.map((code) => [code.code, code]))]),
);

/** The code set called `name`. */
export function codeSet(name: CodeSetName): CodeSet {
  return sets[name];
}

/** The names of all code sets. */
export function codeSetNames(): readonly CodeSetName[] {
  return Object.keys(sets) as CodeSetName[];
}

/** What `code` means in a set, in plain words; `code` itself when the set does not know it. */
export function meaningOf(set: CodeSetName, code: string): string {
  const { pattern } = codeSet(set);
  return byCode.get(sets[set])?.get(code)?.meaning ?? (pattern?.form.test(code) ? pattern.meaning : code);
}

/** True when the return of `year` may hold `code`. A blank is never a code. */
export function isValidCode(set: CodeSetName, code: string, year: number): boolean {
  const known = byCode.get(sets[set])?.get(code);
  if (known) return (known.from ?? year) <= year && year <= (known.to ?? year);
  return codeSet(set).pattern?.form.test(code) ?? false;
}

/** True when `code` belongs to the set in some other year than `year`. */
export function isCodeOfAnotherYear(set: CodeSetName, code: string, year: number): boolean {
  return (byCode.get(sets[set])?.has(code) ?? false) && !isValidCode(set, code, year);
}
