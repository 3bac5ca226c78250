import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { isShortBreak } from '../care-status.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { birthday } from '../birthday.ts';
import { nothing } from '../row-rule.ts';
import { comparedRow } from './compared-row.ts';

const items = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const;

/** How long a child must have been looked after since turning 14 to be owed support after care: 13 weeks. */
const daysToQualify = 13 * 7;

/** A rule that nothing is said about a care leaver in a certain case. */
function notForLeaver(
  text: Pick<Rule, 'code' | 'message' | 'whatToDo'> & Partial<Pick<Rule, 'needsPrevious' | 'alsoNeeds'>>,
  isFault: (child: ChildRows, context: CheckContext) => boolean,
): Rule {
  return {
    group: 'year-on-year',
    tables: ['OC3', 'Episodes'],
    fields: items,
    ...text,
    check(child, context): readonly Finding[] {
      const filled = child.rows('OC3').filter((row) => items.some((item) => !row.isBlank(item)));
      return filled.length === 0 || !isFault(child, context) ? nothing : filled.map((row) => ({ row }));
    },
  };
}

/** True when any return that is loaded has an episode of the child. */
function hasBeenInCare(child: ChildRows): boolean {
  const episodes = [child.allRows('Episodes'), child.previousRows('Episodes'), child.earlierEpisodes()];
  return episodes.some((rows) => rows.length > 0);
}

/** True when the episodes of all returns together make the child one who is owed support after care. */
function qualifies(child: ChildRows, born: PlainDate, { start, end }: CheckContext): boolean {
  const [fourteen, sixteen] = [birthday(born, 14), birthday(born, 16)];
  const stays = [
    // What was open in a return is there again in the next one.
    ...stayDays(
      child.earlierEpisodes().filter((episode) => !episode.isBlank('DEC')),
      start,
    ),
    ...stayDays(child.previousEpisodes(), addDays(start, -1)),
    ...stayDays(child.episodes(), end),
  ].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let [days, counted] = [0, fourteen];
  for (const { from, to } of stays) {
    const since = from > counted ? from : counted;
    if (to > since) days += daysBetween(since, to);
    if (to > counted) counted = to;
  }
  return days >= daysToQualify && stays.some(({ to }) => to > sixteen);
}

/** From and to of stays in care, without short breaks; what is open lasts to the end of its return's year. */
function stayDays(episodes: readonly ReturnRow<'Episodes'>[], end: PlainDate): { from: PlainDate; to: PlainDate }[] {
  return episodes
    .filter((episode) => !isShortBreak(episode))
    .map((episode) => ({ from: episode.date('DECOM') ?? end, to: episode.date('DEC') ?? addDays(end, 1) }));
}

/** The published rules that compare what is said of care leavers with their time in care, in both years. */
export const careLeaverComparingRules: readonly Rule[] = [
  comparedRow(
    'OC3',
    {
      code: '348',
      fields: ['IN_TOUCH'],
      message: 'Care leaver has previously been reported as having died.',
      whatToDo: "Take the young person out of OC3, or correct IN_TOUCH in last year's return.",
      from: 2026,
    },
    ({ now, before }) => before.value('IN_TOUCH') === 'DIED' && !now.isBlank('IN_TOUCH'),
  ),
  notForLeaver(
    {
      code: '1000',
      message:
        'This child is recorded as having died in care and therefore should not have the care leaver information completed. [NOTE: This only tests the current and previous year data loaded into the tool]',
      whatToDo: 'Take the child out of OC3, or correct the reason the episode ceased.',
    },
    (child) =>
      [child.episodes(), child.previousEpisodes(), child.earlierEpisodes()].some((episodes) =>
        episodes.some((row) => row.value('REC') === 'E2'),
      ),
  ),
  notForLeaver(
    {
      code: '1001',
      alsoNeeds: ['Header'],
      needsPrevious: 'Episodes',
      message:
        "The episodes recorded for this young person suggest they are not a relevant or a former relevant child and therefore should not have care leaver information completed. [NOTE: This tool can only test the current and previous year data loaded into the tool - this check may generate false positives if a child had episodes prior to last year's collection.]",
      whatToDo:
        'Take the young person out of OC3 unless they were looked after for 13 weeks since turning 14, some of it since turning 16.',
    },
    (child, context) => {
      const born = child.dateOfBirth() ?? child.rows('OC3')[0]?.date('DOB') ?? null;
      return born !== null && hasBeenInCare(child) && !qualifies(child, born, context);
    },
  ),
  notForLeaver(
    {
      code: '1002',
      needsPrevious: 'Episodes',
      message:
        "This child has no previous episodes of care, therefore should not have care leaver information recorded. [NOTE: This tool can only test the current and previous year data loaded into the tool - this check may generate false positives if a child had episodes prior to last year's collection.]",
      whatToDo: 'Take the young person out of OC3 unless they were looked after before last year.',
    },
    (child) => !hasBeenInCare(child),
  ),
  notForLeaver(
    {
      code: '1010',
      needsPrevious: 'Episodes',
      message:
        'This child has no episodes loaded for current year even though there was an open episode of care at the end of the previous year, and care leaver data has been entered.',
      whatToDo: 'Add the episode that was open at the end of last year, with the day and the reason it ceased.',
    },
    (child) =>
      child.allRows('Episodes').length === 0 && child.previousRows('Episodes').some((row) => row.isBlank('DEC')),
  ),
  notForLeaver(
    {
      code: '1011',
      message:
        'This child is recorded as having his/her care transferred to another local authority for the final episode and therefore should not have the care leaver information completed.',
      whatToDo: 'Take the child out of OC3, or correct the reason the last episode ceased.',
    },
    (child) => child.episodes().at(-1)?.value('REC') === 'E3',
  ),
];
