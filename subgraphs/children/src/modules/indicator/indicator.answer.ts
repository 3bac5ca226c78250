import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import {
  known,
  knownShare,
  notApplicable,
  notKnown,
  notYetDue,
  suppressed,
  type Exclusion,
  type Measure,
  type MeasureResult,
} from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import { endsWithCollectionYear, yearsNeeded, type MeasureQuestion } from './indicator.question.ts';
import type { MemberCount } from './indicator.membership-repository.ts';
import type { Holding } from './indicator.returns.ts';

/** What a question is answered with, but for what the question says itself. */
export type Answer = Pick<Measure, 'result' | 'asAt' | 'exclusions'>;

/** An answer without a figure. */
export function without(result: MeasureResult): Answer {
  return { result, asAt: null, exclusions: [] };
}

/** The answers that keep a figure back, each with its reason in plain words. */
export const keptBack = {
  withheld: without(suppressed('You may see the measures of your own organisation only.')),
  tooFewOutOfSight: without(
    suppressed(
      'Children you may no longer see are in this figure, and so few of them, or in so particular a period, that it ' +
        'would tell something about one of them.',
    ),
  ),
  tooFew: without(
    suppressed(
      'You may not see the children behind this figure. It is kept back because it, or other figures together with ' +
        'it, would tell something about five or fewer of them.',
    ),
  ),
  authoritiesOnly: without(
    suppressed(
      'You may not see the children behind this figure. It is given of whole authorities only: of a practice it would ' +
        'nearly always tell something about five or fewer children.',
    ),
  ),
  collectionYearsOnly: without(
    suppressed(
      'You may not see the children behind this figure. Such figures are given for whole collection years, 1 April to ' +
        '31 March, only: those of other periods would tell something about the children by which they differ.',
    ),
  ),
} as const;

/** The result that needs no record: the return does not ask, or the period has not ended. Null for all others. */
export function resultWithoutCounting(question: MeasureQuestion, today: PlainDate): MeasureResult | null {
  const { indicator, period } = question;
  const [firstYear = collectionYearOf(period.to)] = yearsNeeded(question);
  if (indicator.collectedSince !== null && firstYear < indicator.collectedSince) {
    return notApplicable(`The SSDA903 return asks for this since collection year ${indicator.collectedSince} only.`);
  }
  if (indicator.looksAt === 'year' && !endsWithCollectionYear(period)) {
    return notApplicable('This is reported once a year. Ask for a period that ends on 31 March.');
  }
  return period.to > today ? notYetDue(period.to) : null;
}

/** The figure of what was counted; undefined stands for nobody. */
export function resultOf(
  indicator: ChildIndicator,
  denominator: Pick<MemberCount, 'counted' | 'members' | 'notKnown' | 'amount' | 'weight'> | undefined,
): MeasureResult {
  // Where nobody recorded anything, that nobody belongs is no finding.
  if (!denominator && indicator.tables.length === 0 && indicator.knownOfNobody !== null)
    return notKnown(indicator.knownOfNobody);
  if (!denominator) return notApplicable(`Nobody belongs to the denominator, which is: ${indicator.denominator}`);
  const { counted, members, notKnown: unknown, amount, weight } = denominator;
  if (indicator.knownOfNobody !== null && unknown === members) return notKnown(indicator.knownOfNobody);
  if (amount === null || !weight) return knownShare(counted, members);
  return known(amount / weight, indicator.unit, { numerator: amount, denominator: weight });
}

/** Why there is no figure where no return needed is held. */
export function unheld(question: MeasureQuestion): MeasureResult {
  const years = yearsNeeded(question).join(' and ');
  const tables = question.indicator.tables.join(', ');
  return notKnown(`The SSDA903 return of ${years} is not held with all of: ${tables}. Import it to have the figure.`);
}

/** The result of a practice to which nobody was allocated. */
export function nobodyAllocated(): MeasureResult {
  return notApplicable('No child was allocated to the practice on the last day of the period.');
}

/** The children of a practice left out because their authority's return is not at hand. */
export function forWantOfReturn({ leftOut }: Holding): Exclusion[] {
  const reason =
    'Children allocated to the practice whose authority’s return for the period is not at hand are left out.';
  return leftOut > 0 ? [{ reason, count: leftOut, isInDenominator: false }] : [];
}
