import type { ExampleRow, ExampleTables, RuleExample, RuleExamples } from '../../testing/example-return.ts';
import { episodes, open } from './open-episode.examples.ts';

const header = (row: ExampleRow<'Header'>): ExampleTables => ({ Header: [row] });
const unaccompanied = (...rows: ExampleRow<'UASC'>[]): ExampleTables => ({ Header: [{ SEX: 'M' }], UASC: rows });

const bothHeaders = (before: ExampleRow<'Header'>, now: ExampleRow<'Header'>): RuleExample => ({
  previous: header(before),
  passes: header(before),
  fails: header(now),
});

const headerExamples: RuleExamples = {
  '202': [
    bothHeaders({ SEX: 'M' }, { SEX: 'F' }),
    bothHeaders({ SEX: 'F' }, { SEX: 'U' }),
    { previous: header({ SEX: '1' }), passes: header({ SEX: 'M' }), fails: header({ SEX: 'F' }) },
    { year: 2024, previous: header({ SEX: '2' }), passes: header({ SEX: '2' }), fails: header({ SEX: '1' }) },
  ],
  '203': bothHeaders({ DOB: '01/02/2010' }, { DOB: '02/02/2010' }),
  '204': bothHeaders({ ETHNIC: 'WBRI' }, { ETHNIC: 'WIRI' }),
  '207': [
    bothHeaders({ MOTHER: '1' }, { MOTHER: '0' }),
    // Nothing is asked of a care leaver; of a child with episodes it is.
    {
      previous: header({ MOTHER: '1' }),
      passes: header({ MOTHER: '' }),
      fails: { ...header({ MOTHER: '' }), ...episodes(open) },
    },
    {
      previous: header({ MOTHER: '0' }),
      failsPrevious: header({ MOTHER: '1' }),
      passes: header({ MOTHER: '1' }),
      fails: header({ MOTHER: '0' }),
    },
  ],
  '208': [
    bothHeaders({ UPN: 'A123456789012' }, { UPN: 'A123456789013' }),
    {
      previous: header({ UPN: 'UN3' }),
      failsPrevious: header({ UPN: 'A123456789012' }),
      passes: header({ UPN: 'A123456789012' }),
      fails: header({ UPN: 'UN3' }),
    },
  ],
  '624': bothHeaders({ MC_DOB: '01/02/2023' }, { MC_DOB: '01/02/2022' }),
  '625': [
    { passes: header({ MC_DOB: '31/03/2025' }), fails: header({ MC_DOB: '01/04/2025' }) },
    {
      passes: { ...header({ MC_DOB: '01/02/2025' }), ...episodes({ ...open, DEC: '01/02/2025', REC: 'E4A' }) },
      fails: { ...header({ MC_DOB: '02/02/2025' }), ...episodes({ ...open, DEC: '01/02/2025', REC: 'E4A' }) },
    },
  ],
  '626': {
    previous: header({ MOTHER: '0' }),
    passes: header({ MOTHER: '1', MC_DOB: '01/04/2024' }),
    fails: header({ MOTHER: '1', MC_DOB: '31/03/2024' }),
  },
};

const unaccompaniedExamples: RuleExamples = {
  '205A': [
    { previous: unaccompanied({}), passes: unaccompanied({}), fails: unaccompanied() },
    {
      previous: unaccompanied({ DUC: '31/03/2024' }),
      failsPrevious: unaccompanied({ DUC: '01/04/2024' }),
      passes: unaccompanied(),
      fails: unaccompanied(),
    },
  ],
  '205B': [
    {
      previous: unaccompanied({}),
      failsPrevious: unaccompanied({ DUC: '31/03/2024' }),
      passes: unaccompanied({}),
      fails: unaccompanied({}),
    },
    {
      previous: unaccompanied({}),
      passes: unaccompanied({ DUC: '01/04/2024' }),
      fails: unaccompanied({ DUC: '31/03/2024' }),
    },
  ],
  '205C': [
    {
      passes: { Header: [{ uasc: '1' }], UASC: [{ DUC: '01/05/2024' }] },
      fails: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
    },
    {
      previous: unaccompanied({}),
      failsPrevious: unaccompanied(),
      passes: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
      fails: { Header: [{ uasc: '0' }], UASC: [{ DUC: '01/05/2024' }] },
    },
  ],
  '205D': {
    previous: unaccompanied({}),
    failsPrevious: unaccompanied(),
    passes: unaccompanied({}),
    fails: unaccompanied({}),
  },
};

/** Returns that pass and fail for the rules on headers and unaccompanied children in both years. */
export const headerComparingExamples: RuleExamples = { ...headerExamples, ...unaccompaniedExamples };
