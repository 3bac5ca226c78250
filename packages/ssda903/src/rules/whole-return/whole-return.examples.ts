import type { ExampleTables, RuleExamples } from '../../testing/example-return.ts';

const twoChildren = (one: string, other: string): ExampleTables => ({
  Header: [{ UPN: one }, { CHILD: 'B2', UPN: other }],
});

/** Returns that pass and fail for each rule that looks at the whole return. */
export const wholeReturnExamples: RuleExamples = {
  '444': [
    {
      year: 2026,
      passes: twoChildren('A123456789012', 'A123456789013'),
      fails: twoChildren('A123456789012', 'A123456789012'),
    },
    { year: 2026, passes: twoChildren('UN3', 'UN3'), fails: twoChildren('A123456789012', 'A123456789012') },
  ],
};
