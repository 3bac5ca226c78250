import type { ExampleRow, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const allYear = [{ DECOM: '01/04/2024', RNE: 'S', LS: 'C2' }];
const oneDayLess = [{ DECOM: '02/04/2024', RNE: 'S', LS: 'C2' }];
const allAnswers = { IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '0', SUBSTANCE_MISUSE: '0' };

type Row = ExampleRow<'OC2'>;

/** An example of a row that is right for a child born on one day and wrong for one born on another. */
function born(passes: string, fails: string, row: Row): RuleExample {
  return {
    passes: { Episodes: allYear, OC2: [{ ...row, DOB: passes }] },
    fails: { Episodes: allYear, OC2: [{ ...row, DOB: fails }] },
  };
}

/** An example of a row that is right for a child in care all year, and wrong for one in care a day less. */
function inCareAllYear(row: Row): RuleExample {
  return { passes: { Episodes: allYear, OC2: [row] }, fails: { Episodes: oneDayLess, OC2: [row] } };
}

/** Returns that pass and fail for each rule on health and offending, on both sides of the birthday. */
export const healthExamples: RuleExamples = {
  '157': [
    born('02/04/2020', '01/04/2020', { SDQ_REASON: 'SDQ1' }),
    born('31/03/2008', '01/04/2008', { SDQ_REASON: 'SDQ1' }),
  ],
  '185': inCareAllYear({ SDQ_SCORE: '12' }),
  '188': [
    born('31/03/2021', '01/04/2021', { SDQ_SCORE: '12' }),
    born('31/03/2021', '01/04/2021', { SDQ_REASON: 'SDQ1' }),
  ],
  '189': [
    born('02/04/2007', '01/04/2007', { SDQ_SCORE: '12' }),
    born('02/04/2007', '01/04/2007', { SDQ_REASON: 'SDQ2' }),
  ],
  '190': [inCareAllYear({ CONVICTED: '0' }), inCareAllYear(allAnswers)],
  '197B': [
    // Four when the year began is for another rule; four on the last day of the year is for this one.
    born('01/04/2020', '02/04/2020', {}),
    born('01/04/2021', '31/03/2021', {}),
    born('01/04/2007', '02/04/2007', {}),
    born('01/04/2008', '31/03/2008', {}),
  ],
  '198': inCareAllYear({ SDQ_REASON: 'SDQ2' }),
  '215': {
    passes: { OC3: [{ IN_TOUCH: 'YES' }], OC2: [{ SDQ_SCORE: '12' }] },
    fails: { OC3: [{ IN_TOUCH: 'YES' }], OC2: [{ TEETH_CHECK: '0' }] },
  },
  '542': born('31/03/2015', '01/04/2015', { CONVICTED: '0' }),
  '544': {
    passes: { OC2: [{ ...allAnswers, CONVICTED: '0' }] },
    fails: { OC2: [{ ...allAnswers, CONVICTED: '0', SUBSTANCE_MISUSE: '' }] },
  },
  '546': born('01/04/2020', '31/03/2020', { HEALTH_CHECK: '1' }),
  '547': {
    passes: { OC2: [{ ...allAnswers, HEALTH_CHECK: '1' }] },
    fails: { OC2: [{ ...allAnswers, HEALTH_CHECK: '1', TEETH_CHECK: '' }] },
  },
};
