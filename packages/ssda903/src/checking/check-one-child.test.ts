import { describe, expect, test } from 'vitest';
import { exampleReturn, faultsOf, type ExampleTables } from '../testing/example-return.ts';
import { randomReturn } from '../testing/random-return.ts';
import { checkOneChild } from './check-one-child.ts';
import { checkReturn, checkReturnInSteps } from './check-return.ts';
import { returnFacts } from './return-facts.ts';
import type { ReturnTables } from './return-to-check.ts';

const codes = (faults: readonly { ruleCode: string }[]) => faults.map(({ ruleCode }) => ruleCode);

describe('checking one child again', () => {
  const year = 2027;
  const input = { year, tables: randomReturn(year, 5), previous: randomReturn(year - 1, 6) };
  const all = checkReturn(input).faults;
  const children = [...new Set(all.map(({ childLocalId }) => childLocalId))].filter((localId) => localId !== '');

  test('finds what checking the whole return finds about that child', () => {
    expect(children.length).toBeGreaterThan(10);
    for (const localId of children.filter((one) => one.length < 20)) {
      expect(checkOneChild(input, localId)).toEqual(all.filter(({ childLocalId }) => childLocalId === localId));
    }
  });
});

describe('what lies between children', () => {
  const pupil = (CHILD: string, UPN: string): ExampleTables => ({ Header: [{ CHILD, UPN }] });
  const whole: ReturnTables = exampleReturn({ Header: [{ UPN: 'A123456789012' }, { CHILD: 'B2', UPN: 'UN1' }] });
  const facts = returnFacts(whole);
  const again = (upn: string) =>
    codes(checkOneChild({ year: 2026, tables: exampleReturn(pupil('B2', upn)), facts }, 'B2'));

  test('comes from the whole return, and is judged by what the child’s rows say now', () => {
    expect(again('A123456789012')).toContain('444');
    expect(again('A123456789013')).not.toContain('444');
  });

  test('is seen in both children by a check of the whole', () => {
    const twice: ExampleTables = { Header: [{ UPN: 'A123456789012' }, { CHILD: 'B2', UPN: 'A123456789012' }] };
    expect(faultsOf(twice, { year: 2026, code: '444' }).map(({ childLocalId }) => childLocalId)).toEqual(['A1', 'B2']);
  });
});

describe('a child who is only in last year’s return', () => {
  const away = { MISSING: 'M', MIS_START: '30/03/2024' };
  const previous: ExampleTables = {
    Header: [{ CHILD: 'B2' }],
    Episodes: [{ CHILD: 'B2', DECOM: '01/05/2023', LS: 'C2' }],
    Missing: [{ CHILD: 'B2', ...away }],
  };

  test('is judged, and the fault points at last year’s row, which is never kept out', () => {
    const faults = faultsOf({ Header: [{}] }, { previous }).filter(({ childLocalId }) => childLocalId === 'B2');
    expect(faults).toMatchObject([
      {
        ruleCode: '576',
        table: 'Missing',
        file: 'missing.csv',
        line: 2,
        isPreviousYear: true,
        isContext: true,
        keepsRowOut: false,
      },
    ]);
  });

  test('is judged by nothing but what compares the two years', () => {
    const odd: ExampleTables = { Header: [{ CHILD: 'B2', SEX: '9', DOB: '31/02/2010' }] };
    expect(faultsOf({}, { previous: odd })).toEqual([]);
  });

  test('counts among the children checked', () => {
    const steps = [...checkReturnInSteps({ year: 2025, tables: exampleReturn({}), previous: exampleReturn(previous) })];
    expect(steps).toMatchObject([{ childrenChecked: 1, childrenTotal: 1, faults: [{ ruleCode: '576' }] }]);
  });
});
