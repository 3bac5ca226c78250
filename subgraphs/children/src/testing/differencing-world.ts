import { collectionYearOf, type Period } from '@mainstay/primitives';
import type { Measure } from '@mainstay/subgraph-kit';
import type { ChildIndicator, Population } from '../indicators/indicator.ts';
import type { MeasureOwner, MeasureQuestion } from '../modules/indicator/indicator.question.ts';
import { BIRMINGHAM, type ChildOfTest } from './a-child.ts';
import { attackedIndicators, indicatorsAbout, type ToldFigure, type TrueCount } from './differencing-attack.ts';
import { isAllocatedTo, recount, type Recounted } from './recount.ts';

const practices = ['harbour', 'orchard', 'valley', 'bridge'];
const owners: readonly MeasureOwner[] = [
  { kind: 'local-authority', id: BIRMINGHAM },
  ...practices.map((id) => ({ kind: 'practice', id }) as const),
];

/** The same children, but nearly all of those with no practice with one: the few that are left are worth guessing. */
export function crowdedPractices(children: readonly ChildOfTest[]): ChildOfTest[] {
  return children.map((child, index) => {
    if (child.allocations.length > 0 || index % 11 === 0) return child;
    // The nearer the end of the list, the larger the practice.
    const practice = practices[Math.floor(Math.sqrt((index % 16) + 0.5))] ?? 'harbour';
    return { ...child, allocations: [{ practice, from: '2022-04-01' }] };
  });
}

/** Every question about the authority and its practices. */
export function everyQuestion(periods: readonly Period[]): MeasureQuestion[] {
  return owners.flatMap((owner) =>
    periods.flatMap((period) => attackedIndicators.map((indicator) => ({ indicator, owner, period }))),
  );
}

/** How many different children these are. */
export function childrenIn(members: readonly Recounted[]): number {
  return new Set(members.map(({ child }) => child.localId)).size;
}

/** The children whom the figures of one owner are about. */
export function ofOwner(children: readonly ChildOfTest[], { kind, id }: MeasureOwner, { to }: Period): ChildOfTest[] {
  return kind === 'practice' ? children.filter((child) => isAllocatedTo(child, id, to)) : [...children];
}

function groupOf(child: ChildOfTest, { to }: Period): string {
  return practices.find((practice) => isAllocatedTo(child, practice, to)) ?? 'rest';
}

/** What the indicators truly count of the children whom the attacker does not know. */
export function truthsOf(
  children: readonly ChildOfTest[],
  population: Population,
  period: Period,
  known: readonly ChildOfTest[],
): TrueCount[] {
  const unknown = children.filter((child) => !known.includes(child));
  return collected(population, period).flatMap(({ code }) =>
    [...practices, 'rest'].map((group) => {
      const members = recount(
        code,
        unknown.filter((child) => groupOf(child, period) === group),
        period,
      );
      const counted = members.filter(({ isCounted }) => isCounted);
      const remainder = members.filter(({ isCounted }) => !isCounted);
      return {
        group,
        code,
        counted: counted.length,
        remainder: remainder.length,
        notKnown: members.filter(({ isNotKnown }) => isNotKnown).length,
        children: { counted: childrenIn(counted), remainder: childrenIn(remainder), all: childrenIn(members) },
      };
    }),
  );
}

/** Every answer about one population and year, less the children whom the attacker knows. */
export async function toldOf(
  ask: (questions: readonly MeasureQuestion[]) => Promise<Measure[]>,
  { population, period, known }: { population: Population; period: Period; known: readonly ChildOfTest[] },
): Promise<ToldFigure[]> {
  const questions = owners.flatMap((owner) =>
    collected(population, period).map((indicator) => ({ indicator, owner, period })),
  );
  const measures = await ask(questions);
  return questions.flatMap(({ indicator, owner }, index) => {
    const measure = measures[index];
    if (!measure) return [];
    const members = recount(indicator.code, ofOwner(known, owner, period), period);
    const said = measure.exclusions.find(({ reason }) => reason === indicator.notKnown)?.count;
    return {
      group: owner.kind === 'practice' ? owner.id : 'whole',
      code: indicator.code,
      figure: lessKnown(measure.result, members),
      notKnown: said === undefined ? null : said - members.filter(({ isNotKnown }) => isNotKnown).length,
    };
  });
}

/** The indicators of a population that the return of a year asks for. */
function collected(population: Population, { to }: Period): readonly ChildIndicator[] {
  return indicatorsAbout(population).filter(
    ({ collectedSince }) => collectedSince === null || collectionYearOf(to) >= collectedSince,
  );
}

function lessKnown(result: Measure['result'], known: readonly Recounted[]): ToldFigure['figure'] {
  if (result.__typename === 'Suppressed') return 'kept back';
  if (result.__typename === 'NotApplicable') return 'nobody';
  if (result.__typename !== 'Known') return 'known of nobody';
  const [numerator, denominator] = [result.numerator ?? 0, result.denominator ?? 0];
  const counted = known.filter(({ isCounted }) => isCounted).length;
  return { counted: numerator - counted, remainder: denominator - numerator - (known.length - counted) };
}

/** The answers if small numbers were kept back and nothing else. */
export function primaryOnly(truths: readonly TrueCount[]): ToldFigure[] {
  const byCode = Map.groupBy(truths, ({ code }) => code);
  return [...byCode].flatMap(([code, all]) =>
    [...all.filter(({ group }) => group !== 'rest').map((one) => [one]), all].map((together): ToldFigure => {
      const sum = (of: (truth: TrueCount) => number): number => together.reduce((total, one) => total + of(one), 0);
      const isSmall = [sum((one) => one.counted), sum((one) => one.remainder), sum((one) => one.children.all)].some(
        (count) => count > 0 && count < 6,
      );
      return {
        group: together.length > 1 ? 'whole' : (together[0]?.group ?? ''),
        code,
        figure: isSmall ? 'kept back' : { counted: sum((one) => one.counted), remainder: sum((one) => one.remainder) },
        notKnown: null,
      };
    }),
  );
}
