import { expect, test } from 'vitest';
import { censusWorkerOf } from '../fields/census-worker.ts';
import { aLeaver, anAgencyWorker, anAuthority, anEmployee } from '../testing/example-census.ts';
import { censusRates } from './census-rates.ts';
import { censusComponents } from './components.ts';

const year = 2025;
const starter = { RoleStartDate: '2024-10-01', FTE30: '0' };
const workers = [
  anEmployee(1, { Cases30: '20', WorkingDaysLost: '10' }),
  anEmployee(2, { FTE: '0.6', FTE30: '0.6', Cases30: '9', WorkingDaysLost: '0' }),
  anEmployee(3, { OrgRole: '3', Cases30: '0', WorkingDaysLost: '2.5' }),
  anEmployee(4, { ...starter, FTE: '0.8', Cases30: '11' }),
  anEmployee(5, { ...starter }),
  aLeaver(6, { FTE30: '0.5', WorkingDaysLost: '1' }),
  aLeaver(7, { FTE30: '0' }),
  aLeaver(8, { FTE30: '0' }),
  aLeaver(9, { ...starter }),
  anEmployee(10, { FTE: '0', Cases30: '3' }),
  anAgencyWorker(11, { FTE: '0.5', Cases30: '7' }),
  anAgencyWorker(12, { Cases30: '0' }),
].map(censusWorkerOf);
const previous = [anEmployee(5, { FTE: '1' }), anEmployee(7, { FTE: '0.7' }), anEmployee(13)].map(censusWorkerOf);

test('components and rates are those worked out by hand', () => {
  const components = censusComponents({ year, authority: anAuthority, workers, previous });
  expect(components).toEqual({
    year: 2025,
    inPost: { fte: 4.4, headcount: 5 }, // 1 + 0.6 + 1 + 0.8 + 1
    starters: { fte: 0.8, headcount: 1 }, // 4; 5 was in post a year before
    leavers: { fte: 1.2, headcount: 3 }, // 6: 0.5; 7: 0.7 of the census before; 8 as a head only
    agency: { fte: 1.5, headcount: 2 },
    vacancies: 2.5,
    agencyCover: 1,
    cases: 63, // 20 + 9 + 0 + 11 + 16 + 7 + 0
    caseHolders: 3.9, // 1 + 0.6 + 0.8 + 1 + 0.5
    daysLost: 40.5, // 10 + 0 + 2.5 + 4.5 + 4.5 in post, 1 + 4.5 + 4.5 of leavers, 4.5 + 4.5 of the others
    byRole: { 3: { fte: 1, headcount: 1 }, 5: { fte: 3.4, headcount: 4 } },
    leftOut: expect.arrayContaining([
      expect.objectContaining({ component: 'leavers', reason: expect.stringMatching(/head only/), count: 1 }),
      expect.objectContaining({ component: 'leavers', reason: expect.stringMatching(/within the year/), count: 1 }),
      expect.objectContaining({ component: 'leavers', reason: expect.stringMatching(/not in this one/), count: 1 }),
      expect.objectContaining({ component: 'starters', reason: expect.stringMatching(/moved/), count: 1 }),
      expect.objectContaining({ component: 'inPost', reason: expect.stringMatching(/is 0/), count: 1 }),
      expect.objectContaining({ component: 'cases', count: 1 }),
    ]),
  });
  const rates = censusRates(components);
  const percent = (rate: { value: number | null } | null) => ((rate?.value ?? -1) * 100).toFixed(2);
  expect({
    turnover: percent(rates.turnoverFte), // 1.2 ÷ 4.4
    heads: percent(rates.turnoverHeadcount), // 3 ÷ 5
    agency: percent(rates.agencyFte), // 1.5 ÷ 5.9
    cover: percent(rates.agencyCover), // 1 ÷ 1.5
    vacancy: percent(rates.vacancy), // 2.5 ÷ 6.9
    vacancyCover: percent(rates.vacancyAgencyCover), // 1 ÷ 2.5
    caseload: rates.caseload.value?.toFixed(2), // 63 ÷ 3.9
    absence: percent(rates.absence), // 40.5 ÷ (4.4 × 253)
    caseHolders: percent(rates.caseholderShareFte), // 3.4 ÷ 4.4
  }).toEqual({
    turnover: '27.27',
    heads: '60.00',
    agency: '25.42',
    cover: '66.67',
    vacancy: '36.23',
    vacancyCover: '40.00',
    caseload: '16.15',
    absence: '3.64',
    caseHolders: '77.27',
  });
});

test('what the census does not say is not known, and a rate of nobody is no figure', () => {
  const nothing = censusComponents({ year, authority: {}, workers: [], previous: null });
  expect([nothing.vacancies, nothing.agencyCover]).toEqual([null, null]);
  const { vacancy, turnoverFte } = censusRates(nothing);
  expect([vacancy, turnoverFte.value]).toEqual([null, null]);
});
