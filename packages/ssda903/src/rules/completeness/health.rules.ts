import { ageOn } from '@mainstay/primitives';
import type { ReturnRow } from '../../checking/return-row.ts';
import { isContinuouslyLookedAfter } from '../care-status.ts';
import type { Finding, Rule } from '../rule.ts';
import { rowRule } from './pair-rule.ts';

const yesNoColumns = [
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const;

const alwaysAsked = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const;

const yesOrNo: Rule = {
  code: '181',
  group: 'completeness',
  tables: ['OC2'],
  fields: yesNoColumns,
  message: 'Data items relating to children looked after continuously for 12 months should be completed with a 0 or 1.',
  whatToDo: 'Enter 0 for no or 1 for yes, or leave the item blank where it does not apply.',
  *check(child): Generator<Finding> {
    for (const row of child.rows('OC2')) {
      const fields = yesNoColumns.filter((column) => !/^[01]?$/.test(row.value(column)));
      // Neither 0 nor 1 is an unknown code, and those keep a row out wherever they are found.
      if (fields.length > 0) yield { row, fields, keepsRowOut: true };
    }
  },
};

const leftBlank: Rule = {
  code: '191',
  group: 'completeness',
  tables: ['OC2', 'Episodes'],
  fields: [...alwaysAsked, 'CHILD'],
  message:
    'Child has been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been left blank.',
  whatToDo: "Complete the child's OC2 row, or add one.",
  *check(child, context): Generator<Finding> {
    if (!isContinuouslyLookedAfter(child, context)) return;
    const rows = child.rows('OC2');
    const last = child.episodes().at(-1);
    if (child.allRows('OC2').length === 0 && last) yield { row: last, fields: ['CHILD'] };
    for (const row of rows) {
      const fields = alwaysAsked.filter((column) => row.isBlank(column));
      if (fields.length > 0) yield { row, fields };
    }
  },
};

const age = (row: ReturnRow<'OC2'>, on: Parameters<typeof ageOn>[1]): number | null => {
  const born = row.date('DOB');
  return born === null ? null : ageOn(born, on);
};

/** The published rules on what the table of health and offending must hold. */
export const healthCompletenessRules: readonly Rule[] = [
  rowRule(
    'OC2',
    {
      code: '158',
      fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
      message:
        'If a child has been recorded as receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be left blank.',
      whatToDo: 'Leave INTERVENTION_OFFERED blank when INTERVENTION_RECEIVED is 1.',
    },
    (row) => row.value('INTERVENTION_RECEIVED') === '1' && !row.isBlank('INTERVENTION_OFFERED'),
  ),
  rowRule(
    'OC2',
    {
      code: '159',
      fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
      message:
        'If a child has been recorded as not receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be completed as well.',
      whatToDo: 'Enter 0 or 1 in INTERVENTION_OFFERED.',
    },
    (row) =>
      row.value('SUBSTANCE_MISUSE') === '1' &&
      row.value('INTERVENTION_RECEIVED') === '0' &&
      row.isBlank('INTERVENTION_OFFERED'),
  ),
  yesOrNo,
  rowRule(
    'OC2',
    {
      code: '182',
      fields: yesNoColumns,
      message:
        'Data entries on immunisations, teeth checks, health assessments and substance misuse problem identified should be completed or all OC2 fields should be left blank.',
      whatToDo: 'Complete these four items, or clear all items of the row.',
    },
    (row) => alwaysAsked.some((column) => row.isBlank(column)) && yesNoColumns.some((column) => !row.isBlank(column)),
  ),
  rowRule(
    'OC2',
    {
      code: '186',
      fields: ['SDQ_SCORE'],
      alsoNeeds: ['Episodes'],
      message:
        'Children aged 4 or over at the start of the year and children aged under 17 at the end of the year and who have been looked after for at least 12 months continuously should have a Strengths and Difficulties (SDQ) score completed.',
      whatToDo: 'Enter the score, or the reason there is none in SDQ_REASON.',
    },
    (row, child, context) =>
      row.isBlank('SDQ_SCORE') &&
      row.isBlank('SDQ_REASON') &&
      (age(row, context.start) ?? 0) >= 4 &&
      (age(row, context.end) ?? 17) < 17 &&
      isContinuouslyLookedAfter(child, context),
  ),
  leftBlank,
  rowRule(
    'OC2',
    {
      code: '192',
      fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
      message:
        'Child has been identified as having a substance misuse problem but the additional item on whether an intervention was received has been left blank.',
      whatToDo: 'Enter 0 or 1 in INTERVENTION_RECEIVED.',
    },
    (row) => row.value('SUBSTANCE_MISUSE') === '1' && row.isBlank('INTERVENTION_RECEIVED'),
  ),
  rowRule(
    'OC2',
    {
      code: '193',
      fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
      message:
        'Child not identified as having a substance misuse problem but at least one of the two additional items on whether an intervention were offered and received have been completed.',
      whatToDo: 'Leave both intervention items blank, or enter 1 in SUBSTANCE_MISUSE.',
    },
    (row) =>
      row.value('SUBSTANCE_MISUSE') !== '1' &&
      (!row.isBlank('INTERVENTION_RECEIVED') || !row.isBlank('INTERVENTION_OFFERED')),
  ),
  rowRule(
    'OC2',
    {
      code: '197a',
      fields: ['SDQ_SCORE', 'SDQ_REASON'],
      message:
        'Reason for no Strengths and Difficulties (SDQ) score is not required if Strengths and Difficulties Questionnaire score is filled in.',
      whatToDo: 'Take out SDQ_REASON, or the score if it is wrong.',
    },
    (row) => !row.isBlank('SDQ_SCORE') && !row.isBlank('SDQ_REASON'),
  ),
  rowRule(
    'OC2',
    {
      code: '543',
      fields: ['DOB', 'CONVICTED'],
      alsoNeeds: ['Episodes'],
      message:
        'Child is aged 10 or over at 31 March and has been looked after continuously for 12 months yet conviction information has not been completed.',
      whatToDo: 'Enter 0 or 1 in CONVICTED.',
    },
    (row, child, context) =>
      row.isBlank('CONVICTED') && (age(row, context.end) ?? 0) >= 10 && isContinuouslyLookedAfter(child, context),
  ),
  rowRule(
    'OC2',
    {
      code: '545',
      fields: ['DOB', 'HEALTH_CHECK'],
      alsoNeeds: ['Episodes'],
      message:
        'Child is aged under 5 at 31 March and has been looked after continuously for 12 months yet health promotion information has not been completed.',
      whatToDo: 'Enter 0 or 1 in HEALTH_CHECK.',
    },
    (row, child, context) =>
      row.isBlank('HEALTH_CHECK') && (age(row, context.end) ?? 5) < 5 && isContinuouslyLookedAfter(child, context),
  ),
];
