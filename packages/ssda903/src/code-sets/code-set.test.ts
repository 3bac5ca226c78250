import { describe, expect, test } from 'vitest';
import { tables } from '../tables/tables.ts';
import { codeSet, codeSetNames, isCodeOfAnotherYear, isValidCode, meaningOf } from './code-set.ts';

describe('code sets by collection year', () => {
  test.each([
    ['SEX', '1', 2024, 2025],
    ['SEX', '2', 2024, 2025],
    ['PLACE', 'H5', 2025, 2026],
    ['PLACE', 'P2', 2025, 2026],
    ['PLACE', 'Z1', 2025, 2026],
    ['REC', 'E43', 2018, 2019],
    ['REC', 'E44', 2018, 2019],
    ['ACTIV', 'F3', 2021, 2022],
    ['ACTIV', 'P3', 2021, 2022],
  ] as const)('%s %s is last valid in %i', (set, code, last, next) => {
    expect(isValidCode(set, code, last)).toBe(true);
    expect(isValidCode(set, code, next)).toBe(false);
    expect(isCodeOfAnotherYear(set, code, next)).toBe(true);
  });

  test.each([
    ['SEX', 'M', 2025],
    ['SEX', 'U', 2025],
    ['PLACE', 'K3', 2024],
    ['PLACE', 'Z14', 2026],
    ['REC', 'E48', 2019],
    ['REASON_PLACE_CHANGE', 'CUSTOD', 2019],
    ['ACTIV', 'F5', 2022],
  ] as const)('%s %s is first valid in %i', (set, code, first) => {
    expect(isValidCode(set, code, first - 1)).toBe(false);
    expect(isValidCode(set, code, first)).toBe(true);
  });

  test('a blank and an unknown code are never valid', () => {
    const lenient = codeSetNames().filter((set) => isValidCode(set, '', 2025) || isValidCode(set, 'NULL', 2025));
    expect(lenient).toEqual([]);
  });

  test('authorities of the previous permanence go by their number', () => {
    expect(isValidCode('LA_PERM', '330', 2025)).toBe(true);
    expect(isValidCode('LA_PERM', '33', 2025)).toBe(false);
  });

  test('no set names a code twice', () => {
    const repeating = codeSetNames().filter((set) => {
      const codes = codeSet(set).codes.map(({ code }) => code);
      return new Set(codes).size < codes.length;
    });
    expect(repeating).toEqual([]);
  });

  test('meanings are plain words, and a code nobody knows means itself', () => {
    expect(meaningOf('PLACE', 'U1')).toBe('Foster placement with relative or friend, long term');
    expect(meaningOf('ACCOM', 'B2')).toBe('With parents or relatives (unsuitable)');
    expect(meaningOf('PLACE', 'NULL')).toBe('NULL');
  });

  test('every column with codes names a set that exists', () => {
    const named = tables.flatMap((table) => table.columns.flatMap((one) => (one.kind === 'code' ? [one.codeSet] : [])));
    expect([...new Set(named)].toSorted()).toEqual(codeSetNames().toSorted());
  });
});
