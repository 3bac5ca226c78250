import type { PlainDate } from '@mainstay/primitives';
import type { Database, Db, Measure, Viewer } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { FindCaseCounts } from '../../case-count/case-count.facts.ts';
import type { StaffIndicator } from '../../indicators/staff-indicator.ts';
import { readableLaCodes } from '../employment/employment.policy.ts';
import { casesOf } from './staff-indicator.cases.ts';
import { isOfCensus, measuresFromCensus } from './staff-indicator.census.ts';
import { guardedMeasure } from './staff-indicator.guarded.ts';
import { publishedLaCodes, readsAbsences, staffMeasureAccess } from './staff-indicator.policy.ts';
import { measurePublished } from './staff-indicator.published.ts';
import { countStaff, type StaffCount, type StaffQuestion } from './staff-indicator.repository.ts';
import { measureOf, measureWithout, resultWithoutCounting, withheld } from './staff-indicator.service.ts';

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
  readonly findCaseCounts: FindCaseCounts;
}

type Measured = readonly (readonly [StaffMeasureKey, Measure])[];

/** Measures of staff: one statement an indicator, however many employers and periods are asked for. */
export function createStaffMeasureLoader(loading: StaffMeasureLoading): DataLoader<StaffMeasureKey, Measure, string> {
  const { viewer, database, today } = loading;
  const cacheKeyFn = ({ indicator, question }: StaffMeasureKey): string =>
    JSON.stringify([indicator.code, ...employerAndPeriod(question)]);

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
      const inFull = countable(open.get('own-rows'));
      keep(await measureFromCensus(loading, inFull.filter(isOfCensus)));
      keep(
        await measureInFull(
          loading,
          inFull.filter((key) => !measures.has(key)),
        ),
      );
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

function employerAndPeriod({ employerKind, employerId, from, to, isWithPractices }: StaffQuestion): unknown[] {
  return [employerKind, employerId, from, to, isWithPractices];
}

async function measureFromCensus(
  { viewer, database }: StaffMeasureLoading,
  keys: readonly StaffMeasureKey[],
): Promise<Measured> {
  return keys.length === 0 ? [] : database.figures(viewer, (figures) => measuresFromCensus(figures, keys));
}

async function measureInFull(loading: StaffMeasureLoading, keys: readonly StaffMeasureKey[]): Promise<Measured> {
  const measured: (readonly [StaffMeasureKey, Measure])[] = [];
  const isGuarded = ({ restsOn }: StaffIndicator): boolean => restsOn === 'absences' && !readsAbsences(loading.viewer);
  for (const [indicator, asked] of Map.groupBy(keys, (key) => key.indicator)) {
    const questions = asked.map((key) => key.question);
    const counts = await countInFull(loading, indicator, { questions, isGuarded: isGuarded(indicator) });
    for (const [index, key] of asked.entries()) {
      const count = counts[index];
      if (!count) continue;
      const measure = isGuarded(indicator) ? guardedMeasure : measureOf;
      measured.push([key, measure(indicator, key.question, count)]);
    }
  }
  return measured;
}

async function countInFull(
  { viewer, db, database, today, findCaseCounts }: StaffMeasureLoading,
  indicator: StaffIndicator,
  { questions, isGuarded }: { questions: readonly StaffQuestion[]; isGuarded: boolean },
): Promise<StaffCount[]> {
  const laCodes = readableLaCodes(viewer, today);
  const counting = { indicator, questions, laCodes };
  if (isGuarded) return database.figures(viewer, (figures) => countStaff(figures, counting));
  if (indicator.restsOn !== 'cases') return countStaff(db, counting);
  return countStaff(db, { ...counting, cases: await casesOf(findCaseCounts, questions, laCodes) });
}

function without({ indicator, question }: StaffMeasureKey, result: Measure['result']): Measure {
  return measureWithout(indicator, question, result);
}
