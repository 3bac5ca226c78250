import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CensusCells } from '../fields/census-field.ts';
import type { WorkerTag } from '../fields/worker-fields.ts';
import { censusRules } from '../rules/rules.ts';
import { aLeaver, anAgencyWorker, anAuthority, anEmployee, censusOf, censusXml } from '../testing/example-census.ts';
import { checkCensus } from './check-census.ts';

type Cells = CensusCells<WorkerTag>;
const clean = [anEmployee(1), aLeaver(2), anAgencyWorker(3)];

/** A worker without some elements. */
function without(cells: Cells, ...tags: WorkerTag[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([tag]) => !tags.includes(tag as WorkerTag)));
}

const broken = (xml: string) =>
  checkCensus(censusOf(xml)).faults.map(({ rule, worker }) => `${rule} ${worker ?? 'file'}`);

describe('a census without a fault', () => {
  test('of 2025 has none', () => {
    const { faults, loadable } = checkCensus(censusOf(censusXml(clean)));
    expect(faults).toEqual([]);
    expect(loadable.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('of 2022 has none in the form of 2022, and its elements are faults in 2025', () => {
    const old = { GenderCurrent: '2', QualInst: 'A university', CFKSSstatus: '2' };
    const parts = { ...old, RoleStartDate: '2019-09-02' };
    const workers = [
      without(anEmployee(1, parts), 'Sex', 'BaseSalary'),
      without(aLeaver(2, { ...parts, RoleEndDate: '2022-03-31' }), 'Sex', 'BaseSalary'),
      anAgencyWorker(3),
    ];
    const { RecruitmentBonus: _new, CostSWE: _newer, ...authority } = anAuthority;
    expect(broken(censusXml(workers, { year: 2022, authority }))).toEqual([]);
    const now = checkCensus(censusOf(censusXml(workers, { authority }).replaceAll('LALevel>', 'LALevelVacancies>')));
    const told = now.faults.filter(({ worker }) => worker === null || worker === 1);
    expect(told.map(({ rule, fields }) => [rule, ...fields])).toEqual([
      ['CW004', 'LALevelVacancies'],
      ['CW108', 'GenderCurrent'],
      ['CW108', 'QualInst'],
      ['CW108', 'CFKSSstatus'],
      ['CW201', 'Sex', 'BaseSalary'],
    ]);
    expect(told[1]?.message).toBe('GenderCurrent has not been in the census since 2024. Use Sex instead.');
    expect(now.loadable.length).toBe(3);
  });
});

describe('a worker with a fault', () => {
  const out = true;
  test.each<[rule: string, Cells, isOut?: boolean]>([
    ['CW101', without(anEmployee(9), 'SWENo'), out],
    ['CW102', anEmployee(9, { SWENo: 'SW12345' }), out],
    ['CW103', without(anAgencyWorker(9), 'AgencyWorker'), out],
    ['CW104', without(anEmployee(9), 'FTE'), out],
    ['CW105', anEmployee(9, { FTE: '1.2' }), out],
    ['CW105', anEmployee(9, { FTE: '-0.5' }), out],
    ['CW105', anEmployee(9, { FTE: 'full' }), out],
    ['CW105', anEmployee(9, { FTE30: '1.0000001' }), out],
    ['CW105', anEmployee(9, { Cases30: '3.5' }), out],
    ['CW105', anEmployee(9, { RoleStartDate: '2019-02-30' }), out],
    ['CW105', anEmployee(9, { RoleStartDate: '02/09/2019' }), out],
    ['CW105', anEmployee(9, { AgencyWorker: 'Y' }), out],
    ['CW106', anEmployee(9, { Ethnicity: 'ZZZZ' })],
    ['CW106', anEmployee(9, { OrgRole: '7' })],
    ['CW106', anEmployee(9, { PersonBirthDate: '1985-13-01' })],
    ['CW106', anAgencyWorker(9, { ContractWeeks: '501' })],
    ['CW108', anEmployee(9, { GenderCurrent: '1' })],
    ['CW201', without(anEmployee(9), 'Ethnicity', 'OrgRole')],
    ['CW201', without(anAgencyWorker(9), 'Cases30')],
    ['CW201', without(aLeaver(9), 'FTE')],
    ['CW202', without(aLeaver(9), 'LeaverDestination')],
    ['CW202', without(aLeaver(9), 'ReasonLeave', 'RoleEndDate')],
    ['CW203', anAgencyWorker(9, { ReasonLeave: '1' })],
    ['CW204', anAgencyWorker(9, { WorkingDaysLost: '2', OrgRole: '5' })],
    ['CW205', anEmployee(9, { ContractWeeks: '26' })],
    ['CW301', aLeaver(9, { FTE: '0.8' })],
    ['CW302', aLeaver(9, { Cases30: '0' })],
    ['CW303', anEmployee(9, { FTE: '0', Cases30: '0' })],
    ['CW304', aLeaver(9, { RoleEndDate: '2024-09-30' })],
    ['CW305', anEmployee(9, { RoleStartDate: '2025-10-01', FTE30: '0' })],
    ['CW308', anEmployee(9, { PersonBirthDate: '2025-10-01', RoleStartDate: '2025-10-02', FTE30: '0' })],
    ['CW309', anEmployee(9, { PersonBirthDate: '1990-01-02', RoleStartDate: '1990-01-01' })],
    ['CW310', anEmployee(9, { PersonBirthDate: '2008-01-01', RoleStartDate: '2025-09-01', FTE30: '0' })],
    ['CW310', anEmployee(9, { PersonBirthDate: '1930-01-01' })],
    ['CW311', anEmployee(9, { PersonBirthDate: '2002-09-03', RoleStartDate: '2019-09-02' })],
    ['CW307', aLeaver(9, { RoleStartDate: '2024-11-01', FTE30: '0' })],
    ['CW312', anEmployee(9, { RoleStartDate: '2024-10-01', FTE30: '1' })],
    ['CW313', aLeaver(9, { FTE30: '0' })],
    ['CW314', anEmployee(9, { ReasonAbsence: 'SIC' })],
    ['CW315', anEmployee(9, { Absat30Sept: '1' })],
    ['CW316', aLeaver(9, { Absat30Sept: '1', ReasonAbsence: 'SIC' })],
    ['CW317', anEmployee(9, { WorkingDaysLost: '253.5' })],
    ['CW318', anEmployee(9, { OrgRole: '6' })],
    ['CW319', anAgencyWorker(9, { FTE: '0' })],
  ])('breaks %s and says where, never what it says', (rule, cells, isOut = false) => {
    const xml = censusXml([...clean, cells]);
    const { faults, loadable } = checkCensus(censusOf(xml));
    const begins = xml.slice(0, xml.lastIndexOf('<CSWWWorker>')).split('\n').length;
    expect(faults.map((fault) => fault.rule)).toContain(rule);
    expect(faults.every(({ worker, line }) => worker === 4 && line === begins)).toBe(true);
    expect(loadable.length).toBe(isOut ? 3 : 4);
    const values = Object.values(cells).filter((value) => value.length > 4);
    expect(values.filter((value) => faults.some(({ message }) => message.includes(value)))).toEqual([]);
  });

  test('breaks CW107 when an element is there twice', () => {
    const xml = censusXml(clean).replace('<FTE>1</FTE>', '<FTE>1</FTE><FTE>1</FTE>');
    expect(broken(xml)).toEqual(['CW107 1']);
  });

  test('who is there twice is loaded once when both say the same, and not at all when they differ', () => {
    const again = anEmployee(1);
    expect(checkCensus(censusOf(censusXml([...clean, again]))).loadable.map((row) => row.number)).toEqual([1, 2, 3]);
    expect(broken(censusXml([...clean, again]))).toEqual(['CW109 4']);
    const other = anEmployee(1, { SWENo: 'sw0000000001', FTE: '0.5' });
    expect(checkCensus(censusOf(censusXml([...clean, other]))).loadable.map((row) => row.number)).toEqual([2, 3]);
    expect(broken(censusXml([...clean, other]))).toEqual(['CW110 1', 'CW110 4']);
  });
});

describe('a file with a fault', () => {
  const ofAuthority = (parts: object) => censusXml(clean, { authority: { ...anAuthority, ...parts } });
  test.each([
    ['CW001', censusXml(clean).replace('2025-09-30', '2025-09-29')],
    ['CW002', censusXml(clean).replace('<CostSWE>', '<CostSW>1</CostSW><CostSWE>')],
    ['CW003', censusXml(clean).replace('<SourceLevel>L<', '<SourceLevel>S<')],
    ['CW004', censusXml(clean).replaceAll('LALevel>', 'LALevelVacancies>')],
    ['CW005', censusXml(clean, { authority: {} })],
    ['CW006', ofAuthority({ CarAllowance: '3' })],
    ['CW006', ofAuthority({ NumberOfVacancies: 'some' })],
    ['CW007', censusXml(clean, { year: 2022 })],
    ['CW008', ofAuthority({ NumberOfVacancies: '0.5' })],
    ['CW009', ofAuthority({ NoAgencyFTE: '0.5', NoAgencyHeadcount: '0' })],
    ['CW010', censusXml(clean).replace('<CostSWE>', '<CostSWE>1</CostSWE><CostSWE>')],
    ['CW011', ofAuthority({ PerformanceReward: '1', PerformanceAward: '1' })],
    ['CW012', ofAuthority({ NoAgencyFTE: '1.5', NoAgencyHeadcount: '2' })],
  ])('breaks %s and is loaded all the same', (rule, xml) => {
    const { faults, loadable } = checkCensus(censusOf(xml));
    const ofFile = faults.filter(({ worker }) => worker === null).map((fault) => fault.rule);
    expect([...new Set(ofFile)]).toEqual([rule]);
    expect(loadable.length).toBe(3);
  });
});

test('the census that nobody here wrote has faults, and all of its workers can be loaded', () => {
  const folder = new URL('../../../../tests/fixtures/cswc-2022/', import.meta.url);
  const census = censusOf(readFileSync(new URL('social_work_workforce_2022.xml', folder), 'utf8'));
  const { faults, loadable } = checkCensus(census);
  expect(loadable.length).toBe(30);
  const counts = Object.fromEntries(
    [...Map.groupBy(faults, ({ rule }) => rule)].map(([rule, of]) => [rule, of.length]),
  );
  // Counted by hand in the file: 18 of its agency workers have what is asked of employees, 8 have left.
  expect(counts).toMatchObject({ CW204: 18, CW203: 8, CW012: 1 });
});

test('every rule has a code of its own and words that say what to do', () => {
  expect(new Set(censusRules.map(({ code }) => code)).size).toBe(censusRules.length);
  expect(censusRules.filter(({ code, message }) => !/^CW\d{3}$/.test(code) || !message.endsWith('.'))).toEqual([]);
});
