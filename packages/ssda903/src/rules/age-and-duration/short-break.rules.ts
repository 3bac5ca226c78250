import { daysBetween, type PlainDate } from '@mainstay/primitives';
import { yearsAfter } from '../birthday.ts';
import type { ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { isInYear, isShortBreak, isTemporary } from '../care-status.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';
import { endOf } from './spell.ts';

type Episode = ReturnRow<'Episodes'>;

/** How many days one break may last. */
const longestBreak = 17;

/** How many days breaks may last together in twelve months. */
const mostDaysOfBreaks = 75;

const isSingleBreak = (episode: Episode) => episode.value('LS') === 'V3';

const tooLong = eachRow(
  'Episodes',
  {
    code: '365',
    group: 'age-and-duration',
    fields: ['LS', 'DECOM', 'DEC'],
    message: 'Any individual short- term respite placement must not exceed 17 days.',
    whatToDo: 'Correct DECOM, DEC or LS: a stay of more than 17 days is no short break (V3).',
  },
  (row, _child, context) => {
    if (!isSingleBreak(row)) return false;
    const [from, to] = [row.date('DECOM'), endOf(row, context)];
    return from !== null && to !== null && daysBetween(from, to) > longestBreak;
  },
);

interface Break {
  readonly row: Episode;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The child's breaks, earliest first, each day counted in the first break that has it only. */
function breaksOf(child: ChildRows, context: CheckContext): Break[] {
  const breaks: Break[] = [];
  let counted: PlainDate | null = null;
  for (const row of child.episodes()) {
    if (!isSingleBreak(row)) continue;
    const [begun, to] = [row.date('DECOM'), endOf(row, context)];
    if (begun === null || to === null) continue;
    const from = counted !== null && counted > begun ? counted : begun;
    if (from < to) breaks.push({ row, from, to });
    if (counted === null || to > counted) counted = to;
  }
  return breaks;
}

const tooMany = someRows(
  'Episodes',
  {
    code: '367',
    group: 'age-and-duration',
    fields: ['LS', 'DECOM', 'DEC'],
    message: 'The maximum amount of respite care allowable is 75 days in any 12-month period.',
    whatToDo: 'Correct the dates or LS of the breaks (V3): with this one they come to more than 75 days in 12 months.',
  },
  (child, context) => {
    const breaks = breaksOf(child, context);
    const days = breaks.map(({ from, to }) => daysBetween(from, to));
    if (days.reduce((sum, each) => sum + each, 0) <= mostDaysOfBreaks) return nothing;
    // Twelve months that hold as many days of breaks as any can always be chosen to end where a break ends.
    let [first, sum] = [0, 0];
    return breaks.flatMap(({ row, to }, index) => {
      sum += days[index] ?? 0;
      const since = yearsAfter(to, -1);
      for (let at = breaks[first]; at && at.to <= since; at = breaks[first]) sum -= days[first++] ?? 0;
      const oldest = breaks[first];
      const before = oldest && oldest.from < since ? daysBetween(oldest.from, since) : 0;
      return sum - before > mostDaysOfBreaks ? [row] : [];
    });
  },
);

const mother = ['MOTHER'];
const review = ['REVIEW', 'REVIEW_CODE'];

const notAsked: Rule = {
  code: '399',
  group: 'age-and-duration',
  tables: ['Episodes', 'Header', 'Reviews'],
  fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
  message:
    'Mother field, review field or participation field are completed but child is looked after under legal status V3 or V4.',
  whatToDo: 'Clear MOTHER and take the reviews out, unless the child was also looked after other than in short breaks.',
  check(child, context): readonly Finding[] {
    const episodes = child.episodes().filter((episode) => isInYear(episode, context));
    if (episodes.length === 0 || !episodes.every(isShortBreak)) return nothing;
    const headers = child.rows('Header').filter((row) => !row.isBlank('MOTHER'));
    const reviews = child.rows('Reviews').filter((row) => !row.isBlank('REVIEW') || !row.isBlank('REVIEW_CODE'));
    return [
      ...headers.map((row): Finding => ({ row, fields: mother })),
      ...reviews.map((row): Finding => ({ row, fields: review })),
    ];
  },
};

/** The published rules on short breaks. */
export const shortBreakRules: readonly Rule[] = [
  tooLong,
  eachRow(
    'Episodes',
    {
      code: '366',
      group: 'age-and-duration',
      fields: ['RNE'],
      message: 'A child cannot change placement during the course of an individual short-term respite break.',
      whatToDo: 'Enter S in RNE: each short break (V3) is a period of care of its own.',
    },
    (row) => isSingleBreak(row) && !row.isBlank('RNE') && row.value('RNE') !== 'S',
  ),
  tooMany,
  eachRow(
    'Episodes',
    {
      code: '382',
      group: 'age-and-duration',
      fields: ['LS', 'PLACE'],
      message: 'A child receiving respite care cannot be in a temporary placement.',
      whatToDo: 'Enter the placement of the short break in PLACE, or correct LS.',
    },
    (row) => isShortBreak(row) && isTemporary(row),
  ),
  eachRow(
    'Episodes',
    {
      code: '384',
      group: 'age-and-duration',
      fields: ['PLACE', 'LS'],
      message: 'A child receiving respite care cannot be in a long-term foster placement',
      whatToDo: 'Enter another placement than U1 or U4, or correct LS.',
    },
    (row) => isShortBreak(row) && (row.value('PLACE') === 'U1' || row.value('PLACE') === 'U4'),
  ),
  notAsked,
  someRows(
    'Episodes',
    {
      code: '426',
      group: 'age-and-duration',
      fields: ['LS'],
      message: 'A child receiving respite care cannot be recorded under a legal status of V3 and V4 in the same year.',
      whatToDo: 'Record each break (V3) or the agreement (V4), the same way for the whole year.',
    },
    (child, context) => {
      const breaks = child.episodes().filter((episode) => isShortBreak(episode) && isInYear(episode, context));
      return new Set(breaks.map((episode) => episode.value('LS'))).size > 1 ? breaks : nothing;
    },
  ),
];
