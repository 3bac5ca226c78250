import { describe, expect, test } from 'vitest';
import { checkReturn } from '../../checking/check-return.ts';
import { exampleReturn } from '../../testing/example-return.ts';

/** Faults of rule 303 in a child whose status ceased on a day, with the flag of the XML form. */
function faults(flag: string, DUC: string) {
  const loaded = exampleReturn({ Header: [{}], Episodes: [{ DECOM: '01/05/2024' }], UASC: [{ DUC }] });
  const [header] = loaded.get('Header') ?? [];
  if (!header) throw new Error('The example has no header.');
  const tables = new Map([...loaded, ['Header', [{ ...header, uasc: flag }]] as const]);
  return checkReturn({ year: 2025, tables }).faults.filter(({ ruleCode }) => ruleCode === '303');
}

describe('rule 303, where the XML form gives the status', () => {
  test('lets a date stand with status 1, and no date with status 0', () => {
    expect(faults('1', '01/06/2024')).toEqual([]);
    expect(faults('0', '')).toEqual([]);
  });

  test('objects to a date without the status', () => {
    expect(faults('0', '01/06/2024')).toEqual([expect.objectContaining({ table: 'UASC', keepsRowOut: false })]);
  });
});
