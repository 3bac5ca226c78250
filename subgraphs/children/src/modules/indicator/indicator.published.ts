import { collectionYearOf } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { keptBack, nobodyAllocated, resultOf, unheld, without, type Answer } from './indicator.answer.ts';
import { countQuestions, type CountedAndHeld } from './indicator.counting.ts';
import { noChildren, type ChildCounts, type MemberCount, type Sight } from './indicator.membership-repository.ts';
import { tellable, type GroupCounts, type ProtectedGroups, type Told } from './indicator.protection.ts';
import {
  groupKey,
  isCollectionYear,
  withOthersOfPopulation,
  type MeasureOwner,
  type MeasureQuestion,
} from './indicator.question.ts';
import { denominatorOf, publishedExclusions } from './indicator.suppression.ts';

/** The children whose numbers are protected: all of them, and those whom the viewer may not look at. */
type Protected = 'children' | 'outOfSight';
const protectedOnes: readonly Protected[] = ['children', 'outOfSight'];

/** One population of an authority in one year. */
interface Publication {
  readonly byCode: ReadonlyMap<string, CountedAndHeld>;
  /** Of all the children, and of those out of sight: whoever knows some of the children can subtract them. */
  readonly groups: readonly ProtectedGroups[];
  readonly told: readonly Told[];
}

/**
 * The answers that could be published, for viewers who may not see the children behind them: of collection years only,
 * without small numbers and without any that these follow from (`tellable`).
 *
 * What is told is decided for the authority and all its practices together, whatever was asked, so that no two requests
 * can be subtracted from one another.
 */
export async function answerPublished(
  db: Db,
  questions: readonly MeasureQuestion[],
  sight: Sight,
): Promise<Map<MeasureQuestion, Answer>> {
  const [laCode = ''] = sight.laCodes ?? [];
  const ofYears = questions.filter(({ period }) => isCollectionYear(period));
  const counted = await countQuestions(db, questionsAbout(laCode, ofYears), { sight, isByPractice: true });
  const groups = Map.groupBy(counted, ({ question }) => groupKey(question));
  const publications = new Map([...groups].map(([key, together]) => [key, publicationOf(together)]));
  return new Map(
    questions.map((question) => {
      const publication = publications.get(groupKey({ ...question, owner: authority(laCode) }));
      return [question, publication ? answerFrom(publication, question) : keptBack.collectionYearsOnly];
    }),
  );
}

/** The questions that must be counted to answer these: about the whole authority and every indicator of the population. */
function questionsAbout(laCode: string, questions: readonly MeasureQuestion[]): MeasureQuestion[] {
  const ofAuthority = questions.map((question) => ({ ...question, owner: authority(laCode) }));
  return withOthersOfPopulation(ofAuthority).filter(
    ({ indicator, period }) =>
      indicator.collectedSince === null || collectionYearOf(period.to) >= indicator.collectedSince,
  );
}

function authority(id: string): MeasureOwner {
  return { kind: 'local-authority', id };
}

function publicationOf(together: readonly CountedAndHeld[]): Publication {
  const held = together.filter(({ holding }) => holding.laCodes.length > 0);
  const groups = protectedOnes.map((which) => groupsOf(held, which));
  return {
    byCode: new Map(together.map((one) => [one.question.indicator.code, one])),
    groups,
    told: groups.map(tellable),
  };
}

function groupsOf(held: readonly CountedAndHeld[], which: Protected): ProtectedGroups {
  const ofPractices = held.filter(({ question }) => question.indicator.isToldOfPractices);
  const rows = ofPractices.flatMap(denominatorRows);
  const byPractice = Map.groupBy(rows, ({ practiceId }) => practiceId);
  return {
    whole: countsOf(ofPractices, rows, which),
    practices: new Map(
      [...byPractice].flatMap(([id, chosen]) =>
        id === null ? [] : [[id, countsOf(ofPractices, chosen, which)] as const],
      ),
    ),
    ofWholeOnly: wholeOnly(held, which),
  };
}

function wholeOnly(held: readonly CountedAndHeld[], which: Protected): GroupCounts {
  const others = held.filter(({ question }) => !question.indicator.isToldOfPractices);
  return countsOf(others, others.flatMap(denominatorRows), which);
}

