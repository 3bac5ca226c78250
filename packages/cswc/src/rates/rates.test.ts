import { describe, expect, test } from 'vitest';
import {
  absenceRate,
  agencyCoverRate,
  agencyRate,
  averageCaseload,
  caseholderShare,
  turnoverRate,
  vacancyAgencyCoverRate,
  vacancyRate,
  workingDaysOf,
  type Rate,
} from './rates.ts';

const percent = ({ value }: Rate) => (value === null ? null : Math.round(value * 1000) / 10);

/** England on 30 September 2025, Department for Education, Open Government Licence v3.0. */
const england = {
  inPost: 36_186.3,
  leavers: 4276.3,
  agency: 5415.9,
  agencyCover: 4390.8,
  vacancies: 5965.4,
  caseHolders: 21_105.4,
  cases: 321_661,
  daysLost: 322_786.3,
  year: 2025,
};

describe('the rates of the workforce census', () => {
  test('are the published ones of England, of its published components', () => {
    expect(percent(turnoverRate(england))).toBe(11.8);
    expect(percent(turnoverRate({ leavers: 4611, inPost: 38_292 }))).toBe(12);
    expect(percent(agencyRate(england))).toBe(13);
    expect(percent(agencyRate({ agency: 5566, inPost: 38_292 }))).toBe(12.7);
    expect(percent(agencyCoverRate(england))).toBe(81.1);
    expect(percent(vacancyRate(england))).toBe(14.2);
    expect(percent(vacancyAgencyCoverRate(england))).toBe(73.6);
    expect(percent(absenceRate(england))).toBe(3.5);
    expect(averageCaseload(england).value?.toFixed(1)).toBe('15.2');
  });

  test('say what they are made of', () => {
    expect(agencyRate({ agency: 1, inPost: 3 })).toEqual({ numerator: 1, denominator: 4, value: 0.25 });
    expect(vacancyRate({ vacancies: 1, inPost: 4 })).toEqual({ numerator: 1, denominator: 5, value: 0.2 });
    expect(caseholderShare({ inRole: 5, inPost: 8 })).toEqual({ numerator: 5, denominator: 8, value: 0.625 });
  });

  test('are no figure where there is nobody', () => {
    expect(turnoverRate({ leavers: 2, inPost: 0 })).toEqual({ numerator: 2, denominator: 0, value: null });
    expect(agencyRate({ agency: 0, inPost: 0 }).value).toBeNull();
    expect(absenceRate({ daysLost: 3, inPost: 0, year: 2025 }).value).toBeNull();
  });

  test('count a day more where 29 February lies between 1 October and 30 September', () => {
    expect([2019, 2020, 2023, 2024, 2025, 2100].map(workingDaysOf)).toEqual([253, 254, 253, 254, 253, 253]);
    expect(absenceRate({ daysLost: 254, inPost: 10, year: 2024 }).value).toBe(0.1);
  });
});
