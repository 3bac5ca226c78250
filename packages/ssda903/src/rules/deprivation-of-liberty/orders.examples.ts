import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';

const order = { DOLO_START: '01/06/2026', DOLO_END: '01/09/2026' };
const open = { DOLO_START: '01/06/2026' };
const episode = { DECOM: '01/05/2026', RNE: 'S', LS: 'C2', PLACE: 'K2' };
const left = { ...episode, DEC: '01/10/2026', REC: 'E4A' };

const orders = (...rows: ExampleRow<'DoLo'>[]): ExampleTables => ({ DoLo: rows });
const placed = (row: ExampleRow<'Episodes'>, ...rows: ExampleRow<'DoLo'>[]): ExampleTables => ({
  Episodes: [{ ...episode, ...row }],
  DoLo: rows,
});

const pair = (passes: ExampleTables, fails: ExampleTables): RuleExample => ({ year: 2027, passes, fails });

/** Returns that pass and fail for each rule on deprivation of liberty orders. */
export const orderExamples: RuleExamples = {
  '702': pair(orders({ ...order, DOLO_END: '01/06/2026' }), orders({ ...order, DOLO_END: '31/05/2026' })),
  '703': pair(orders({ DOLO_START: '31/03/2027' }), orders({ DOLO_START: '01/04/2027' })),
  '704': [
    pair(orders({ ...order, DOLO_END: '31/03/2027' }), orders({ ...order, DOLO_END: '01/04/2027' })),
    pair(orders({ DOLO_END: '01/04/2026' }), orders({ DOLO_END: '31/03/2026' })),
  ],
  '705': [
    pair(orders(order, { DOLO_START: '01/09/2026' }), orders(open, { DOLO_START: '01/09/2026' })),
    pair(orders({ DOLO_START: '01/08/2026' }, order), orders({ DOLO_START: '01/09/2026' }, open)),
  ],
  '707': [
    pair({ Episodes: [left], ...orders(order) }, { Episodes: [left], ...orders(open) }),
    pair(
      {
        Episodes: [left, { ...episode, DECOM: '01/11/2026' }],
        ...orders({ DOLO_START: '02/11/2026' }),
      },
      { Episodes: [left, { ...episode, DECOM: '01/11/2026' }], ...orders(open) },
    ),
  ],
  '708': pair(orders({ ...order, DOB: '31/05/2026' }), orders({ ...order, DOB: '01/06/2026' })),
  '709': [
    pair(placed({ PLACE: 'Z12' }, order), placed({ PLACE: 'U4' }, order)),
    pair(placed({ PLACE: 'U4', DECOM: '01/09/2026' }, order), placed({ PLACE: 'U4', DECOM: '31/08/2026' }, order)),
    pair(placed({ PLACE: 'U4', DEC: '01/06/2026' }, order), placed({ PLACE: 'U4', DEC: '02/06/2026' }, order)),
    pair(placed({ PLACE: 'U4' }, open), placed({ PLACE: 'Z11' }, order)),
  ],
  '710': [
    pair(placed({ PLACE: 'U4' }, order), placed({ PLACE: 'K1' }, order)),
    pair(placed({ PLACE: 'P1' }, open), placed({ PLACE: 'P1' }, order)),
    pair(placed({ PLACE: 'Z12' }, order), placed({ PLACE: 'R5' }, order)),
    pair(placed({ PLACE: 'K2' }, order), placed({ PLACE: 'K3' }, order)),
  ],
};
