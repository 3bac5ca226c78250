import type { RuleExample, RuleExamples } from '../../testing/example-return.ts';

const details = [{ DATE_INT: '01/05/2023' }];
const adopted = { DECOM: '01/05/2022', REC: 'E12' };

/** Of the rule that AD1 agrees with the episodes: a passing and a failing day of adoption. */
function adoptedOn(passes: string, fails: string): RuleExample {
  return {
    passes: { Episodes: [{ ...adopted, DEC: passes }], AD1: details },
    fails: { Episodes: [{ ...adopted, DEC: fails }], AD1: details },
  };
}

/** Returns that pass and fail for each rule that adoption and permanence agree with the episodes. */
export const agreesWithEpisodesExamples: RuleExamples = {
  '602': [
    adoptedOn('01/04/2024', '31/03/2024'),
    adoptedOn('31/03/2025', '01/04/2025'),
    {
      passes: { Episodes: [{ ...adopted, DEC: '01/05/2024', REC: 'E8' }], AD1: [{}] },
      fails: { Episodes: [{ ...adopted, DEC: '01/05/2024', REC: 'E8' }], AD1: details },
    },
  ],
  '634': {
    passes: {
      Episodes: [{ DECOM: '01/05/2014' }, { DECOM: '01/04/2016' }],
      PrevPerm: [{ PREV_PERM: 'P1' }],
    },
    fails: {
      Episodes: [{ DECOM: '01/05/2014' }, { DECOM: '31/03/2016' }],
      PrevPerm: [{ PREV_PERM: 'P1' }],
    },
  },
  '1003': {
    passes: {
      Episodes: [{ DECOM: '01/05/2024', RNE: 'S' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }],
    },
    fails: {
      Episodes: [
        { DECOM: '01/05/2024', RNE: 'S' },
        { DECOM: '01/06/2024', RNE: 'L' },
      ],
      PlacedAdoption: [{ DATE_PLACED: '30/04/2024' }],
    },
  },
};
