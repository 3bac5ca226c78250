import { addDays } from '@mainstay/primitives';
import { isLookedAfterAtYearEnd } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { eachEpisode, eachSuccession } from './sequence-rule.ts';

/** How many days the next social worker may begin before the last one ceases. */
const allowedOverlap = 7;

const overlap = {
  code: 'SW10STG2',
  fields: ['SW_DECOM'],
  message: 'A new social worker episode has started before the end date of the previous social worker episode.',
} as const;

const endedEarly: Rule = {
  code: 'SW11bSTG2',
  group: 'episode-sequence',
  tables: ['SWEpisodes'],
  alsoNeeds: ['Episodes'],
  fields: ['SW_DEC'],
  message: 'Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.',
  whatToDo: 'Add the social worker who followed, or clear SW_DEC. Judged for children looked after on 31 March.',
  *check(child, context): Generator<Finding> {
    const last = child.socialWorkers().at(-1);
    const ended = last?.date('SW_DEC') ?? null;
    if (!last || ended === null || ended >= context.end) return;
    if (isLookedAfterAtYearEnd(child, context)) yield { row: last };
  },
};

const noneOpen: Rule = {
  code: 'SW17STG2',
  group: 'episode-sequence',
  tables: ['SWEpisodes'],
  alsoNeeds: ['Episodes'],
  fields: ['SW_DEC', 'SW_DECOM'],
  message: 'There is no social worker episode open at 31 March',
  whatToDo: 'Leave SW_DEC of the last social worker blank. Judged for children looked after on 31 March.',
  from: 2026,
  *check(child, context): Generator<Finding> {
    const last = child.socialWorkers().at(-1);
    if (last && !last.isBlank('SW_DEC') && isLookedAfterAtYearEnd(child, context)) yield { row: last };
  },
};

/** The published rules on the order of a child's social workers. */
export const socialWorkerSequenceRules: readonly Rule[] = [
  eachSuccession(
    'SWEpisodes',
    {
      code: 'SW08STG2',
      fields: ['SW_DEC'],
      blames: 'earlier',
      message: 'A new social worker episode has started, but the previous episode has not ended.',
      whatToDo: 'Enter the day this social worker ceased in SW_DEC.',
    },
    ({ earlier }) => earlier.isBlank('SW_DEC'),
  ),
  eachEpisode(
    'SWEpisodes',
    {
      code: 'SW09STG2',
      fields: ['SW_DECOM', 'SW_DEC'],
      message: 'Social worker episode appears to have lasted for less than 24 hours.',
      whatToDo: 'Correct the dates, or take the row out.',
    },
    (row) => row.date('SW_DECOM') !== null && row.date('SW_DECOM') === row.date('SW_DEC'),
  ),
  eachSuccession(
    'SWEpisodes',
    {
      ...overlap,
      to: 2024,
      whatToDo: 'Correct SW_DECOM, or SW_DEC of the row before.',
    },
    ({ earlier, later }) => (later.date('SW_DECOM') ?? '9999') < (earlier.date('SW_DEC') ?? ''),
  ),
  eachSuccession(
    'SWEpisodes',
    {
      ...overlap,
      from: 2025,
      whatToDo: 'Correct SW_DECOM, or SW_DEC of the row before. An overlap of up to seven days is allowed.',
    },
    ({ earlier, later }) => {
      const ended = earlier.date('SW_DEC');
      const begun = later.date('SW_DECOM');
      if (ended === null || begun === null || later.value('SW_REASON') === 'FCONTA') return false;
      return begun < addDays(ended, -allowedOverlap);
    },
  ),
  endedEarly,
  noneOpen,
];
