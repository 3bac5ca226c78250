import type { PublishedFigureRow } from './published-figure.entity.ts';

/** Authorities that return their staff as one, by ONS code, with the names and the department's codes they are published under. */
interface JointReturn {
  readonly fromYear: number;
  readonly authorities: readonly { readonly code: string; readonly dfeCode: string; readonly name: string }[];
}

/**
 * The joint returns of the workforce census, as its publication explains them: Achieving for Children works for Kingston and
 * Richmond, Northamptonshire Children's Trust for both authorities that followed Northamptonshire.
 */
const jointReturns: readonly JointReturn[] = [
  {
    fromYear: 2017,
    authorities: [
      { code: 'E09000021', dfeCode: '314', name: 'Kingston upon Thames' },
      { code: 'E09000027', dfeCode: '318', name: 'Richmond upon Thames' },
    ],
  },
  {
    fromYear: 2021,
    authorities: [
      { code: 'E06000061', dfeCode: '940', name: 'North Northamptonshire' },
      { code: 'E06000062', dfeCode: '941', name: 'West Northamptonshire' },
    ],
  },
];

/** Rows with joint returns told of each of their authorities, and what was done, in sentences. */
export interface Resolved {
  readonly rows: readonly PublishedFigureRow[];
  readonly notes: readonly string[];
}

/**
 * Older files publish a joint return under one of its authorities and leave the other out, or without any figure. Both then
 * get the figures, each saying with whom they are shared. Files that name both in one row were told apart before.
 */
export function resolveJointReturns(rows: readonly PublishedFigureRow[]): Resolved {
  const kept = new Map(rows.map((row) => [keyOf(row), row]));
  const notes: string[] = [];
  for (const { fromYear, authorities } of jointReturns) {
    const years: number[] = [];
    for (const year of new Set(rows.map((row) => row.year))) {
      if (year < fromYear) continue;
      const held = authorities.map((authority) => kept.get(keyOf({ year, ...authority })));
      const figures = held.filter((row) => row !== undefined && hasFigures(row));
      const [joint] = figures;
      if (!joint || figures.length > 1) continue;
      for (const authority of authorities) {
        const returnedWith = authorities.filter((other) => other !== authority).map(({ name }) => name);
        kept.set(keyOf({ year, ...authority }), { ...joint, ...authority, returnedWith });
      }
      years.push(year);
    }
    if (years.length > 0) notes.push(noteOf(authorities, years));
  }
  for (const joint of Map.groupBy(rows, ({ name, returnedWith }) => [name, ...returnedWith].toSorted().join(' and '))) {
    const [names, of] = joint;
    if ((of[0]?.returnedWith.length ?? 0) > 0)
      notes.push(`${names} return jointly: each is given the figures of both.`);
  }
  return { rows: [...kept.values()], notes };
}

/**
 * What makes two rows the same: the year and the place. An authority keeps the department's number when its ONS code changes,
 * and publications give the years before the change either code.
 */
export function keyOf({ year, code, dfeCode }: Pick<PublishedFigureRow, 'year' | 'code' | 'dfeCode'>): string {
  return `${year} ${dfeCode ?? code}`;
}

function hasFigures({ figures }: PublishedFigureRow): boolean {
  return Object.values(figures).some((figure) => typeof figure === 'number');
}

function noteOf(authorities: JointReturn['authorities'], years: readonly number[]): string {
  const names = authorities.map(({ name }) => name).join(' and ');
  return `${names} return jointly, and the file has the figures under one of them in ${years.toSorted((one, other) => one - other).join(', ')}: each is given the figures of both.`;
}
