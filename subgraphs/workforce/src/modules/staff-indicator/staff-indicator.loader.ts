import type { PlainDate } from '@mainstay/primitives';
import type { Database, Db, Measure, Viewer } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { StaffIndicator } from '../../indicators/staff-indicator.ts';
import { readableLaCodes } from '../employment/employment.policy.ts';
import { publishedLaCodes, staffMeasureAccess } from './staff-indicator.policy.ts';
import { measurePublished } from './staff-indicator.published.ts';
import { countStaff, type StaffQuestion } from './staff-indicator.repository.ts';
import { measureOf, measureWithout, withheld, resultWithoutCounting } from './staff-indicator.service.ts';

/** One indicator for one employer and period. */
export interface StaffMeasureKey {
  readonly indicator: StaffIndicator;
  readonly question: StaffQuestion;
}

/** What measures of staff are loaded with. */
export interface StaffMeasureLoading {
  readonly viewer: Viewer;
  readonly db: Db;
  readonly database: Pick<Database, 'figures'>;
  readonly today: PlainDate;
}

type Measured = readonly (readonly [StaffMeasureKey, Measure])[];

/** Measures of staff: one statement an indicator, however many employers and periods are asked for. */
export function createStaffMeasureLoader(loading: StaffMeasureLoading): DataLoader<StaffMeasureKey, Measure, string> {
  const { viewer, db, database, today } = loading;
  const cacheKeyFn = ({ indicator, question }: StaffMeasureKey): string =>
    JSON.stringify([indicator.code, question.employerKind, question.employerId, question.from, question.to]);

  return new DataLoader<StaffMeasureKey, Measure, string>(
    async (keys) => {
      const measures = new Map<StaffMeasureKey, Measure>();
      const open = Map.groupBy(keys, ({ question }) => staffMeasureAccess(viewer, question, today));
      for (const key of open.get('withheld') ?? []) measures.set(key, without(key, withheld));
      const countable = (of: readonly StaffMeasureKey[] = []): readonly StaffMeasureKey[] =>
        of.filter((key) => {
          const result = resultWithoutCounting(key.question, today);
          if (result) measures.set(key, without(key, result));
          return !result;
        });
      const keep = (measured: Measured): void => measured.forEach(([key, measure]) => measures.set(key, measure));
      keep(await measureInFull(db, countable(open.get('own-rows')), readableLaCodes(viewer, today)));
      const published = countable(open.get('published'));
      if (published.length > 0) {
        keep(
          await database.figures(viewer, (figures) => measurePublished(figures, published, publishedLaCodes(viewer))),
        );
      }
      return keys.map((key) => measures.get(key) ?? new Error('A measure of staff was not counted.'));
    },
    { cacheKeyFn },
  );
}

async function measureInFull(
  db: Db,
  keys: readonly StaffMeasureKey[],
  laCodes: readonly string[] | null,
): Promise<Measured> {
  const measured: (readonly [StaffMeasureKey, Measure])[] = [];
  for (const [indicator, asked] of Map.groupBy(keys, (key) => key.indicator)) {
    const counts = await countStaff(db, { indicator, questions: asked.map((key) => key.question), laCodes });
    for (const [index, key] of asked.entries()) {
      const count = counts[index];
      if (count) measured.push([key, measureOf(indicator, key.question, count)]);
    }
  }
  return measured;
}

function without({ indicator, question }: StaffMeasureKey, result: Measure['result']): Measure {
  return measureWithout(indicator, question, result);
}
