import { isTemporary } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { allOrNone, rowRule } from './pair-rule.ts';

const withoutProvider = /^(?:T[0-4]|Z1|Z1[1-4])$/;

const notEnded: Rule = {
  code: '142',
  group: 'completeness',
  tables: ['Episodes'],
  fields: ['DEC', 'REC'],
  message: 'A new episode has started, but the previous episode has not ended.',
  whatToDo: 'Enter the date and the reason this episode ceased: a later episode of the child has begun.',
  *check(child): Generator<Finding> {
    for (const { earlier } of child.successions('Episodes')) if (earlier.isBlank('DEC')) yield { row: earlier };
  },
};

const reasonForChange: Rule = {
  code: '225',
  group: 'completeness',
  tables: ['Episodes'],
  fields: ['REASON_PLACE_CHANGE'],
  message: 'Reason for placement change must be recorded.',
  whatToDo: 'Enter why the placement changed on the episode that ceases. Temporary moves need no reason.',
  *check(child): Generator<Finding> {
    for (const { earlier, later } of child.successions('Episodes')) {
      const isMove = earlier.value('REC') === 'X1' && /^[PTBU]$/.test(later.value('RNE'));
      if (!isMove || isTemporary(earlier) || isTemporary(later)) continue;
      if (earlier.isBlank('REASON_PLACE_CHANGE')) yield { row: earlier };
    }
  },
};

/** The published rules on what an episode must hold. */
export const episodeCompletenessRules: readonly Rule[] = [
  notEnded,
  allOrNone('Episodes', {
    code: '148',
    fields: ['DEC', 'REC'],
    message: 'Date episode ceased and reason episode ceased must both be coded, or both left blank.',
    whatToDo: 'Enter both DEC and REC when the episode has ceased; leave both blank while it is open.',
  }),
  reasonForChange,
  rowRule(
    'Episodes',
    {
      code: '233',
      fields: ['REASON_PLACE_CHANGE'],
      message: 'Reason for placement change is not required when the episode has not ceased.',
      whatToDo: 'Take the reason out, or enter the date the episode ceased.',
      from: 2026,
    },
    (row) => row.isBlank('DEC') && !row.isBlank('REASON_PLACE_CHANGE'),
  ),
  rowRule(
    'Episodes',
    {
      code: '526',
      fields: ['PLACE', 'PLACE_PROVIDER'],
      message: 'Child is missing a placement provider code for at least one episode.',
      whatToDo: 'Enter who provides the placement, PR0 to PR5.',
    },
    (row) => row.isBlank('PLACE_PROVIDER') && !row.isBlank('PLACE') && !withoutProvider.test(row.value('PLACE')),
  ),
];
