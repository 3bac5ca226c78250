import { collectionYearOf, type PlainDate } from '@mainstay/primitives';

/** The first collection year a return can be imported for. */
const FIRST_YEAR = 2010;

/** The files chosen so far with more: one of the same name takes the place of the earlier. */
export function addFiles<F extends { readonly name: string }>(files: readonly F[], added: readonly F[]): F[] {
  const names = new Set(added.map((file) => file.name));
  return [...files.filter((file) => !names.has(file.name)), ...added];
}

/** The collection years a return can be imported for, newest first: the running one is checked all year round. */
export function yearsToImport(today: PlainDate): { readonly all: readonly number[]; readonly newestComplete: number } {
  const running = collectionYearOf(today);
  return {
    all: Array.from({ length: running - FIRST_YEAR + 1 }, (_, back) => running - back),
    newestComplete: running - 1,
  };
}
