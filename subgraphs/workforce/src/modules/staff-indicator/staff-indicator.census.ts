import { known, type Measure, type MeasureResult } from '@mainstay/subgraph-kit';
import type { Db } from '@mainstay/subgraph-kit';
import { censusComponentsOf, type HeldComponents } from '../workforce-census/workforce-census.components.ts';
import { censusMeasures } from '../workforce-census/workforce-census.measures.ts';
import { isCensusYear } from './staff-indicator.guarded.ts';
import type { StaffMeasureKey } from './staff-indicator.loader.ts';
import type { StaffQuestion } from './staff-indicator.repository.ts';

/** The census's own entry of each indicator that a census can answer. */
const censusCodes: Readonly<Record<string, string>> = {
  turnover: 'census-turnover-fte',
  'turnover-headcount': 'census-turnover-headcount',
  vacancy: 'census-vacancy',
  'vacancy-cover': 'census-vacancy-agency-cover',
  agency: 'census-agency-fte',
  'agency-headcount': 'census-agency-headcount',
  'agency-cover': 'census-agency-cover',
  absence: 'census-absence',
  caseholders: 'census-case-holders-fte',
  'average-caseload': 'census-caseload',
};

/** True for what a census would answer if it is held: an authority's own staff in a census year. */
export function isOfCensus({ indicator, question }: StaffMeasureKey): boolean {
  const isOwn = question.employerKind === 'local-authority' && !question.isWithPractices;
  return isOwn && isCensusYear(question) && (indicator.code === 'starters' || indicator.code in censusCodes);
}

/**
 * The measures that a census which is held answers, made of it; the others are not among them. Two statements, however many
 * are asked.
 */
export async function measuresFromCensus(
  db: Db,
  keys: readonly StaffMeasureKey[],
): Promise<(readonly [StaffMeasureKey, Measure])[]> {
  const wanted = [...new Map(keys.map(({ question }) => [censusOf(question), question])).values()];
  const censuses = await censusComponentsOf(db, wanted.map(censusKeyOf));
  const held = new Map(wanted.map((question, index) => [censusOf(question), censuses[index]]));
  return keys.flatMap((key) => {
    const census = held.get(censusOf(key.question));
    return census ? [[key, measureFrom(census, key)] as const] : [];
  });
}

function censusKeyOf({ employerId, to }: StaffQuestion) {
  return { laCode: employerId, year: Number(to.slice(0, 4)) };
}

function censusOf(question: StaffQuestion): string {
  const { laCode, year } = censusKeyOf(question);
  return `${laCode} ${year}`;
}

function measureFrom(census: HeldComponents, { indicator, question: { from, to } }: StaffMeasureKey): Measure {
  const source = `${indicator.source} Made of the authority’s workforce census of ${census.year}, as it is held.`;
  const counted = censusMeasures(census.year, census).find((of) => of.indicator.code === censusCodes[indicator.code]);
  const result: MeasureResult = counted?.result ?? known(census.starters.headcount, indicator.unit);
  const exclusions = counted?.exclusions ?? [];
  return { indicator: { ...indicator, source }, from, to, result, asAt: census.importedAt, exclusions };
}
