import { describe, expect, test } from 'vitest';
import { exampleReturn, faultsOf, type ExampleTables } from '../testing/example-return.ts';
import { checkReturn, checkReturnInSteps } from './check-return.ts';

const header = { SEX: 'M', DOB: '01/02/2010', ETHNIC: 'WBRI', UPN: 'UN2' };
const placement = { PLACE: 'U1', PLACE_PROVIDER: 'PR1', URN: 'SC900003', HOME_POST: 'XA1 1AA', PL_POST: 'XA1 1AB' };
const episode = { DECOM: '01/05/2023', RNE: 'S', LS: 'C2', CIN: 'N1', ...placement };
const worker = { DOB: '01/02/2010', SW_ID: 'SW123456', SW_DECOM: '01/05/2023', SW_REASON: 'FCONTA' };
const answers = { CONVICTED: '0', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' };
const soundReturn: ExampleTables = {
  Header: [header],
  Episodes: [episode],
  OC2: [{ DOB: '01/02/2010', SDQ_SCORE: '9', ...answers }],
  Reviews: [{ DOB: '01/02/2010', REVIEW: '05/05/2024', REVIEW_CODE: 'PN1' }],
  SWEpisodes: [worker],
};

const codes = (example: ExampleTables, year = 2025) => faultsOf(example, { year }).map((fault) => fault.ruleCode);

describe('checking a return', () => {
  test('finds nothing in a sound one', () => {
    expect(codes(soundReturn)).toEqual([]);
  });

  test('tells the row, the columns and the child, but no value', () => {
    const [fault] = faultsOf({ ...soundReturn, Episodes: [{ ...episode, PLACE: 'H9' }] });
    expect(fault).toMatchObject({
      table: 'Episodes',
      rowRef: 'Episodes:0',
      file: 'episodes.csv',
      line: 2,
      fields: ['PLACE'],
      ruleCode: '146',
      childLocalId: 'A1',
      keepsRowOut: true,
      isContext: false,
    });
    expect(`${fault?.message} ${fault?.whatToDo}`).not.toContain('H9');
  });

  test('says so when a code belongs to another year', () => {
    const [fault] = faultsOf({ ...soundReturn, Header: [{ ...header, SEX: '1' }] });
    expect(fault?.whatToDo).toBe('That code belongs to returns of other years. Use one of 2025: M, F, U.');
  });

  test('keeps out everything about a child whose header row is kept out', () => {
    const faults = faultsOf({ ...soundReturn, Header: [{ ...header, DOB: '31/02/2018' }] });
    expect(faults.filter((fault) => fault.keepsRowOut).map((fault) => [fault.table, fault.ruleCode])).toEqual([
      ['Header', '102'],
      ['Episodes', 'MS08'],
      ['Reviews', 'MS08'],
      ['OC2', 'MS08'],
      ['SWEpisodes', 'MS08'],
    ]);
  });

  test('does not say that a child is missing from Header when the header row was kept out', () => {
    expect(codes({ ...soundReturn, Header: [{ ...header, problem: 'too-few-cells' }] })).not.toContain('INT03');
  });

  test('does not let the row of one child touch another', () => {
    const faults = faultsOf({ ...soundReturn, Header: [header, { ...header, CHILD: 'B2' }] });
    expect(faults.map((fault) => [fault.childLocalId, fault.ruleCode])).toEqual([['B2', 'EPI']]);
  });
});

describe('a child who is there more than once', () => {
  test('keeps the first of equal rows', () => {
    const faults = faultsOf({ ...soundReturn, Header: [header, header] });
    expect(faults.map((fault) => [fault.rowRef, fault.ruleCode])).toEqual([['Header:1', 'INT32']]);
  });

  test('keeps none of differing rows, nor what hangs on them', () => {
    const faults = faultsOf({ ...soundReturn, Header: [header, { ...header, ETHNIC: 'WIRI' }] });
    expect(faults.filter((fault) => fault.ruleCode === 'INT32')).toHaveLength(2);
    expect(faults.filter((fault) => fault.ruleCode === 'MS08')).toHaveLength(4);
  });

  test('does not count a repeated episode as an overlap', () => {
    expect(codes({ ...soundReturn, Episodes: [episode, episode] })).toEqual(['MS07']);
  });
});

describe('rows that are loaded already', () => {
  const asContext = (example: ExampleTables) =>
    new Map(
      [...exampleReturn(example)].map(([table, rows]) => [
        table,
        table === 'Header' ? rows : rows.map((row) => ({ ...row, isContext: true })),
      ]),
    );

  test('let other rows be judged', () => {
    expect(checkReturn({ year: 2025, tables: asContext(soundReturn) }).faults).toEqual([]);
  });

  test('are never kept out, though their faults are told', () => {
    const { faults } = checkReturn({
      year: 2025,
      tables: asContext({ ...soundReturn, Header: [{ ...header, CHILD: 'B2' }] }),
    });
    const onContext = faults.filter((fault) => fault.isContext);
    expect(onContext.map((fault) => fault.ruleCode)).toContain('INT03');
    expect(onContext.some((fault) => fault.keepsRowOut)).toBe(false);
  });
});

describe('checking in steps', () => {
  test('finds what checking at once finds, and tells how far it has come', () => {
    const Header = Array.from({ length: 1200 }, (_, index) => ({ ...header, CHILD: `C${index}` }));
    const tables = exampleReturn({ Header });
    const steps = [...checkReturnInSteps({ year: 2025, tables })];
    expect(steps.map((step) => step.childrenChecked)).toEqual([500, 1000, 1200]);
    expect(steps.every((step) => step.childrenTotal === 1200)).toBe(true);
    expect(steps.flatMap((step) => step.faults)).toEqual(checkReturn({ year: 2025, tables }).faults);
  });
});

describe('rows that could harm whoever stores them', () => {
  test('are kept out, and their faults name no endless identifier', () => {
    const faults = faultsOf({ ...soundReturn, Header: [{ ...header, CHILD: 'A'.repeat(5000) }] }, { code: 'MS13' });
    expect(faults).toMatchObject([{ keepsRowOut: true, childLocalId: 'A'.repeat(20) }]);
  });

  test('are judged in good time when all of them are about one child', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...episode,
      URN: String(index),
      DEC: '01/06/2024',
      REC: 'X1',
    }));
    expect(faultsOf({ ...soundReturn, Episodes: many }, { code: '388' })).toHaveLength(20_000);
  });
});

describe('last year’s return', () => {
  test('tells of a child who should have been in it', () => {
    const found = (previous: ExampleTables) => faultsOf(soundReturn, { code: 'NoE', previous });
    expect(found({ Episodes: [episode] })).toEqual([]);
    expect(found({ Episodes: [{ ...episode, CHILD: 'B2' }] })).toMatchObject([{ keepsRowOut: false }]);
  });
});
