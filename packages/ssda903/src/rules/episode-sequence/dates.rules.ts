import { nothing } from '../row-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTemporary, endsCare } from '../care-status.ts';
import { eachEpisode, eachSuccession } from './sequence-rule.ts';

const firstEver: Rule = {
  code: '357',
  group: 'episode-sequence',
  tables: ['Episodes'],
  fields: ['RNE'],
  message:
    'If this is the first episode ever for this child, reason for new episode must be S. Check whether there is an episode immediately preceding this one, which has been left out. If not the reason for new episode code must be amended to S.',
  whatToDo: 'Add the episode before this one, or enter S in RNE.',
  *check(child, { start }): Generator<Finding> {
    const first = child.episodes()[0];
    // An earlier start was judged when it was returned for the first time.
    if (!first || (first.date('DECOM') ?? start) < start) return;
    if (!first.isBlank('RNE') && first.value('RNE') !== 'S') yield { row: first };
  },
};

const continues: Rule = {
  code: '388',
  group: 'episode-sequence',
  tables: ['Episodes'],
  fields: ['REC'],
  message: 'Reason episode ceased is coded new episode begins, but there is no continuation episode.',
  whatToDo: 'Add the episode that begins on the day this one ceased, or enter the reason the child left care.',
  check(child): readonly Finding[] {
    const episodes = child.episodes();
    const doubtful = episodes.filter((row, index) => {
      const ended = row.date('DEC');
      return row.value('REC') === 'X1' && ended !== null && episodes[index + 1]?.date('DECOM') !== ended;
    });
    if (doubtful.length === 0) return nothing;
    // Nearly always the next episode goes on; where it does not, another may.
    const begunOn = Map.groupBy(episodes, (episode) => episode.date('DECOM'));
    return doubtful
      .filter((row) => (begunOn.get(row.date('DEC')) ?? []).every((begun) => begun === row))
      .map((row) => ({ row }));
  },
};

/** The published rules on when episodes begin and cease. */
export const episodeDateRules: readonly Rule[] = [
  eachEpisode(
    'Episodes',
    {
      code: '354',
      fields: ['DECOM'],
      message: 'Date episode ceased must be on or before the end of the current collection year.',
      whatToDo: 'Correct DECOM, or leave the episode for the return of the year in which it begins.',
    },
    (row, { end }) => (row.date('DECOM') ?? '') > end,
  ),
  eachEpisode(
    'Episodes',
    {
      code: '355',
      fields: ['DECOM', 'DEC'],
      message: 'Episode appears to have lasted for less than 24 hours',
      whatToDo:
        'Correct the dates, or take the episode out: one that begins and ceases on the same day is not returned.',
    },
    (row) => row.date('DECOM') !== null && row.date('DECOM') === row.date('DEC'),
  ),
  eachEpisode(
    'Episodes',
    {
      code: '356',
      fields: ['DECOM', 'DEC'],
      message: 'The date the episode ceased is before the date the same episode started.',
      whatToDo: 'Correct DECOM or DEC.',
    },
    (row) => (row.date('DEC') ?? '9999') < (row.date('DECOM') ?? ''),
  ),
  firstEver,
  eachEpisode(
    'Episodes',
    {
      code: '385',
      fields: ['DEC'],
      message: 'Date episode ceased must be on or before the end of the current collection year.',
      whatToDo: 'Correct DEC, or leave DEC and REC blank if the episode was open on 31 March.',
    },
    (row, { end }) => (row.date('DEC') ?? '') > end,
  ),
  continues,
  eachSuccession(
    'Episodes',
    {
      code: '431',
      fields: ['RNE', 'DECOM'],
      message:
        'The reason for new episode is started to be looked after, but the previous episode ended on the same day.',
      whatToDo: 'Enter what changed that day in RNE (L, P, T, B or U), and X1 in REC of the episode before.',
    },
    ({ earlier, later }) => later.value('RNE') === 'S' && later.date('DECOM') === earlier.date('DEC'),
  ),
  eachSuccession(
    'Episodes',
    {
      code: '432',
      fields: ['RNE'],
      message:
        'The child ceased to be looked after at the end of the previous episode but the reason for the new episode is not started to be looked after.',
      whatToDo: 'Enter S in RNE, or X1 in REC of the episode before if the child stayed in care.',
    },
    ({ earlier, later }) => endsCare(earlier) && !later.isBlank('RNE') && later.value('RNE') !== 'S',
  ),
  eachSuccession(
    'Episodes',
    {
      code: '433',
      fields: ['RNE', 'DECOM'],
      message:
        'The reason for new episode suggests that this is a continuation episode, but the episode does not start on the same day as the last episode finished.',
      whatToDo: 'Make DECOM equal to DEC of the episode before, or enter S in RNE if the child came back into care.',
    },
    ({ earlier, later }) =>
      !later.isBlank('RNE') &&
      later.value('RNE') !== 'S' &&
      earlier.date('DEC') !== null &&
      earlier.date('DEC') !== later.date('DECOM'),
  ),
  eachSuccession(
    'Episodes',
    {
      code: '437',
      fields: ['REC'],
      blames: 'earlier',
      message: 'Reason episode ceased is child has died or is aged 18 or over but there are further episodes.',
      whatToDo: 'Correct REC, or take the later episodes out.',
    },
    ({ earlier }) => /^(?:E2|E15|E17)$/.test(earlier.value('REC')),
  ),
  eachSuccession(
    'Episodes',
    {
      code: '501',
      fields: ['DECOM', 'DEC'],
      message: 'A new episode has started before the end date of the previous episode.',
      whatToDo: 'Correct DECOM, or DEC of the episode before: episodes of a child must not overlap.',
    },
    ({ earlier, later }) => (later.date('DECOM') ?? '9999') < (earlier.date('DEC') ?? ''),
  ),
  eachEpisode(
    'Episodes',
    {
      code: '380',
      fields: ['PLACE', 'RNE'],
      message: 'A period of care cannot start with a temporary placement.',
      whatToDo: 'Enter the placement the child came into care to, or correct RNE.',
    },
    (row) => isTemporary(row) && row.value('RNE') === 'S',
  ),
  eachEpisode(
    'Episodes',
    {
      code: '381',
      fields: ['PLACE', 'REC'],
      message: 'A period of care cannot end with a temporary placement.',
      whatToDo: 'Add the return to the normal placement, or correct PLACE or REC.',
    },
    (row) => isTemporary(row) && endsCare(row),
  ),
];
