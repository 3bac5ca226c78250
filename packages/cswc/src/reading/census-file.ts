import type { AuthorityTag } from '../fields/authority-fields.ts';
import type { CensusCells } from '../fields/census-field.ts';
import type { WorkerTag } from '../fields/worker-fields.ts';

/** The tags of the header that say what file it is. */
export const headerTags = [
  'Collection',
  'Year',
  'ReferenceDate',
  'SourceLevel',
  'LEA',
  'SoftwareCode',
  'DateTime',
] as const;

/** One of `headerTags`. */
export type HeaderTag = (typeof headerTags)[number];

/** One worker of a census, as the file says it. */
export interface CensusRow {
  /** Its place among the workers of the file, from 1. */
  readonly number: number;
  /** The line its element begins on, from 1. */
  readonly line: number;
  readonly cells: CensusCells<WorkerTag>;
  /** Tags that are there more than once in the element; the first counts. */
  readonly repeated: readonly WorkerTag[];
}

/** An element that the census does not have. */
export interface UnknownTag {
  /** Its name; `others` for whatever does not look like a tag. */
  readonly tag: string;
  readonly count: number;
  readonly firstLine: number;
}

/** A census as it was read. */
export interface CensusFile {
  /** The census year: 2025 is 1 October 2024 to 30 September 2025. */
  readonly year: number;
  readonly header: CensusCells<HeaderTag>;
  /** The name of the authority's block; null when the file has none. */
  readonly authorityBlock: 'LALevel' | 'LALevelVacancies' | null;
  readonly authorityLine: number | null;
  readonly authority: CensusCells<AuthorityTag>;
  /** Tags of the authority's block or the header that are there more than once; the first counts. */
  readonly repeated: readonly string[];
  readonly workers: readonly CensusRow[];
  readonly unknown: readonly UnknownTag[];
  /** What was noticed and passed over, in sentences. */
  readonly notes: readonly string[];
}

/** A census, or why nothing of the file can be used and what to do. */
export type ReadCensus =
  { readonly refusal: null; readonly census: CensusFile } | { readonly refusal: string; readonly census: null };
