import type { ReturnRow } from '../../checking/return-row.ts';
import type { ColumnOf } from '../../tables/tables.ts';
import type { ChildRows } from '../../checking/child-rows.ts';
import { nothing, someRows } from '../row-rule.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

type Episode = ReturnRow<'Episodes'>;

/** This year's first episode and last year's last. */
interface AcrossYears {
  readonly first: Episode;
  readonly last: Episode;
}

/** A rule on how a child's first episode of the year follows from the last one of the year before. */
function acrossYears(
  text: Pick<Rule, 'code' | 'message' | 'whatToDo' | 'fields'> & Partial<Pick<Rule, 'needs'>>,
  isFault: (pair: AcrossYears, child: ChildRows, context: CheckContext) => boolean,
): Rule {
  return {
    group: 'year-on-year',
    tables: ['Episodes'],
    needsPrevious: 'Episodes',
    ...text,
    check(child, context): readonly Finding[] {
      const last = child.previousEpisodes().at(-1);
      const first = last && child.episodes()[0];
      return first && isFault({ first, last }, child, context) ? [{ row: first }] : nothing;
    },
  };
}

const isOpen = (episode: Episode): boolean => episode.isBlank('DEC');

function differ({ first, last }: AcrossYears, column: ColumnOf<'Episodes'>): boolean {
  return !first.isBlank(column) && !last.isBlank(column) && first.value(column) !== last.value(column);
}

/** A rule that one column of the episode open at the end of last year is the same in this year's first. */
function sameAsOpen(code: string, column: ColumnOf<'Episodes'>, what: string, mayBeBlank = false): Rule {
  return acrossYears(
    {
      code,
      fields: [column],
      message: `The ${what} in the first episode does not match open episode at end of last year.`,
      whatToDo: `Enter in ${column} what last year's return has for this episode, or correct last year's return.`,
    },
    (pair) =>
      isOpen(pair.last) && (mayBeBlank ? pair.first.value(column) !== pair.last.value(column) : differ(pair, column)),
  );
}

/** What of a placement's place two episodes may contradict each other in. */
function placesDiffer(
  { first, last }: AcrossYears,
  child: ChildRows,
  context: CheckContext,
  part: 'laCode' | 'location' | 'distance',
): boolean {
  const [now, before] = [child.placeOf(first, context)[part], child.placeOf(last, context)[part]];
  return now !== null && before !== null && now !== before;
}

const checkPostcodes = "Make HOME_POST and PL_POST the same as in last year's return, or correct last year's return.";

const samePlacementType = acrossYears(
  {
    code: '503D',
    fields: ['PLACE'],
    message: 'The placement type in the first episode does not match open episode at end of last year',
    whatToDo: "Enter in PLACE what last year's return has for this episode, or correct last year's return.",
  },
  (pair, _child, { year }) => {
    if (!isOpen(pair.last) || !differ(pair, 'PLACE')) return false;
    const [before, now] = [pair.last.value('PLACE'), pair.first.value('PLACE')];
    // H5 became K3 as homes were registered, up to 2026 when H5 and Z1 ended and Z1 became Z11 to Z14.
    const isRegistered = (year === 2025 || year === 2026) && before === 'H5' && now === 'K3';
    return !isRegistered && !(year === 2026 && before === 'Z1' && /^Z1[1-4]$/.test(now));
  },
);

const missingBefore = someRows(
  'Episodes',
  {
    code: '562',
    group: 'year-on-year',
    tables: ['Episodes'],
    needsPrevious: 'Episodes',
    fields: ['DECOM'],
    message:
      'Episode commenced before the start of the current collection year but there is a missing continuous episode in the previous year.',
    whatToDo: "Correct DECOM, or add the episode to last year's return, open at the end of that year.",
  },
  (child, { start }) => {
    const first = child.episodes()[0];
    if (!first || (first.date('DECOM') ?? start) >= start || child.previousEpisodes().some(isOpen)) return nothing;
    return [first];
  },
);

/** The published rules that compare this year's first episode with last year's last. */
export const firstEpisodeRules: readonly Rule[] = [
  acrossYears(
    {
      code: '452',
      needs: ['postcodes'],
      fields: ['PL_POST'],
      message:
        'Contradiction between local authority of placement code in the last episode of the previous year and in the first episode of the current year.',
      whatToDo: checkPostcodes,
    },
    (pair, child, context) => isSameEpisode(pair) && placesDiffer(pair, child, context, 'laCode'),
  ),
  acrossYears(
    {
      code: '453',
      needs: ['postcodes'],
      fields: ['HOME_POST', 'PL_POST'],
      message:
        'Contradiction between placement distance in the last episode of the previous year and in the first episode of the current year.',
      whatToDo: checkPostcodes,
    },
    (pair, child, context) => isSameEpisode(pair) && placesDiffer(pair, child, context, 'distance'),
  ),
  acrossYears(
    {
      code: '502',
      fields: ['DECOM'],
      message:
        "Last year's record ended with an open episode. The date on which that episode started does not match the start date of the first episode on this year’s record.",
      whatToDo: 'Begin with the episode that was open at the end of last year, with its own DECOM.',
    },
    ({ first, last }) => isOpen(last) && first.date('DECOM') !== last.date('DECOM'),
  ),
  sameAsOpen('503A', 'RNE', 'reason for new episode'),
  sameAsOpen('503B', 'LS', 'legal status'),
  sameAsOpen('503C', 'CIN', 'category of need'),
  samePlacementType,
  sameAsOpen('503E', 'PLACE_PROVIDER', 'placement provider', true),
  sameAsOpen('503F', 'URN', 'Ofsted URN', true),
  acrossYears(
    {
      code: '503G',
      needs: ['postcodes'],
      fields: ['HOME_POST', 'PL_POST'],
      message: 'The distance in first episode does not match open episode at end of last year.',
      whatToDo: checkPostcodes,
    },
    (pair, child, context) => isOpen(pair.last) && placesDiffer(pair, child, context, 'distance'),
  ),
  acrossYears(
    {
      code: '503H',
      needs: ['postcodes'],
      fields: ['PL_POST'],
      message: 'The placement LA in first episode does not match open episode at end of last year.',
      whatToDo: checkPostcodes,
    },
    (pair, child, context) => isOpen(pair.last) && placesDiffer(pair, child, context, 'laCode'),
  ),
  acrossYears(
    {
      code: '503J',
      needs: ['postcodes', 'authority'],
      fields: ['PL_POST'],
      message: 'The placement location in first episode does not match open episode at end of last year.',
      whatToDo: checkPostcodes,
    },
    (pair, child, context) => isOpen(pair.last) && placesDiffer(pair, child, context, 'location'),
  ),
  missingBefore,
];

/** True when both years tell of one episode: they give it the same first day. */
function isSameEpisode({ first, last }: AcrossYears): boolean {
  return first.date('DECOM') === last.date('DECOM');
}
