import { successions, type ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { isLookedAfterAtYearEnd } from '../care-status.ts';
import { eachRow, nothing, someRows } from '../row-rule.ts';
import type { Rule } from '../rule.ts';

/** Reasons for a change of social worker are asked for from this day. */
const reasonsSince = '2023-04-01';

const years = { group: 'dropped', to: 2025 } as const;
const year2025 = { group: 'dropped', from: 2025, to: 2025, needsPrevious: 'SWEpisodes' } as const;

const notEnded = (child: ChildRows): readonly ReturnRow<'SWEpisodes'>[] =>
  successions(child.socialWorkers())
    .map(({ earlier }) => earlier)
    .filter((row) => row.isBlank('SW_DEC'));

/** A rule that the first social worker of the year is the one last year ended with. */
function sameAsOpen(code: string, column: 'SW_ID' | 'SW_DECOM' | 'SW_REASON', message: string): Rule {
  return someRows(
    'SWEpisodes',
    {
      ...year2025,
      code,
      fields: [column],
      message,
      whatToDo: `Enter in ${column} what last year's return has for this social worker, or correct last year's return.`,
    },
    (child) => {
      const last = child.previousSocialWorkers().at(-1);
      const first = child.socialWorkers()[0];
      if (!first || !last?.isBlank('SW_DEC') || last.isBlank(column) || first.isBlank(column)) return nothing;
      return last.value(column) === first.value(column) ? nothing : [first];
    },
  );
}

/** Published rules on social workers that ended in 2025, most of which others then said better. */
export const droppedSocialWorkerRules: readonly Rule[] = [
  someRows(
    'Episodes',
    {
      ...years,
      code: 'SW01STG1',
      tables: ['Episodes', 'SWEpisodes'],
      fields: ['DEC'],
      message: 'Child looked after on 31 March, but no social worker episode information is reported',
      whatToDo: 'Add the social workers the child had in the year to SWEpisodes.',
    },
    (child, context) => {
      if (child.allRows('SWEpisodes').length > 0 || !isLookedAfterAtYearEnd(child, context)) return nothing;
      return child.episodes().slice(-1);
    },
  ),
  eachRow(
    'SWEpisodes',
    {
      ...years,
      code: 'SW03STG1',
      fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
      message: 'For each social worker episode, information should be complete.',
      whatToDo: 'Enter SW_ID, SW_DECOM and SW_REASON.',
    },
    (row) => row.isBlank('SW_DECOM') || row.isBlank('SW_ID') || row.isBlank('SW_REASON'),
  ),
  someRows(
    'SWEpisodes',
    {
      ...years,
      code: 'SW108STG2',
      fields: ['SW_DEC'],
      message: 'A new social worker episode has started, but the previous episode has not ended.',
      whatToDo: 'Enter the day this social worker ceased in SW_DEC.',
    },
    notEnded,
  ),
  someRows(
    'SWEpisodes',
    {
      ...years,
      code: 'SW11STG2',
      alsoNeeds: ['Episodes'],
      fields: ['SW_DEC'],
      message:
        'Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.',
      whatToDo: 'Add the social worker who followed, or clear SW_DEC. Judged for children looked after on 31 March.',
    },
    (child, context) => {
      const last = child.socialWorkers().at(-1);
      if (!last || (last.date('SW_DEC') ?? context.end) >= context.end) return nothing;
      return isLookedAfterAtYearEnd(child, context) ? [last] : nothing;
    },
  ),
  someRows(
    'SWEpisodes',
    {
      ...years,
      code: 'SW14STG2',
      fields: ['SW_DEC'],
      message: 'Social worker episode date ceased is blank.',
      whatToDo: 'Enter the day this social worker ceased: only the last one of a child may have none.',
    },
    notEnded,
  ),
  eachRow(
    'SWEpisodes',
    {
      ...years,
      from: 2025,
      code: 'SW15STG2',
      fields: ['SW_REASON'],
      message: 'Reason for social worker change is missing.',
      whatToDo: 'Enter why this social worker took over in SW_REASON.',
    },
    (row) => row.isBlank('SW_REASON') && (row.date('SW_DECOM') ?? '') >= reasonsSince,
  ),
  // The published words of the first speak of the reason although it compares the social worker's number.
  sameAsOpen(
    'SW16aSTG2',
    'SW_ID',
    'The social worker reason episode changed does not match the open episode at the end of last year.',
  ),
  sameAsOpen(
    'SW16bSTG2',
    'SW_DECOM',
    'The social worker episode start date does not match the open episode at the end of last year.',
  ),
  sameAsOpen(
    'SW16cSTG2',
    'SW_REASON',
    'The social worker reason episode changed does not match the open episode at the end of last year.',
  ),
];
