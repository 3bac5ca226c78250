import { collectionYearOf, isPlainDate, type Period, type PlainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import { childIndicator, childIndicators } from '../../indicators/index.ts';
import type { ChildIndicator, Population } from '../../indicators/indicator.ts';

/** Whose children a measure is about. */
export interface MeasureOwner {
  readonly kind: 'local-authority' | 'practice';
  /** ONS code, or the practice's id. */
  readonly id: string;
}

/** One figure asked for. */
export interface MeasureQuestion {
  readonly indicator: ChildIndicator;
  readonly owner: MeasureOwner;
  readonly period: Period;
}

/** The longest history that may be asked for at once, in years. */
const longestHistory = 20;

/**
 * The indicators with these codes, each once, in the order given; all of them when none is named.
 *
 * @throws BadInputError when the catalogue lacks one.
 */
export function indicatorsCalled(codes: readonly string[] | null | undefined): readonly ChildIndicator[] {
  if (!codes) return childIndicators;
  return [...new Set(codes)].map((code) => {
    const indicator = childIndicator(code);
    if (indicator) return indicator;
    throw new BadInputError('An indicator asked for is not in the catalogue. Ask `childIndicators` for the codes.');
  });
}

/**
 * The period from `from` to `to`, both days included.
 *
 * @throws BadInputError when it ends before it begins.
 */
export function periodOf(from: PlainDate, to: PlainDate): Period {
  if (isPlainDate(from) && isPlainDate(to) && from <= to) return { from, to };
  throw new BadInputError('The period ends before it begins. Give `from` on or before `to`.');
}

/**
 * The last `years` collection years up to `lastYear`, oldest first.
 *
 * @throws BadInputError unless 1 to 20 years are wanted, the last of them 1990 to 2200.
 */
export function yearsUpTo(lastYear: number, years: number): number[] {
  if (!(years >= 1 && years <= longestHistory)) throw new BadInputError(`Ask for 1 to ${longestHistory} years.`);
  if (!(lastYear >= 1990 && lastYear <= 2200)) throw new BadInputError('Give the last collection year, e.g. 2026.');
  return Array.from({ length: years }, (_, index) => lastYear - years + 1 + index);
}

/** The collection years whose return the indicator needs for the period, oldest first. */
export function yearsNeeded({ indicator, period }: Pick<MeasureQuestion, 'indicator' | 'period'>): number[] {
  const last = collectionYearOf(period.to);
  const first = firstYearOf(indicator.looksAt, period, last);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function firstYearOf(looksAt: ChildIndicator['looksAt'], { from }: Period, last: number): number {
  if (looksAt === 'period') return collectionYearOf(from);
  return looksAt === 'two-years' ? last - 1 : last;
}

/** True when the last day of the period is the last day of a collection year. */
export function endsWithCollectionYear({ to }: Period): boolean {
  return to.slice(5) === '03-31';
}

/** True for a whole collection year: the only periods for which figures are published. */
export function isCollectionYear({ from, to }: Period): boolean {
  return from.slice(5) === '04-01' && to.slice(5) === '03-31' && collectionYearOf(from) === collectionYearOf(to);
}

/**
 * The questions, and the same about every other indicator of the same population on which it depends whether they are
 * told. Those told of practices too come first and depend on each other alone.
 */
export function withOthersOfPopulation(questions: readonly MeasureQuestion[]): MeasureQuestion[] {
  const asked = Map.groupBy(questions, groupKey);
  return [...asked.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const known = new Map([first, ...more].map((question) => [question.indicator, question]));
    const isOfPractices = [...known.keys()].every(({ isToldOfPractices }) => isToldOfPractices);
    const others = indicatorsOf(first.indicator.population);
    return others
      .filter(({ isToldOfPractices }) => isToldOfPractices || !isOfPractices)
      .map((indicator) => known.get(indicator) ?? { indicator, owner: first.owner, period: first.period });
  });
}

/**
 * The indicators of one population, in the order they are told: those told of practices too, those of the returns, and
 * those that rest on the record alone.
 */
export function indicatorsOf(population: Population): ChildIndicator[] {
  return childIndicators
    .filter((indicator) => indicator.population === population)
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ isToldOfPractices, tables }: ChildIndicator): number {
  if (isToldOfPractices) return 0;
  return tables.length > 0 ? 1 : 2;
}

/** The same for questions about the same children: of one owner, population and period. */
export function groupKey({ indicator, owner, period }: MeasureQuestion): string {
  return JSON.stringify([owner.kind, owner.id, indicator.population, period.from, period.to]);
}
