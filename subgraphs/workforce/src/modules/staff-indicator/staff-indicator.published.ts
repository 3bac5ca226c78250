import { collectionYear, collectionYearOf } from '@mainstay/primitives';
import { suppressed, type Db, type Measure } from '@mainstay/subgraph-kit';
import type { StaffMeasureKey } from './staff-indicator.loader.ts';
import { isSmall, tellableYears } from './staff-indicator.protection.ts';
import { staffOfYears } from './staff-indicator.published-repository.ts';
import { countStaff, type StaffQuestion } from './staff-indicator.repository.ts';
import { measureOf, measureWithout } from './staff-indicator.service.ts';

const tooFew = suppressed(
  'You may not see the posts behind this figure. It is kept back because it, or other figures together with it, would ' +
    'tell something about five or fewer people.',
);
const collectionYearsOnly = suppressed(
  'You may not see the posts behind this figure. Such figures are given for whole collection years, 1 April to 31 March, ' +
    'only: those of other periods would tell something about the people by which they differ.',
);

const notForOthers = suppressed(
  'You may not see the posts behind this figure. It is given to those who may, because it and others together would tell ' +
    'something about five or fewer people.',
);

/**
 * The measures as they could be published, for viewers who may not see the posts behind them: of collection years only,
 * without small numbers and without any that these follow from (`tellableYears`). What is told is decided by the employer's
 * staff of all years, whatever was asked.
 *
 * @param laCodes keeps the posts that serve these authorities; null for all that row-level security shows.
 */
export async function measurePublished(
  db: Db,
  keys: readonly StaffMeasureKey[],
  laCodes: readonly string[] | null,
): Promise<(readonly [StaffMeasureKey, Measure])[]> {
  const isFor = ({ indicator, question }: StaffMeasureKey): boolean =>
    // With its practices, an authority's figures less its own are theirs.
    indicator.isPublishable && !question.isWithPractices;
  const ofYears = keys.filter((key) => isFor(key) && isCollectionYear(key.question));
  const isTold = await toldYears(
    db,
    ofYears.map(({ question }) => question),
    laCodes,
  );
  const measured: (readonly [StaffMeasureKey, Measure])[] = keys
    .filter((key) => !ofYears.includes(key))
    .map((key) => [key, measureWithout(key.indicator, key.question, isFor(key) ? collectionYearsOnly : notForOthers)]);
  for (const [indicator, asked] of Map.groupBy(ofYears, (key) => key.indicator)) {
    const counts = await countStaff(db, { indicator, questions: asked.map((key) => key.question), laCodes });
    for (const [index, key] of asked.entries()) {
      const count = counts[index];
      if (!count) continue;
      const measure = measureOf(indicator, key.question, count);
      const isKept = count.hasRecords && !isTold(key.question);
      measured.push([key, isKept ? measureWithout(indicator, key.question, tooFew) : withoutSmallExclusions(measure)]);
    }
  }
  return measured;
}

async function toldYears(
  db: Db,
  questions: readonly StaffQuestion[],
  laCodes: readonly string[] | null,
): Promise<(question: StaffQuestion) => boolean> {
  if (questions.length === 0) return () => false;
  const employers = [...new Map(questions.map((question) => [employerOf(question), question])).values()];
  const lastYear = Math.max(...questions.map(({ to }) => collectionYearOf(to)));
  const years = await staffOfYears(db, employers, { laCodes, lastYear });
  const told = new Map(employers.map((employer, index) => [employerOf(employer), tellableYears(years[index] ?? [])]));
  return (question) => told.get(employerOf(question))?.has(collectionYearOf(question.to)) ?? false;
}

function employerOf({ employerKind, employerId }: StaffQuestion): string {
  return `${employerKind} ${employerId}`;
}

function isCollectionYear({ from, to }: StaffQuestion): boolean {
  const year = collectionYear(collectionYearOf(to));
  return year.from === from && year.to === to;
}

function withoutSmallExclusions(measure: Measure): Measure {
  return { ...measure, exclusions: measure.exclusions.filter(({ count }) => !isSmall(count)) };
}
