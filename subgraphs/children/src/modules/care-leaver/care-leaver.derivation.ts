import { column, type ReturnedRow } from '../../history/child-returns.ts';

/** What one year's return says of the child as a care leaver. */
export interface DerivedCareLeaver {
  collectionYear: number;
  inTouch: string;
  activity: string | null;
  accommodation: string | null;
}

const read = {
  IN_TOUCH: column('OC3', 'IN_TOUCH'),
  ACTIV: column('OC3', 'ACTIV'),
  ACCOM: column('OC3', 'ACCOM'),
};

/** What each year's table OC3 says of the child, oldest first. */
export function deriveCareLeavers(rows: readonly ReturnedRow[]): DerivedCareLeaver[] {
  const byYear = new Map<number, DerivedCareLeaver>();
  for (const row of rows) {
    byYear.set(row.year, {
      collectionYear: row.year,
      inTouch: read.IN_TOUCH(row) ?? '',
      activity: read.ACTIV(row),
      accommodation: read.ACCOM(row),
    });
  }
  return [...byYear.values()].toSorted((one, other) => one.collectionYear - other.collectionYear);
}
