import type { ReturnRow } from '../../checking/return-row.ts';
import { bornOf, isAtLeast, isUnder } from '../birthday.ts';
import { isContinuouslyLookedAfter } from '../care-status.ts';
import type { Rule } from '../rule.ts';
import { eachRow } from '../row-rule.ts';
import { filled, healthItems } from './health-items.ts';

const scoreOrReason = ['SDQ_SCORE', 'SDQ_REASON'] as const;
const withDates = ['OC2', 'Episodes'] as const;

const hasScoreOrReason = (row: ReturnRow<'OC2'>) => !row.isBlank('SDQ_SCORE') || !row.isBlank('SDQ_REASON');

/** The published rules on the strengths and difficulties score: at what age it is asked for. */
export const strengthsRules: readonly Rule[] = [
  eachRow(
    'OC2',
    {
      code: '157',
      group: 'health',
      tables: withDates,
      fields: ['SDQ_REASON', 'DOB'],
      message:
        'Child is aged 4 years or over at the beginning of the year or 16 years or under at the end of the year and Strengths and Difficulties Questionnaire (SDQ) 1 has been recorded as the reason for no Strengths and Difficulties Questionnaire (SDQ) score.',
      whatToDo: 'Enter the score, or another reason than SDQ1: the child is of the age at which a score is asked for.',
    },
    (row, child, context) => {
      if (row.value('SDQ_REASON') !== 'SDQ1') return false;
      const born = bornOf(row, child);
      const isOfAge = isAtLeast(4, born, context.start) && isUnder(17, born, context.end);
      return isOfAge && isContinuouslyLookedAfter(child, context);
    },
  ),
  eachRow(
    'OC2',
    {
      code: '188',
      group: 'health',
      fields: scoreOrReason,
      message:
        'Child is aged under 4 years at the end of the year, but a Strengths and Difficulties (SDQ) score or a reason for no SDQ score has been completed.',
      whatToDo: 'Clear SDQ_SCORE and SDQ_REASON, or correct DOB.',
    },
    (row, child, { end }) => hasScoreOrReason(row) && isUnder(4, bornOf(row, child), end),
  ),
  eachRow(
    'OC2',
    {
      code: '189',
      group: 'health',
      fields: ['DOB', ...scoreOrReason],
      message:
        'Child is aged 17 years or over at the beginning of the year, but an Strengths and Difficulties (SDQ) score or a reason for no Strengths and Difficulties (SDQ) score has been completed.',
      whatToDo: 'Clear SDQ_SCORE and SDQ_REASON, or correct DOB.',
    },
    (row, child, { start }) => hasScoreOrReason(row) && isAtLeast(17, bornOf(row, child), start),
  ),
  eachRow(
    'OC2',
    {
      code: '197B',
      group: 'health',
      tables: withDates,
      fields: ['SDQ_REASON', 'DOB'],
      message: 'SDQ score or reason for no SDQ should be reported for 4- or 17-year-olds.',
      whatToDo: 'Enter the score, or the reason there is none: the child turned 4 or 17 within the year.',
    },
    (row, child, context) => {
      if (hasScoreOrReason(row)) return false;
      const born = bornOf(row, child);
      const turned = (age: number) => isUnder(age, born, context.start) && isAtLeast(age, born, context.end);
      return (turned(4) || turned(17)) && isContinuouslyLookedAfter(child, context);
    },
  ),
];

/** The published rules on health and offending items of children they are not asked of. */
export const healthRules: readonly Rule[] = [
  eachRow(
    'OC2',
    {
      code: '185',
      group: 'health',
      tables: withDates,
      fields: ['SDQ_SCORE'],
      message:
        'Child has not been looked after continuously for at least 12 months at 31 March but a Strengths and Difficulties (SDQ) score has been completed.',
      whatToDo: "Clear SDQ_SCORE, or correct the child's episodes.",
    },
    (row, child, context) => !row.isBlank('SDQ_SCORE') && !isContinuouslyLookedAfter(child, context),
  ),
  eachRow(
    'OC2',
    {
      code: '190',
      group: 'health',
      tables: withDates,
      fields: healthItems,
      message:
        'Child has not been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been completed.',
      whatToDo: "Take the child's row out of OC2, or correct the child's episodes.",
    },
    (row, child, context) => filled(row).length > 0 && !isContinuouslyLookedAfter(child, context),
  ),
  eachRow(
    'OC2',
    {
      code: '198',
      group: 'health',
      tables: withDates,
      fields: ['SDQ_REASON'],
      message:
        'Child has not been looked after continuously for at least 12 months at 31 March but a reason for no Strengths and Difficulties (SDQ) score has been completed.',
      whatToDo: "Clear SDQ_REASON, or correct the child's episodes.",
    },
    (row, child, context) => !row.isBlank('SDQ_REASON') && !isContinuouslyLookedAfter(child, context),
  ),
  eachRow(
    'OC2',
    {
      code: '542',
      group: 'health',
      fields: ['CONVICTED'],
      message: 'A child aged under 10 at 31 March should not have conviction information completed.',
      whatToDo: 'Clear CONVICTED, or correct DOB.',
    },
    (row, child, { end }) => !row.isBlank('CONVICTED') && isUnder(10, bornOf(row, child), end),
  ),
  eachRow(
    'OC2',
    {
      code: '546',
      group: 'health',
      tables: ['Episodes', 'OC2'],
      fields: ['DOB', 'HEALTH_CHECK'],
      message: 'Children aged 5 or over at 31 March should not have health promotion information completed.',
      whatToDo: 'Clear HEALTH_CHECK, or correct DOB.',
    },
    (row, child, context) =>
      !row.isBlank('HEALTH_CHECK') &&
      isAtLeast(5, bornOf(row, child), context.end) &&
      isContinuouslyLookedAfter(child, context),
  ),
];
