import type fc from 'fast-check';
import type { ExampleRow, ExampleTables } from '../example-return.ts';
import { episodes } from './drawn-episodes.arbitrary.ts';
import { lastYear } from './drawn-last-year.arbitrary.ts';
import { others, type Others } from './drawn-others.arbitrary.ts';
import type { DrawnReturn } from './plain-return.ts';

/** A return of one child in `year`, and last year's: hardly likely, never unreadable. */
export function drawnReturn(year: number): fc.Arbitrary<DrawnReturn> {
  return episodes(year).chain((own) =>
    others(year, own).chain((other) =>
      lastYear(year, own, other).map((previous) => ({ year, tables: thisYear(year, own, other), previous })),
    ),
  );
}

function thisYear(year: number, own: readonly ExampleRow<'Episodes'>[], other: Others): ExampleTables {
  const { DOB, SEX, UPN, MOTHER, MC_DOB, ETHNIC } = other;
  const born = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ DOB, ...row }));
  return {
    Header: [{ DOB, SEX, UPN, MOTHER, MC_DOB, ETHNIC }],
    Episodes: own,
    Missing: born(other.missing),
    DoLo: year >= 2027 ? born(other.orders) : [],
    PlacedAdoption: born(other.decisions),
    AD1: born(other.adoption),
    SWEpisodes: year >= 2024 ? born(other.workers) : [],
    Reviews: born(other.reviews),
    OC2: born(other.health),
    OC3: born(other.leaving),
    UASC: born(other.asylum.map((row) => ({ SEX, ...row }))),
    PrevPerm: born(other.permanence),
  };
}
