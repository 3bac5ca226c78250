import { notKnown, notYetDue, suppressed, type MeasureResult } from '@mainstay/subgraph-kit';
import { diaryActivities, type DiaryActivity } from '../time-diary/time-diary.entity.ts';
import { FEWEST_PEOPLE } from './time-use.protection.ts';
import type { Quarter } from './time-use.quarter.ts';
import type { PersonsTime } from './time-use.repository.ts';
import { differenceOf, meanOf, type Estimate } from './time-use.statistics.ts';

/** A group of workers: `TimeUseGroup` of the graph. */
export type TimeUseGroup = 'AUTHORITY' | 'PRACTICES' | 'PRACTICE';

/** `TimeUseFigures` of the graph. */
export interface TimeUseFigures {
  readonly __typename: 'TimeUseFigures';
  readonly people: number;
  readonly diaries: number;
  readonly directWork: Estimate;
  readonly formsAndReports: Estimate;
  readonly activities: readonly { readonly activity: string; readonly share: Estimate }[];
}

/** `TimeUse` of the graph. */
export interface TimeUse {
  readonly group: TimeUseGroup;
  readonly from: Quarter['from'];
  readonly to: Quarter['to'];
  readonly result: TimeUseFigures | MeasureResult;
}

const DIRECT_WORK: readonly DiaryActivity[] = ['withChildren', 'withFamilies'];
const FORMS: readonly DiaryActivity[] = ['formsAndReports'];

/** The result where it would tell of few people. */
export const fewPeople = suppressed(
  `Kept back: fewer than ${FEWEST_PEOPLE} people kept a diary, or their figures could be worked out from these.`,
);

/** The result before a quarter is told. */
export function notYetTold({ toldFrom }: Quarter): MeasureResult {
  return notYetDue(toldFrom);
}

/** How people spent their time; kept back when they are few. */
export function figuresOf(people: readonly PersonsTime[]): TimeUse['result'] {
  if (people.length === 0) return notKnown('Nobody kept a time diary. Ask your staff to enter a few of their days.');
  if (people.length < FEWEST_PEOPLE) return fewPeople;
  return {
    __typename: 'TimeUseFigures',
    people: people.length,
    diaries: people.reduce((sum, { diaries }) => sum + diaries, 0),
    directWork: shareOf(people, DIRECT_WORK),
    formsAndReports: shareOf(people, FORMS),
    activities: diaryActivities.map((activity) => ({
      activity: activity.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      share: shareOf(people, [activity]),
    })),
  };
}

/** How the practices' people differ from the authority's; both are told. */
export function differencesOf(authority: readonly PersonsTime[], practices: readonly PersonsTime[]) {
  return (
    [
      ['DIRECT_WORK', DIRECT_WORK],
      ['FORMS_AND_REPORTS', FORMS],
    ] as const
  ).map(([of, activities]) => {
    const { mean, low, high } = differenceOf(sharesOf(practices, activities), sharesOf(authority, activities));
    return { of, difference: hundredth(mean), low: hundredth(low), high: hundredth(high) };
  });
}

/** What each person entered, with whomever they worked and for whichever authority. */
export function byPerson(entered: readonly PersonsTime[]): PersonsTime[] {
  return [...Map.groupBy(entered, ({ person }) => person).values()].map((parts) =>
    parts.reduce((whole, part) => ({
      ...whole,
      diaries: whole.diaries + part.diaries,
      ...Object.fromEntries(diaryActivities.map((activity) => [activity, whole[activity] + part[activity]])),
    })),
  );
}

function shareOf(people: readonly PersonsTime[], activities: readonly DiaryActivity[]): Estimate {
  const { mean, low, high } = meanOf(sharesOf(people, activities));
  return { mean: hundredth(mean), low: hundredth(Math.max(0, low)), high: hundredth(Math.min(1, high)) };
}

/** Each person's own share of time, so that who entered more days does not count for more. */
function sharesOf(people: readonly PersonsTime[], activities: readonly DiaryActivity[]): number[] {
  const minutes = (person: PersonsTime, of: readonly DiaryActivity[]): number =>
    of.reduce((sum, activity) => sum + person[activity], 0);
  return people.map((person) => minutes(person, activities) / minutes(person, diaryActivities));
}

function hundredth(share: number): number {
  return Math.round(share * 100) / 100;
}
