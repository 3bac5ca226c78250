import { censusPeriod, censusRates, type ComponentName, type Rate } from '@mainstay/cswc';
import {
  known,
  notApplicable,
  notKnown,
  type Exclusion,
  type Measure,
  type MeasureResult,
} from '@mainstay/subgraph-kit';
import type { HeldComponents } from './workforce-census.components.ts';
import { censusIndicators, type CensusIndicator } from './workforce-census.indicators.ts';

/** The rates of a census year, of the census that is held; all not known where none is. */
export function censusMeasures(year: number, held: HeldComponents | null): Measure[] {
  const rates = held && censusRates(held);
  return censusIndicators.map((indicator) => ({
    indicator,
    ...censusPeriod(year),
    result: held && rates ? resultOf(indicator, rates[indicator.rate]) : noCensus,
    asAt: held?.importedAt ?? null,
    exclusions: held ? exclusionsOf(indicator, held) : [],
  }));
}

const noCensus = notKnown('No workforce census of this year is held. Import it to measure this.');

function resultOf({ unit }: CensusIndicator, rate: Rate | null): MeasureResult {
  if (rate === null) return notKnown('The census does not say how many vacancies there are, or how many are covered.');
  const { value, numerator, denominator } = rate;
  if (value === null) return notApplicable('There is nobody, or nothing, to take a share of.');
  return known(value, unit, { numerator, denominator });
}

/** The components in whose denominators those stay who are left out of another. */
const staysInDenominator: ReadonlySet<ComponentName> = new Set(['byRole', 'daysLost']);

function exclusionsOf({ components, rate }: CensusIndicator, held: HeldComponents): Exclusion[] {
  const leftOut = held.leftOut
    .filter(({ component }) => components.includes(component))
    .map(({ component, reason, count }) => ({ reason, count, isInDenominator: staysInDenominator.has(component) }));
  const keptOut =
    held.keptOut > 0
      ? [
          {
            reason: 'Kept out when the census was imported: see its faults.',
            count: held.keptOut,
            isInDenominator: false,
          },
        ]
      : [];
  return rate === 'vacancyAgencyCover' ? leftOut : [...leftOut, ...keptOut];
}
