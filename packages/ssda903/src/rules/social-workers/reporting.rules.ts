import { plainDate, type PlainDate } from '@mainstay/primitives';
import { isLookedAfterAtYearEnd } from '../care-status.ts';
import { eachRow, nothing } from '../row-rule.ts';
import { findingAt } from '../finding-at.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

/** The first day for which social workers are reported: since 2025 a year before the collection year. */
function reportingStart({ year, start }: CheckContext): PlainDate {
  return year < 2025 ? start : plainDate(`${year - 2}-04-01`);
}

const wholeYear: Rule = {
  code: 'SW12STG2',
  group: 'social-workers',
  tables: ['SWEpisodes', 'Episodes'],
  fields: ['SW_DECOM', 'CHILD'],
  message:
    'If a child is looked after on 31 March then all social worker episodes for the full previous year should be reported, even those whilst they were not looked after',
  whatToDo: 'Add the social worker the child had on 1 April, or when the child started to be looked after if later.',
  check(child, context): readonly Finding[] {
    const [begun] = child.episodes();
    if (!begun) return nothing;
    const from = begun.date('DECOM') ?? context.start;
    const due = from > context.start ? from : context.start;
    const [first] = child.socialWorkers();
    const isReported = first ? (first.date('SW_DECOM') ?? due) <= due : child.rows('SWEpisodes').length > 0;
    if (isReported || !isLookedAfterAtYearEnd(child, context)) return nothing;
    return [first ? findingAt(first, 'SW_DECOM') : findingAt(child.episodes().at(-1) ?? begun, 'CHILD')];
  },
};

/** The published rules on which social workers are reported. */
export const socialWorkerReportingRules: readonly Rule[] = [
  eachRow(
    'SWEpisodes',
    {
      code: 'SW06STG2',
      group: 'social-workers',
      fields: ['SW_DECOM'],
      message: 'Social worker episode data should be within the social worker data reporting year.',
      whatToDo: 'Correct SW_DECOM, or leave the social worker for the return of the year in which they began.',
    },
    (row, _child, { end }) => (row.date('SW_DECOM') ?? '') > end,
  ),
  eachRow(
    'SWEpisodes',
    {
      code: 'SW07STG2',
      group: 'social-workers',
      fields: ['SW_DEC'],
      message:
        'Social worker episode end date should be on or after the start of the social worker reporting period, and should be on or before the collection end date.',
      whatToDo:
        'Correct SW_DEC; leave it blank if the social worker was still responsible on 31 March, and take out one who ceased before the period.',
    },
    (row, _child, context) => {
      const ended = row.date('SW_DEC');
      return ended !== null && (ended < reportingStart(context) || ended > context.end);
    },
  ),
  wholeYear,
];
