import { endsCare, isFemale, isShortBreak } from '../care-status.ts';
import type { Rule } from '../rule.ts';
import { allOrNone, rowRule } from './pair-rule.ts';

/** The published rules on what the header and the other once-a-child tables must hold. */
export const childCompletenessRules: readonly Rule[] = [
  allOrNone('OC3', {
    code: '153',
    fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
    message:
      "All data items relating to a child's activity or accommodation after leaving care must be coded or left blank.",
    whatToDo: 'Complete IN_TOUCH, ACTIV and ACCOM, with 0 where activity or accommodation is not known.',
  }),
  rowRule(
    'Header',
    {
      code: '393',
      fields: ['MOTHER'],
      alsoNeeds: ['Episodes'],
      message: 'Child is looked after but mother field is not completed.',
      whatToDo: 'Enter 0 or 1 in MOTHER.',
    },
    (row, child) =>
      row.isBlank('MOTHER') && isFemale(row) && child.rows('Episodes').some((episode) => !isShortBreak(episode)),
  ),
  rowRule(
    'Header',
    {
      code: '442',
      fields: ['UPN'],
      alsoNeeds: ['Episodes'],
      message: 'Unique Pupil Number (UPN) field is not completed.',
      whatToDo: 'Enter the pupil number, or UN1 to UN5 with the reason it is not known.',
    },
    (row, child) => row.isBlank('UPN') && child.rows('Episodes').some((episode) => !isShortBreak(episode)),
  ),
  rowRule(
    'Header',
    {
      code: '607',
      fields: ['MOTHER', 'SEX'],
      alsoNeeds: ['Episodes'],
      message: 'Child ceased to be looked after in the year, but mother field has not been completed.',
      whatToDo: 'Enter 0 or 1 in MOTHER.',
    },
    (row, child, { start, end }) =>
      row.isBlank('MOTHER') &&
      isFemale(row) &&
      child.rows('Episodes').some((episode) => {
        const ended = episode.date('DEC');
        return endsCare(episode) && !isShortBreak(episode) && ended !== null && ended >= start && ended <= end;
      }),
  ),
  rowRule(
    'Header',
    {
      code: '611',
      fields: ['MOTHER', 'MC_DOB'],
      message: 'Date of birth field is blank, but child is a mother.',
      whatToDo: 'Enter the date of birth of her first child in MC_DOB.',
    },
    (row) => row.value('MOTHER') === '1' && row.isBlank('MC_DOB'),
  ),
  rowRule(
    'PrevPerm',
    {
      code: '635',
      fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
      message:
        'There are entries for date of order and local authority code where previous permanence option was arranged but previous permanence code is Z1',
      whatToDo: 'Clear LA_PERM and DATE_PERM, or enter the previous permanence option.',
    },
    (row) => row.value('PREV_PERM') === 'Z1' && (!row.isBlank('LA_PERM') || !row.isBlank('DATE_PERM')),
  ),
  rowRule(
    'Missing',
    {
      code: '564',
      fields: ['MISSING', 'MIS_START'],
      message: 'Child was missing or away from placement without authorisation and the date started is blank.',
      whatToDo: 'Enter the day the incident began in MIS_START.',
    },
    (row) => !row.isBlank('MISSING') && row.isBlank('MIS_START'),
  ),
  rowRule(
    'SWEpisodes',
    {
      code: 'SW01aSTG1',
      fields: ['SW_DECOM', 'SW_ID'],
      message: 'For each social worker episode, information should be complete',
      whatToDo: "Enter the social worker's number in SW_ID.",
      from: 2025,
    },
    (row) => (row.date('SW_DECOM') ?? '9999') < '2023-04-01' && row.isBlank('SW_ID'),
  ),
  rowRule(
    'SWEpisodes',
    {
      code: 'SW01bSTG1',
      fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
      message: 'For each social worker episode, information should be complete',
      whatToDo: "Enter the social worker's number in SW_ID and the reason for the change in SW_REASON.",
      from: 2025,
    },
    (row) => (row.date('SW_DECOM') ?? '') >= '2023-04-01' && (row.isBlank('SW_ID') || row.isBlank('SW_REASON')),
  ),
];
