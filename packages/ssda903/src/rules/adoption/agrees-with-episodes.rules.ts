import { plainDate } from '@mainstay/primitives';
import type { Rule } from '../rule.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';
import { givenItems, isAdopted } from './adoption-facts.ts';

const permanenceItems = ['LA_PERM', 'PREV_PERM', 'DATE_PERM'] as const;

/** The first day on which a start of being looked after asks for the previous permanence option. */
const permanenceAskedSince = plainDate('2016-04-01');

/** The published rules that what is said of adoption and permanence agrees with the child's episodes. */
export const agreesWithEpisodesRules: readonly Rule[] = [
  eachRow(
    'AD1',
    {
      code: '602',
      group: 'adoption',
      tables: ['Episodes', 'AD1'],
      fields: ['CHILD'],
      message: 'The episode data submitted for this child does not show that he/she was adopted during the year.',
      whatToDo: 'Enter E11 or E12 in REC of the episode with which the child was adopted, or take the row out of AD1.',
    },
    (row, child, { start, end }) =>
      givenItems(row).length > 0 &&
      !child.episodes().some((episode) => {
        const ended = episode.date('DEC');
        return isAdopted(episode) && ended !== null && ended >= start && ended <= end;
      }),
  ),
  eachRow(
    'PrevPerm',
    {
      code: '634',
      group: 'adoption',
      tables: ['Episodes', 'PrevPerm'],
      fields: permanenceItems,
      message:
        'There are entries for previous permanence options, but child has not started to be looked after from 1 April 2016 onwards.',
      whatToDo: 'Take the row out of PrevPerm, or correct DECOM of the episodes.',
    },
    (row, child) =>
      permanenceItems.some((item) => !row.isBlank(item)) &&
      !child
        .rows('Episodes')
        .some((episode) => (episode.date('DECOM') ?? permanenceAskedSince) >= permanenceAskedSince),
  ),
  someRows(
    'PlacedAdoption',
    {
      code: '1003',
      group: 'adoption',
      tables: ['Episodes', 'PlacedAdoption'],
      fields: ['DATE_PLACED', 'DECOM', 'RNE'],
      message:
        "Date of LA's decision that a child should be placed for adoption is before the child started to be looked after.",
      whatToDo: 'Correct DATE_PLACED, or DECOM of the episode with which the child started to be looked after.',
    },
    (child) => {
      const rows = child.rows('PlacedAdoption');
      if (rows.length === 0) return nothing;
      const started =
        child
          .episodes()
          .find((episode) => episode.value('RNE') === 'S')
          ?.date('DECOM') ?? null;
      return started === null ? nothing : rows.filter((row) => (row.date('DATE_PLACED') ?? started) < started);
    },
  ),
];