interface DenominatorRow extends MemberCount {
  readonly code: string;
}

function denominatorRows({ question, counts }: CountedAndHeld): DenominatorRow[] {
  return counts.filter(({ leftOut }) => leftOut === null).map((count) => ({ ...count, code: question.indicator.code }));
}

/** What each of the indicators counts in these rows. */
function countsOf(of: readonly CountedAndHeld[], rows: readonly DenominatorRow[], which: Protected): GroupCounts {
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return new Map(
    of.map(({ question: { indicator } }) => [
      indicator.code,
      (byCode.get(indicator.code) ?? []).reduce((sum, count) => add(sum, count[which]), noChildren),
    ]),
  );
}

function answerFrom(publication: Publication, question: MeasureQuestion): Answer {
  const { owner, indicator } = question;
  const counted = publication.byCode.get(indicator.code);
  if (!counted || counted.holding.laCodes.length === 0) return without(unheld(question));
  const { counts, holding } = counted;
  if (owner.kind === 'practice') {
    if (!indicator.isToldOfPractices) return keptBack.authoritiesOnly;
    const ofPractice = counts.filter(({ practiceId }) => practiceId === owner.id);
    if (!isToldOf(publication, owner.id)) return keptBack.tooFew;
    const hasAny = publication.groups.some(({ practices }) => practices.has(owner.id));
    const result = hasAny ? resultOf(indicator, denominatorOf(ofPractice)) : nobodyAllocated();
    return { result, asAt: holding.changedAt, exclusions: [] };
  }
  if (!publication.told.every(({ ofWhole }) => ofWhole.has(indicator.code))) return keptBack.tooFew;
  const whole = wholeOf(counts);
  return {
    result: resultOf(indicator, denominatorOf(whole)),
    asAt: holding.changedAt,
    exclusions: publishedExclusions(indicator, whole, {
      groups: publication.groups.map(({ whole: first, ofWholeOnly = [] }) =>
        indicator.isToldOfPractices ? first : new Map([...first, ...ofWholeOnly]),
      ),
      isNotKnownTold: !isNotKnownOfPractice(publication, counted),
    }),
  };
}

function isToldOf({ groups, told }: Publication, practice: string): boolean {
  return told.every(({ practices, isEmptyTold }, index) =>
    groups[index]?.practices.has(practice) ? practices.has(practice) : isEmptyTold,
  );
}

/** True when a practice's answer says that the fact is known of none of its children: the number not known elsewhere follows. */
function isNotKnownOfPractice(publication: Publication, { question, counts }: CountedAndHeld): boolean {
  return (
    question.indicator.knownOfNobody !== null &&
    counts.some(
      ({ leftOut, practiceId, notKnown, members }) =>
        leftOut === null && practiceId !== null && notKnown === members && isToldOf(publication, practiceId),
    )
  );
}

/** The counts of all practices and of the children of none, added up. */
function wholeOf(counts: readonly MemberCount[]): MemberCount[] {
  return [...Map.groupBy(counts, ({ leftOut }) => leftOut).values()].flatMap(([first, ...more]) =>
    first ? [more.reduce(addCounts, first)] : [],
  );
}

function addCounts(one: MemberCount, other: MemberCount): MemberCount {
  return {
    ...one,
    practiceId: null,
    members: one.members + other.members,
    counted: one.counted + other.counted,
    notKnown: one.notKnown + other.notKnown,
    amount: one.amount === null || other.amount === null ? null : one.amount + other.amount,
    weight: one.weight === null || other.weight === null ? null : one.weight + other.weight,
    visibleMembers: one.visibleMembers + other.visibleMembers,
    visibleNotKnown: one.visibleNotKnown + other.visibleNotKnown,
    children: add(one.children, other.children),
    outOfSight: add(one.outOfSight, other.outOfSight),
  };
}

function add(one: ChildCounts, other: ChildCounts): ChildCounts {
  return {
    all: one.all + other.all,
    counted: one.counted + other.counted,
    remainder: one.remainder + other.remainder,
    notKnown: one.notKnown + other.notKnown,
    knownRemainder: one.knownRemainder + other.knownRemainder,
  };
}
